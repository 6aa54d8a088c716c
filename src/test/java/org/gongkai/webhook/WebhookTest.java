package org.gongkai.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.gongkai.access.TestKeys;
import org.gongkai.feed.Feed;
import org.gongkai.feed.Hooks;
import org.gongkai.feed.Receiver;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.journey.Steps;
import org.gongkai.report.ReportsChanged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever wants to be told of changes is, once each, and can prove who told. */
@QuarkusTest
@Timeout(120)
class WebhookTest {

  @Inject Event<ReportsChanged> events;

  private final City city = City.found();
  private String district;
  private String organ;
  private String office;
  private Receiver receiver;

  @BeforeEach
  void register() throws Exception {
    district = city.district();
    organ = city.organ(district);
    office = TestKeys.office(district);
    receiver = new Receiver();
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void eachChangeIsToldOnceAndSigned() {
    long start = Feed.end();
    Hooks.Hook hook = Hooks.to(receiver, office);
    long elsewhere = Api.filed(Sample.nil(city.organ(city.district()), 2021));
    for (int year = 2015; year < 2021; year++) {
      Api.filed(Sample.nil(organ, year));
    }
    long id = Api.filed(Sample.huancui(organ));
    Api.correct(id, "*", Sample.with(Sample.huancui(organ), "/disclosure/licensing/decisions", 7))
        .statusCode(200);
    List<Map<String, Object>> feed = Feed.after(start, office, "");
    assertThat(feed).hasSize(8);
    List<Receiver.Got> got = receiver.await(8);
    hook.await("delivered", 8);
    assertThat(receiver.got()).hasSameSizeAs(feed);
    List<Map<String, Object>> told = new ArrayList<>();
    for (Receiver.Got message : got) {
      JsonPath body = message.json();
      assertThat(message.isSignedWith(hook.secret())).isTrue();
      assertThat(message.isSignedWith("whsec_" + "A".repeat(43) + "=")).isFalse();
      assertThat(message.type()).isEqualTo("application/json");
      assertThat(message.path()).isEqualTo("/hook?for=gongkai");
      assertThat(Instant.ofEpochSecond(message.timestamp()))
          .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
      assertThat(message.id()).endsWith("_" + body.getLong("data.position"));
      assertThat(body.getString("type")).isEqualTo(body.getString("data.kind"));
      assertThat(body.getString("timestamp")).isEqualTo(body.getString("data.at"));
      assertThat(body.getMap("$")).containsOnlyKeys("type", "timestamp", "data");
      told.add(body.getMap("data"));
    }
    assertThat(told).containsExactlyInAnyOrderElementsOf(feed).doesNotHaveDuplicates();
    assertThat(told).noneMatch(change -> change.get("report").equals((int) elsewhere));
  }

  @Test
  void onlyTheKindsThatAreWantedAreTold() {
    Hooks.Hook hook =
        Hooks.made(
            TestKeys.office(city.code()),
            Map.of("url", receiver.url(), "kinds", List.of("report.submitted", "organ.changed")));
    long id = Api.drafted(Sample.nil(organ, 2021));
    Api.submit(id).statusCode(200);
    String other = city.organ(district);
    assertThat(receiver.await(2).stream().map(got -> got.json().getString("type")))
        .containsExactlyInAnyOrder("report.submitted", "organ.changed");
    hook.await("delivered", 2);
    assertThat(receiver.got().stream().map(got -> got.json().getString("data.organ")))
        .containsExactlyInAnyOrder(organ, other);
  }

  @Test
  void aReaderIsToldOfWhatIsPublishedWhereItMayRead() throws Exception {
    try (Receiver stranger = new Receiver()) {
      Hooks.Hook hook = Hooks.to(receiver, TestKeys.reader(district));
      Hooks.to(stranger, TestKeys.reader(City.found().district()));
      long id = Api.filed(Sample.nil(organ, 2021));
      Feed.publish(events, id, organ, district);
      Receiver.Got got = receiver.await(1).getFirst();
      assertThat(got.json().getString("type")).isEqualTo("report.published");
      assertThat(got.isSignedWith(hook.secret())).isTrue();
      hook.await("delivered", 1);
      assertThat(hook.deliveries("").getInt("total")).isEqualTo(1);
      assertThat(stranger.got()).isEmpty();
    }
  }

  @Test
  void bothRegionsAreToldOfAReportThatMoves() throws Exception {
    String other = city.district();
    long published = Steps.reportIn("published", organ, 2023);
    Steps.reportIn("submitted", organ, 2024);
    try (Receiver entered = new Receiver();
        Receiver readers = new Receiver()) {
      List<String> moves = List.of("report.moved");
      Hooks.made(office, Map.of("url", receiver.url(), "kinds", moves));
      Hooks.made(TestKeys.office(other), Map.of("url", entered.url(), "kinds", moves));
      Hooks.Hook reader = Hooks.to(readers, TestKeys.reader(district));
      city.correct(organ, other);
      assertThat(receiver.await(2)).allMatch(got -> got.json().get("data.region").equals(district));
      assertThat(entered.await(2)).allMatch(got -> got.json().get("data.region").equals(other));
      assertThat(readers.await(1).getFirst().json().getLong("data.report")).isEqualTo(published);
      reader.await("delivered", 1);
      assertThat(reader.deliveries("").getInt("total")).isEqualTo(1);
    }
  }

  @Test
  void whatFailsIsSentAgainUntilItGetsThrough() {
    receiver.answering(n -> n == 0 ? 500 : 200);
    Hooks.Hook hook = Hooks.to(receiver, office);
    Api.filed(Sample.nil(organ, 2021));
    List<Receiver.Got> got = receiver.await(2);
    assertThat(got.get(1).id()).isEqualTo(got.get(0).id());
    assertThat(got.get(1).body()).isEqualTo(got.get(0).body());
    assertThat(got.get(1).isSignedWith(hook.secret())).isTrue();
    JsonPath delivered = hook.await("delivered", 1);
    assertThat(delivered.getInt("items[0].attempts")).isEqualTo(2);
    assertThat(delivered.getInt("items[0].lastStatus")).isEqualTo(200);
    assertThat(delivered.getMap("items[0]")).doesNotContainKeys("lastError", "nextAt");
    assertThat(receiver.got()).hasSize(2);
  }

  /** A message says that something has changed, never in which words. */
  @Test
  void whatWaitsWhileWordsAreMaskedDoesNotCarryThem() {
    String person = "淳于壬九";
    long id = Api.filed(Sample.with(Sample.huancui(organ), "/narrative/overview", "答复了" + person));
    CountDownLatch masked = new CountDownLatch(1);
    receiver.answering(
        n -> {
          wait(masked);
          return n == 0 ? 500 : 200;
        });
    Hooks.Hook hook = Hooks.to(receiver, office);
    Steps.giveBack(admin(), id, "narrative.overview", "请与" + person + "核对").statusCode(200);
    admin()
        .contentType(ContentType.JSON)
        .body(Map.of("words", List.of(person), "reason", "遮盖姓名"))
        .post("/api/v1/reports/{id}/redactions", id)
        .then()
        .statusCode(200);
    masked.countDown();
    List<Receiver.Got> got = receiver.await(3);
    hook.await("delivered", 2);
    assertThat(got.stream().map(message -> message.json().getString("type")))
        .contains("report.returned", "report.redacted");
    assertThat(receiver.got())
        .allSatisfy(message -> assertThat(message.body()).doesNotContain(person, "****"));
  }

  private static void wait(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatNeverGetsThroughIsDeadUntilSomebodyAsksForIt() {
    receiver.answering(n -> n < 3 ? 503 : 204);
    Hooks.Hook hook = Hooks.to(receiver, office);
    long id = Api.filed(Sample.nil(organ, 2021));
    JsonPath dead = hook.await("dead", 1);
    assertThat(receiver.got()).hasSize(3);
    assertThat(dead.getInt("items[0].attempts")).isEqualTo(3);
    assertThat(dead.getInt("items[0].lastStatus")).isEqualTo(503);
    assertThat(dead.getString("items[0].lastError")).isEqualTo("status");
    assertThat(dead.getString("items[0].kind")).isEqualTo("report.submitted");
    assertThat(dead.getString("items[0].messageId")).isEqualTo(receiver.got().getFirst().id());
    long position = dead.getLong("items[0].position");
    hook.post("/deliveries/" + position + "/retry")
        .statusCode(200)
        .body("state", equalTo("pending"))
        .body("attempts", equalTo(0));
    hook.await("delivered", 1);
    assertThat(receiver.got())
        .hasSize(4)
        .extracting(Receiver.Got::id)
        .containsOnly(receiver.got().getFirst().id());
    assertThat(receiver.got().getLast().json().getLong("data.report")).isEqualTo(id);
    hook.post("/deliveries/" + position + "/retry")
        .statusCode(409)
        .body("code", equalTo("state-conflict"));
    hook.post("/deliveries/" + (position + 1_000_000) + "/retry").statusCode(404);
    hook.post("/deliveries/x/retry").statusCode(404);
  }

  @Test
  void whoIsGoneIsToldNothingMore() {
    receiver.answering(n -> 410);
    Hooks.Hook hook = Hooks.to(receiver, office);
    Api.filed(Sample.nil(organ, 2021));
    JsonPath dead = hook.await("dead", 1);
    assertThat(dead.getInt("items[0].lastStatus")).isEqualTo(410);
    Receiver.until(() -> hook.get("").extract().path("state").equals("disabled"), () -> "its end");
    hook.get("").body("endedBy", equalTo("receiver"));
    hook.post("/deliveries/" + dead.getLong("items[0].position") + "/retry").statusCode(409);
    try (Receiver other = new Receiver()) {
      Hooks.to(other, office);
      Api.filed(Sample.nil(organ, 2022));
      other.await(1);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    assertThat(receiver.got()).hasSize(1);
    assertThat(hook.deliveries("").getInt("total")).isEqualTo(1);
  }

  @Test
  void aRedirectIsNotFollowed() {
    receiver.answering(n -> 307);
    Hooks.Hook hook = Hooks.to(receiver, office);
    Api.filed(Sample.nil(organ, 2021));
    JsonPath dead = hook.await("dead", 1);
    assertThat(dead.getInt("items[0].lastStatus")).isEqualTo(307);
    assertThat(receiver.got()).hasSize(3).allMatch(got -> got.path().startsWith("/hook"));
  }

  @Test
  void whoDoesNotAnswerKeepsNobodyWaiting() throws Exception {
    receiver.answering(n -> 0);
    Hooks.Hook silent = Hooks.to(receiver, office);
    try (Receiver quick = new Receiver()) {
      Hooks.Hook hook = Hooks.to(quick, office);
      for (int year = 2015; year < 2024; year++) {
        Api.filed(Sample.nil(organ, year));
      }
      hook.await("delivered", 9);
      assertThat(silent.deliveries("?state=dead").getInt("total")).isZero();
      JsonPath dead = silent.await("dead", 9);
      assertThat(dead.getList("items.lastError")).containsOnly("timeout");
      assertThat(dead.getMap("items[0]")).doesNotContainKey("lastStatus");
      assertThat(quick.got()).hasSize(9);
    }
  }

  @Test
  void whereNobodyListensIsAConnectionThatFails() {
    Hooks.Hook hook = Hooks.to(receiver, office);
    receiver.close();
    hook.post("/ping")
        .statusCode(200)
        .body("delivered", equalTo(false))
        .body("error", equalTo("connection"));
    Api.filed(Sample.nil(organ, 2021));
    assertThat(hook.await("dead", 1).getString("items[0].lastError")).isEqualTo("connection");
  }

  @Test
  void aPingTriesTheAddress() {
    Hooks.Hook hook = Hooks.to(receiver, office);
    hook.post("/ping")
        .statusCode(200)
        .body("delivered", equalTo(true))
        .body("status", equalTo(204))
        .body("$", not(hasKey("error")));
    Receiver.Got got = receiver.await(1).getFirst();
    assertThat(got.isSignedWith(hook.secret())).isTrue();
    assertThat(got.json().getString("type")).isEqualTo("webhook.ping");
    receiver.answering(n -> 403);
    hook.post("/ping").body("delivered", equalTo(false)).body("status", equalTo(403));
    assertThat(hook.deliveries("").getInt("total")).isZero();
  }

  @Test
  void onlyAFewPingsOfACallerAreUnderWayAtOnce() throws Exception {
    receiver.answering(n -> 0);
    Hooks.Hook silent = Hooks.to(receiver, office);
    List<Future<Integer>> answers = new ArrayList<>();
    try (ExecutorService hands = Executors.newFixedThreadPool(6)) {
      for (int i = 0; i < 6; i++) {
        answers.add(hands.submit(() -> silent.post("/ping").extract().statusCode()));
      }
    }
    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> answer : answers) {
      statuses.add(answer.get());
    }
    assertThat(statuses).contains(200, 429).containsOnly(200, 429);
    silent.post("/ping").statusCode(200).body("error", equalTo("timeout"));
  }

  @Test
  void theSecretIsShownOnce() {
    String id =
        Hooks.make(office, Map.of("url", receiver.url()))
            .statusCode(201)
            .header("Cache-Control", equalTo("no-store"))
            .header("Location", containsString("/api/v1/webhooks/"))
            .body("secret", matchesPattern("whsec_[A-Za-z0-9+/]{43}="))
            .body("url", equalTo(receiver.url()))
            .body("region", equalTo(district))
            .body("state", equalTo("active"))
            .body("createdAt", endsWith("Z"))
            .body("$", not(hasKey("kinds")))
            .extract()
            .path("id");
    as(office).get("/api/v1/webhooks/" + id).then().body("$", not(hasKey("secret")));
    as(office)
        .get("/api/v1/webhooks")
        .then()
        .body("items.id", contains(id))
        .body("total", equalTo(1))
        .body("items[0]", not(hasKey("secret")));
  }

  @Test
  void aListComesPageByPage() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      made.add(Hooks.to(receiver, office).id());
    }
    JsonPath first = as(office).get("/api/v1/webhooks?limit=2").jsonPath();
    assertThat(first.getList("items.id")).isEqualTo(made.subList(0, 2));
    assertThat(first.getInt("total")).isEqualTo(3);
    as(office)
        .get("/api/v1/webhooks?limit=2&cursor=" + first.getString("next"))
        .then()
        .body("items.id", contains(made.get(2)))
        .body("next", equalTo(null));
  }

