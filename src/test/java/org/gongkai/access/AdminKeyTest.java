package org.gongkai.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.gongkai.platform.ReadOnlyMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a service comes by its first administrator, start by start. */
@QuarkusTest
class AdminKeyTest {

  private static final Optional<String> CONFIGURED = Optional.of(TestKeys.ADMIN);

  @Inject ReadOnlyMode readOnly;

  @Inject KeyStore store;
  @Inject Clock clock;
  @Inject DataSource database;

  @BeforeEach
  void forgetAdministrators() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("UPDATE api_key SET revoked_at = now() WHERE role = 'admin'");
    }
  }

  @AfterEach
  void startAsTheOtherTestsWantIt() throws SQLException {
    forgetAdministrators();
    start(CONFIGURED);
  }

  @Test
  void withoutAKeyOneIsMadeOnceAndWorks() {
    KeyText made = start(Optional.empty()).orElseThrow();
    caller(made.text(), 200).body("role", equalTo("admin")).body("prefix", equalTo(made.prefix()));
    assertThat(start(Optional.empty())).isEmpty();
    assertThat(made.toString()).doesNotContain(made.text());
  }

  @Test
  void ofInstancesThatStartTogetherOneMakesIt() throws Exception {
    Callable<Optional<KeyText>> start = () -> start(Optional.empty());
    try (var instances = Executors.newFixedThreadPool(6)) {
      int made = 0;
      for (Future<Optional<KeyText>> key :
          instances.invokeAll(List.of(start, start, start, start, start, start))) {
        made += key.get().isPresent() ? 1 : 0;
      }
      assertThat(made).isEqualTo(1);
    }
  }

  @Test
  void withAConfiguredKeyNoneIsMade() {
    assertThat(start(CONFIGURED)).isEmpty();
    assertThat(store.byId(ConfiguredKey.ID).orElseThrow().revokedAt()).isEmpty();
  }

  @Test
  void aKeyThatIsNoLongerConfiguredStops() {
    start(CONFIGURED);
    KeyCheck before = keys(CONFIGURED);
    KeyCheck after = keys(Optional.of("another key of the operator"));
    assertThat(before.recognise(TestKeys.ADMIN)).isPresent();
    assertThat(after.recognise(TestKeys.ADMIN)).isEmpty();
    assertThat(after.recognise("another key of the operator")).isPresent();
    assertThat(keys(Optional.empty()).recognise(TestKeys.ADMIN)).isEmpty();
    start(Optional.empty());
    assertThat(store.byId(ConfiguredKey.ID).orElseThrow().revokedAt()).isPresent();
  }

  @Test
  void whatOnlyMigratesMakesNone() {
    new AdminKeyAtStart(store, new ConfiguredKey(Optional.empty()), clock, readOnly, false)
        .provide(null);
    assertThat(start(Optional.empty())).isPresent();
  }

  @Test
  void theLastWorkingKeyOfAnAdministratorCannotBeRevoked() {
    KeyText first = start(Optional.empty()).orElseThrow();
    String firstId = store.find(first.prefix()).orElseThrow().key().id().toString();
    delete(first.text(), firstId, 409).body("code", equalTo("state-conflict"));
    String expiring =
        make(first.text(), Map.of("role", "admin", "expiresAt", "2090-01-01T00:00:00Z"));
    delete(first.text(), firstId, 204);
    caller(first.text(), 401);
    String id = store.find(expiring.substring(0, 11)).orElseThrow().key().id().toString();
    delete(expiring, id, 409);
    caller(expiring, 200);
  }

  private Optional<KeyText> start(Optional<String> configured) {
    return new AdminKeyAtStart(store, new ConfiguredKey(configured), clock, readOnly, true)
        .provide();
  }

  private KeyCheck keys(Optional<String> configured) {
    return new KeyCheck(store, new ConfiguredKey(configured), clock, readOnly);
  }

  private static ValidatableResponse caller(String key, int status) {
    return TestKeys.as(key).get("/api/v1/caller").then().statusCode(status);
  }

  private static ValidatableResponse delete(String key, String id, int status) {
    return TestKeys.as(key).delete("/api/v1/keys/" + id).then().statusCode(status);
  }

  private static String make(String key, Map<String, String> wanted) {
    return TestKeys.as(key)
        .contentType(ContentType.JSON)
        .body(wanted)
        .post("/api/v1/keys")
        .then()
        .statusCode(201)
        .extract()
        .path("key");
  }
}
