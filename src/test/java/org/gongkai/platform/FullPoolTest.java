package org.gongkai.platform;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers are told while others have all connections of the database. */
@QuarkusTest
class FullPoolTest {

  @Inject DataSource database;

  @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
  int size;

  private final List<Connection> taken = new ArrayList<>();

  @BeforeEach
  void takeAll() throws SQLException {
    for (int i = 0; i < size; i++) {
      taken.add(database.getConnection());
    }
  }

  @AfterEach
  void giveBack() throws SQLException {
    for (Connection connection : taken) {
      connection.close();
    }
  }

  @Test
  void theyAreToldToComeBackLater() {
    given()
        .header("X-API-Key", "gk_admin_for_the_tests_only")
        .get("/api/v1/regions/371002")
        .then()
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .contentType("application/problem+json")
        .body("code", equalTo("service-unavailable"));
  }

  @Test
  void theServiceIsReadyAllTheSame() {
    given().get("/q/health/ready").then().statusCode(200);
    given().get("/q/health/live").then().statusCode(200);
  }
}