  @Test
  void ofAnothersWebhookNothingIsKnown() {
    Hooks.Hook hook = Hooks.to(receiver, office);
    for (String stranger :
        List.of(
            TestKeys.office(city.code()), TestKeys.office(district), TestKeys.reader(district))) {
      Hooks.Hook theirs = new Hooks.Hook(stranger, hook.id(), null);
      theirs.get("").statusCode(404).body("code", equalTo("not-found"));
      theirs.get("/deliveries").statusCode(404);
      theirs.post("/ping").statusCode(404);
      theirs.post("/deliveries/1/retry").statusCode(404);
      as(stranger).delete("/api/v1/webhooks/" + hook.id()).then().statusCode(404);
      as(stranger).get("/api/v1/webhooks").then().body("items", empty());
    }
    assertThat(receiver.got()).isEmpty();
    new Hooks.Hook(TestKeys.ADMIN, hook.id(), null).get("").statusCode(200);
    as(TestKeys.organ(organ)).get("/api/v1/webhooks").then().statusCode(403);
    Hooks.make(TestKeys.organ(organ), Map.of("url", receiver.url())).statusCode(403);
    hook.get("/../nowhere").statusCode(404);
  }

  @Test
  void aDeletedWebhookIsToldNothingMore() throws Exception {
    Hooks.Hook hook = Hooks.to(receiver, office);
    as(office).delete("/api/v1/webhooks/" + hook.id()).then().statusCode(204);
    hook.get("").statusCode(404);
    try (Receiver other = new Receiver()) {
      Hooks.to(other, office);
      Api.filed(Sample.nil(organ, 2021));
      other.await(1);
    }
    assertThat(receiver.got()).isEmpty();
  }

