package org.gongkai.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ServiceTest {

  private static final String ORGAN =
      "{\"name\":\"磁盘局\",\"region\":\"371002\",\"kind\":\"department\"}";

  @Inject DataSource database;
  @Inject TestDisk disk;
  @Inject TestClock clock;
  @Inject DatabaseClock databaseClock;
  @Inject StatementTimeout timeout;

  @TestHTTPResource(value = "/health/ready", management = true)
  URI ready;

  @Test
  void isReadyWithADatabaseOfItsOwn() {
    given().get(ready).then().statusCode(200).body("status", equalTo("UP"));
  }

  @Test
  void readsAndWritesUtf8WhateverTheMachineIsSetTo() throws SQLException {
    assertThat(shown("server_encoding")).isEqualTo("UTF8");
    assertThat(shown("lc_messages")).isEqualTo("C");
  }

  @Test
  void isNoSuperuserInItsOwnDatabase() throws SQLException {
    assertThat(shown("is_superuser")).isEqualTo("off");
  }

  @Test
  void aFullDiskEndsWritingNotReadingAndItGoesOnByItself() {
    disk.fill();
    try {
      for (Response refused :
          List.of(
              admin().body(ORGAN).put("/api/v1/organs/FULL-DISK"),
              admin().body("{\"organ\":\"FULL-DISK\",\"year\":2021}").post("/api/v1/reports"),
              admin()
                  .contentType("application/x-ndjson")
                  .body(new byte[] {'{', '}'})
                  .post("/api/v1/reports/bulk"))) {
        refused
            .then()
            .statusCode(507)
            .header("Retry-After", "60")
            .body("code", equalTo("insufficient-storage"));
      }
      // what frees room is let through
      admin().delete("/api/v1/imports/999999999").then().statusCode(404);
      admin().get("/api/v1/regions/371002").then().statusCode(200);
      admin().get("/api/v1/rollups/disclosure?region=371002&year=2021").then().statusCode(200);
      given().get(ready).then().statusCode(200);
    } finally {
      disk.clear();
    }
    admin().body(ORGAN).put("/api/v1/organs/FULL-DISK").then().statusCode(201);
  }

  @Test
  void aLargeBodyIsRefusedWhereThereIsNoRoomToPutIt() {
    byte[] large = new byte[1_000_000];
    Arrays.fill(large, (byte) ' ');
    disk.fill();
    try {
      admin()
          .body(large)
          .post("/api/v1/validations")
          .then()
          .statusCode(507)
          .body("code", equalTo("insufficient-storage"));
    } finally {
      disk.clear();
    }
    admin().body(large).post("/api/v1/validations").then().statusCode(400);
  }

  @Test
  void nothingIsWrittenByAClockThatIsFarFromTheDatabases() {
    clock.advance(Duration.ofDays(40_000));
    databaseClock.check();
    try {
      admin()
          .body(ORGAN)
          .put("/api/v1/organs/LATE")
          .then()
          .statusCode(503)
          .body("detail", containsString("时钟"));
      admin().get("/api/v1/regions/371002").then().statusCode(200);
    } finally {
      clock.reset();
      databaseClock.check();
    }
    admin().body(ORGAN).put("/api/v1/organs/LATE").then().statusCode(201);
  }

  /** A stalled one would be waited for as long as somebody has patience. */
  @Test
  void aDatabaseMayBeSilentALittleLongerThanAStatementMayTake() throws SQLException {
    assertThat(silence()).isEqualTo(20_000);
    int lengthened =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  timeout.lengthen();
                  return silence();
                });
    assertThat(lengthened).isEqualTo(305_000);
    for (int i = 0; i < 20; i++) {
      assertThat(silence()).isEqualTo(20_000);
    }
  }

  private int silence() throws SQLException {
    try (var connection = database.getConnection()) {
      return connection.getNetworkTimeout();
    }
  }

  private static RequestSpecification admin() {
    return given()
        .header("X-API-Key", "gk_admin_for_the_tests_only")
        .config(
            RestAssuredConfig.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
        .contentType(ContentType.JSON);
  }

  private String shown(String setting) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var result = statement.executeQuery("SHOW " + setting)) {
      result.next();
      return result.getString(1);
    }
  }
}
