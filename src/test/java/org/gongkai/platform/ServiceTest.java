package org.gongkai.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ServiceTest {

  @Inject DataSource database;

  @Test
  void isReadyWithADatabaseOfItsOwn() {
    given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
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

  private String shown(String setting) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var result = statement.executeQuery("SHOW " + setting)) {
      result.next();
      return result.getString(1);
    }
  }
}