  @Test
  void aWebhookEndsWithItsKey() {
    JsonPath made =
        admin()
            .contentType(ContentType.JSON)
            .body(Map.of("role", "office", "region", district))
            .post("/api/v1/keys")
            .jsonPath();
    Hooks.Hook hook = Hooks.to(receiver, made.getString("key"));
    admin().delete("/api/v1/keys/" + made.getString("id")).then().statusCode(204);
    Hooks.Hook seen = new Hooks.Hook(TestKeys.ADMIN, hook.id(), null);
    Receiver.until(
        () -> seen.get("").extract().path("state").equals("disabled"), () -> "the webhook's end");
    seen.get("").body("endedBy", equalTo("key"));
    Api.filed(Sample.nil(organ, 2021));
    assertThat(receiver.got()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|/url",
        "{\"url\":null}|/url",
        "{\"url\":\"\"}|/url",
        "{\"url\":\"x\"}|/url",
        "{\"url\":\"//127.0.0.1/\"}|/url",
        "{\"url\":\"ftp://127.0.0.1/\"}|/url",
        "{\"url\":\"file:///etc/passwd\"}|/url",
        "{\"url\":\"http:///hook\"}|/url",
        "{\"url\":\"http://u:p@127.0.0.1/\"}|/url",
        "{\"url\":\"http://127.0.0.1/#x\"}|/url",
        "{\"url\":\"http://127.0.0.1:0/\"}|/url",
        "{\"url\":\"http://127.0.0.1:65536/\"}|/url",
        "{\"url\":\"http://127.0.0.1/a b\"}|/url",
        "{\"url\":\"http://nobody.invalid/\"}|/url",
        "{\"url\":\"http://127.0.0.1/\\r\\nX: y\"}|/url",
        "{\"url\":5}|/url",
        "{\"url\":\"http://127.0.0.1/\",\"kinds\":[]}|/kinds",
        "{\"url\":\"http://127.0.0.1/\",\"kinds\":[\"report.submitted\",\"x\"]}|/kinds/1",
        "{\"url\":\"http://127.0.0.1/\",\"kinds\":[null]}|/kinds/0",
        "{\"url\":\"http://127.0.0.1/\",\"secret\":\"mine\"}|/secret"
      })
  void whatIsWrongIsNamed(String body, String pointer) {
    admin()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/v1/webhooks")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-request"))
        .body("violations", hasSize(1))
        .body("violations[0].pointer", equalTo(pointer));
  }

  @ParameterizedTest
  @CsvSource({"state,eaten", "cursor,x", "cursor,-1", "limit,0", "limit,1001"})
  void whatIsWrongInAQueryIsNamed(String parameter, String value) {
    Hooks.to(receiver, office)
        .get("/deliveries?" + parameter + "=" + value)
        .statusCode(400)
        .body("violations[0].pointer", equalTo("?" + parameter));
  }
}
