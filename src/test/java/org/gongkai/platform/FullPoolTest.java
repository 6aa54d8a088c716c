package org.gongkai.platform;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers are told while others have all connections of the database. */
@QuarkusTest
class FullPoolTest {

  /** A second is as good as the ten of the service. */
  private static final Duration WAITED = Duration.ofSeconds(1);

  @Inject AgroalDataSource database;

  @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
  int size;

  @TestHTTPResource(value = "/health/", management = true)
  URI health;

  private final List<Connection> taken = new ArrayList<>();
  private Duration waitedOtherwise;

  @BeforeEach
  void takeAll() throws SQLException {
    for (int i = 0; i < size; i++) {
      taken.add(database.getConnection());
    }
    waitedOtherwise = pool().acquisitionTimeout();
    pool().setAcquisitionTimeout(WAITED);
  }

  @AfterEach
  void giveBack() throws SQLException {
    pool().setAcquisitionTimeout(waitedOtherwise);
    for (Connection connection : taken) {
      connection.close();
    }
  }

  private AgroalConnectionPoolConfiguration pool() {
    return database.getConfiguration().connectionPoolConfiguration();
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
    given().get(health.resolve("ready")).then().statusCode(200);
    given().get(health.resolve("live")).then().statusCode(200);
  }
}
