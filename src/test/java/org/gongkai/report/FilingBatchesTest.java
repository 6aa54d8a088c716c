package org.gongkai.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.Api;
import org.gongkai.journey.AtOnce;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.journey.Steps;
import org.gongkai.platform.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Those who come while a transaction is under way share the next one, and nobody can tell: each has
 * an answer, a receipt, an entry in the audit log and a caller of its own. A lock on a table that
 * every filing writes to keeps the first one busy until all the others wait.
 */
@QuarkusTest
@Timeout(120)
class FilingBatchesTest {

  @Inject Sql sql;
  @Inject MeterRegistry metrics;

  private final City city = City.found();
  private String district;
  private String office;

  @BeforeEach
  void register() {
    district = city.district();
    office = TestKeys.office(district);
  }

  /** Sends the first request, then the others while it is at work, and lets them go on. */
  private List<Response> together(
      Callable<Response> first, List<Callable<Response>> others, Runnable meanwhile)
      throws Exception {
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<Response>> answers = new ArrayList<>();
      QuarkusTransaction.requiringNew()
          .call(
              () -> {
                sql.statement("LOCK TABLE outbox IN SHARE MODE").update();
                answers.add(threads.submit(first));
                await(() -> stuck().size() == 1);
                others.forEach(other -> answers.add(threads.submit(other)));
                await(() -> waiting() + answered(answers) == others.size());
                meanwhile.run();
                return true;
              });
      List<Response> received = new ArrayList<>();
      for (Future<Response> answer : answers) {
        received.add(answer.get());
      }
      return received;
    }
  }

  private static long answered(List<Future<Response>> answers) {
    return answers.stream().filter(Future::isDone).count();
  }

  private double waiting() {
    return metrics.get("gongkai.filing.waiting").gauge().value();
  }

  private double alone() {
    return metrics.get("gongkai.filing.alone").counter().count();
  }

  /** Processes of the database that wait for the table. */
  private List<Integer> stuck() {
    return sql.statement(
            """
            SELECT l.pid FROM pg_locks l
            WHERE l.relation = 'outbox'::regclass AND NOT l.granted
              AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """)
        .list(row -> row.getInt("pid"));
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }
  }

  private static Response file(RequestSpecification caller, Object report) {
    return Api.file(caller, report).extract().response();
  }

  private static RequestSpecification named(String key, String name) {
    return as(key).header("Idempotency-Key", name);
  }

  /** In how many transactions the last event of each of these reports was written. */
  private long transactions(List<Long> reports) {
    return sql.statement(
            """
            SELECT count(DISTINCT e.xmin::text) AS transactions FROM report_event e
            WHERE e.report = ANY (:reports)
              AND e.number = (SELECT max(number) FROM report_event l WHERE l.report = e.report)
            """)
        .bind("reports", reports.stream().mapToLong(Long::longValue).toArray())
        .first(row -> row.getLong("transactions"))
        .orElseThrow();
  }

  /** First filings of 16 organs, each by its own key, and twice as many other things between. */
  @Test
  void manyShareATransactionAndEachIsAnsweredAsIfItWereAlone() throws Exception {
    List<String> organs = city.organs(district, 16);
    Map<String, String> keys = new HashMap<>();
    AtOnce.map(organs, TestKeys::organ).forEach(key -> keys.put(organs.get(keys.size()), key));
    String other = city.organ(district);
    String drafted = city.organ(district);
    String accepted = city.organ(district);
    String taken = city.organ(district);
    String stale = city.organ(district);
    String wrong = city.organ(district);
    String corrected = city.organ(district);
    long draft = Api.drafted(Sample.nil(drafted, 2021));
    long toAccept = Api.filed(Sample.nil(accepted, 2021));
    Api.filed(Sample.nil(taken, 2021));
    long toCorrect = Api.filed(Sample.nil(corrected, 2021));
    long notToCorrect = Api.filed(Sample.nil(stale, 2021));
    String tag = Api.tag(toCorrect);
    ObjectNode inconsistent =
        Sample.with(Sample.huancui(wrong), "/applications/received/naturalPerson", 1);
    ObjectNode correction = Sample.with(Sample.nil(corrected, 2021), "/narrative/overview", "补充");
    Map<String, String> names = new HashMap<>();
    List<Callable<Response>> calls = new ArrayList<>();
    for (String organ : organs) {
      names.put(organ, UUID.randomUUID().toString());
      calls.add(() -> file(named(keys.get(organ), names.get(organ)), Sample.nil(organ, 2021)));
    }
    calls.add(3, () -> file(as(office), inconsistent));
    calls.add(5, () -> file(as(office), Sample.nil(taken, 2021)));
    calls.add(7, () -> Steps.submit(as(office), draft).extract().response());
    calls.add(9, () -> Steps.accept(as(office), toAccept).extract().response());
    calls.add(
        11,
        () ->
            Api.send(as(office), correction)
                .header("If-Match", tag)
                .put("/api/v1/reports/{id}?reason=补充说明", toCorrect));
    calls.add(
        13,
        () ->
            Api.send(as(office), Sample.with(Sample.nil(stale, 2021), "/narrative/overview", "补充"))
                .header("If-Match", "\"77-abc\"")
                .put("/api/v1/reports/{id}", notToCorrect));
    double before = alone();
    List<Response> answers =
        together(() -> file(admin(), Sample.nil(other, 2021)), calls, () -> {});
    assertThat(alone()).isEqualTo(before);

    assertThat(answers).hasSize(1 + 22);
    assertThat(answers.stream().map(Response::statusCode).toList())
        .containsExactly(
            201, 201, 201, 201, 422, 201, 409, 201, 200, 201, 200, 201, 200, 201, 412, 201, 201,
            201, 201, 201, 201, 201, 201);
    answers.get(4).then().body("code", equalTo("figures-inconsistent"));
    answers.get(6).then().body("code", equalTo("report-exists"));
    answers.get(14).then().body("code", equalTo("stale-etag"));
    List<Long> written = new ArrayList<>(List.of(draft, toAccept, toCorrect));
    for (String organ : organs) {
      String prefix = keys.get(organ).substring(0, keys.get(organ).indexOf('_', 3));
      Response answer =
          answers.stream()
              .filter(a -> a.statusCode() == 201 && organ.equals(a.path("organ")))
              .findFirst()
              .orElseThrow();
      long id = answer.jsonPath().getLong("id");
      written.add(id);
      Api.report(id)
          .body("organ", equalTo(organ))
          .body("receipt.number", equalTo(answer.path("receipt.number")))
          .header("ETag", answer.header("ETag"));
      Api.get("/api/v1/reports/{id}/events", id)
          .body("items", hasSize(1))
          .body("items[0].author", org.hamcrest.Matchers.startsWith(prefix));
      as(office)
          .get("/api/v1/audit?report=" + id)
          .then()
          .body("items", hasSize(1))
          .body("items[0].caller", equalTo(prefix))
          .body("items[0].organ", equalTo(organ))
          .body("items[0].region", equalTo(district))
          .body("items[0].status", equalTo(201))
          .body("items[0].action", equalTo("fileReport"));
      Response again = file(named(keys.get(organ), names.get(organ)), Sample.nil(organ, 2021));
      assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
      assertThat(again.asString()).isEqualTo(answer.asString());
      assertThat(again.header("ETag")).isEqualTo(answer.header("ETag"));
    }
    assertThat(transactions(written)).isEqualTo(1);
    as(office)
        .get("/api/v1/audit?report=" + toAccept)
        .then()
        .body("items[0].action", equalTo("acceptReport"));
    as(office)
        .get("/api/v1/audit?outcome=refused&organ=" + wrong)
        .then()
        .body("items", hasSize(1))
        .body("items[0].problem", equalTo("figures-inconsistent"));
    Api.get("/api/v1/reports/{id}/events", toCorrect)
        .body("items", hasSize(2))
        .body("items[1].reason", equalTo("补充说明"));
    Api.report(notToCorrect).body("revision", equalTo(1));
    Api.rollup("disclosure", district, 2021)
        .body("coverage.reported", equalTo(16 + 1 + 1 + 1 + 1 + 1 + 1));
  }

  /** What each may see of others' figures is decided for its own caller, not the one that leads. */
  @Test
  void eachIsShownWhatItsOwnCallerMaySee() throws Exception {
    String first = city.organ(district);
    String lead = city.organ(district);
    String follow = city.organ(district);
    String key = TestKeys.organ(follow);
    Api.filed(copied(first));
    List<Response> answers =
        together(
            () -> file(admin(), Sample.nil(lead, 2021)),
            List.of(
                () -> file(named(office, UUID.randomUUID().toString()), Sample.nil(lead, 2020)),
                () -> file(named(key, UUID.randomUUID().toString()), copied(follow))),
            () -> {});
    Response its = answers.get(2);
    assertThat(its.statusCode()).isEqualTo(201);
    long id = its.jsonPath().getLong("id");
    List<?> asOrgan = as(key).get("/api/v1/reports/{id}", id).jsonPath().getList("findings");
    List<?> asAdmin = Api.report(id).extract().jsonPath().getList("findings");
    assertThat(its.jsonPath().getList("findings")).isEqualTo(asOrgan).isNotEqualTo(asAdmin);
  }

  private static ObjectNode copied(String organ) {
    return Sample.with(Sample.nil(organ, 2021), "/narrative/platform", OthersSecretsTest.SHARED);
  }

  /** The transactions are cut off one after the other; each of theirs is then carried out alone. */
  @Test
  void whereTheConnectionBreaksEachIsTriedAlone() throws Exception {
    List<String> organs = city.organs(district, 8);
    List<Callable<Response>> calls = new ArrayList<>();
    for (String organ : organs.subList(1, 8)) {
      calls.add(() -> file(named(office, UUID.randomUUID().toString()), Sample.nil(organ, 2021)));
    }
    double before = alone();
    List<Response> answers =
        together(
            () -> file(as(office), Sample.nil(organs.getFirst(), 2021)),
            calls,
            () -> {
              List<Integer> first = stuck();
              cut(first.getFirst());
              // the first one alone, and the seven together
              await(() -> stuck().size() == 2 && !stuck().contains(first.getFirst()));
              stuck().forEach(this::cut);
            });
    assertThat(answers.stream().map(Response::statusCode).skip(1)).hasSize(7).containsOnly(201);
    // of one whose own transaction is cut off, too, nothing is kept
    assertThat(answers.getFirst().statusCode()).isBetween(500, 503);
    assertThat(alone()).isEqualTo(before + 1 + 7);
    for (String organ : organs.subList(1, 8)) {
      Api.get("/api/v1/reports?organ=" + organ)
          .body("total", equalTo(1))
          .body("items[0].revision", equalTo(1));
      as(office).get("/api/v1/audit?outcome=done&organ=" + organ).then().body("items", hasSize(1));
    }
    Api.get("/api/v1/reports?organ=" + organs.getFirst()).body("total", equalTo(0));
    file(as(office), Sample.nil(organs.getFirst(), 2021)).then().statusCode(201);
  }

  private void cut(int process) {
    sql.statement("SELECT pg_terminate_backend(:process)").bind("process", process).list(r -> null);
  }

  /** Whoever needs an organ that is held by another transaction waits alone; the others go on. */
  @Test
  void nobodyWaitsForAnOrganThatAnotherNeeds() throws Exception {
    String held = city.organ(district);
    String free = city.organ(district);
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<Response>> waiting = new ArrayList<>();
      QuarkusTransaction.requiringNew()
          .call(
              () -> {
                sql.statement("SELECT 1 FROM organ WHERE code = :organ FOR NO KEY UPDATE")
                    .bind("organ", held)
                    .list(row -> null);
                double before = alone();
                for (int year = 2019; year < 2022; year++) {
                  ObjectNode report = Sample.nil(held, year);
                  waiting.add(threads.submit(() -> file(as(office), report)));
                }
                await(() -> alone() == before + 3);
                for (int year = 2019; year < 2022; year++) {
                  ObjectNode report = Sample.nil(free, year);
                  assertThat(threads.submit(() -> file(as(office), report)).get().statusCode())
                      .isEqualTo(201);
                }
                assertThat(waiting).noneMatch(Future::isDone);
                return true;
              });
      for (Future<Response> its : waiting) {
        assertThat(its.get().statusCode()).isEqualTo(201);
      }
    }
  }

  /** The same organ twice: the second sees what the first one did. */
  @Test
  void inAGroupAnOrganStandsOnce() throws Exception {
    String lead = city.organ(district);
    String organ = city.organ(district);
    List<Callable<Response>> calls = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ObjectNode report =
          Sample.with(Sample.nil(organ, 2021), "/narrative/overview", "第" + i + "稿");
      calls.add(
          () -> Api.send(as(office), report).put("/api/v1/organs/" + organ + "/reports/2021"));
    }
    List<Response> answers =
        together(() -> file(as(office), Sample.nil(lead, 2021)), calls, () -> {});
    assertThat(answers.stream().skip(1).map(Response::statusCode).sorted().toList())
        .containsExactly(200, 200, 200, 200, 201);
    assertThat(answers.stream().skip(1).map(a -> a.jsonPath().getInt("revision")).sorted().toList())
        .containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void oneTooManyIsToldToComeAgain() throws Exception {
    List<String> organs = city.organs(district, 1 + MOST + 2);
    List<String> offices = new ArrayList<>(List.of(office));
    while (offices.size() < 4) {
      offices.add(TestKeys.office(district));
    }
    List<Callable<Response>> calls = new ArrayList<>();
    for (int i = 1; i < organs.size(); i++) {
      String organ = organs.get(i);
      String key = offices.get(i % offices.size());
      calls.add(() -> file(as(key), Sample.nil(organ, 2021)));
    }
    List<Response> answers =
        together(() -> file(admin(), Sample.nil(organs.getFirst(), 2021)), calls, () -> {});
    List<Response> refused = answers.stream().filter(a -> a.statusCode() != 201).toList();
    assertThat(refused).hasSize(2);
    for (Response response : refused) {
      response.then().statusCode(503).body("code", equalTo("service-unavailable"));
      assertThat(response.header("Retry-After")).isEqualTo("1");
    }
    Api.get("/api/v1/reports?region=" + district).body("total", equalTo(1 + MOST));
  }

  /** {@code gongkai.filing.max-waiting} in tests. */
  private static final int MOST = 24;
}
