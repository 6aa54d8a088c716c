package org.gongkai.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.journey.Steps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many at once: nothing is lost, nothing is there twice, nobody sees half of a report. */
@QuarkusTest
@Timeout(120)
class ConcurrencyTest {

  private final City city = City.found();
  private String district;
  private String organ;

  @BeforeEach
  void register() {
    district = city.district();
    organ = city.organ(district);
  }

  @Test
  void noCorrectionIsLost() throws Exception {
    long id = Api.filed(decisions(organ, 0));
    List<Integer> corrections =
        atOnce(32, worker -> () -> correctUntilTaken(id, worker), new AtomicBoolean());
    assertThat(corrections).hasSize(32).containsOnly(1);
    Api.report(id)
        .body("revision", equalTo(33))
        .body("disclosure.licensing.decisions", equalTo(32))
        .body("disclosure.penalties.decisions", equalTo((1L << 32) - 1));
    Api.rollup("disclosure", district, 2021)
        .body("rows.find { it.row == 'licensing' }.decisions", equalTo(32));
    Api.get("/api/v1/reports/{id}/events", id).body("items.size()", equalTo(33));
  }

  /** Adds one to a cell, and a bit of its own to another. */
  private int correctUntilTaken(long id, int worker) {
    while (true) {
      Response read = admin().get("/api/v1/reports/{id}", id);
      ObjectNode report = (ObjectNode) Sample.json(read.asString());
      int decisions = report.at("/disclosure/licensing/decisions").intValue();
      long bits = report.at("/disclosure/penalties/decisions").longValue();
      Sample.with(report, "/disclosure/licensing/decisions", decisions + 1);
      Sample.with(report, "/disclosure/penalties/decisions", bits | 1L << worker);
      int status = Api.correct(id, read.header("ETag"), report).extract().statusCode();
      if (status == 200) {
        return 1;
      }
      assertThat(status).isEqualTo(412);
    }
  }

  @Test
  void ofManyFirstFilingsOneIsTaken() throws Exception {
    List<Integer> statuses =
        atOnce(
            8,
            worker -> () -> Api.file(decisions(organ, worker)).extract().statusCode(),
            new AtomicBoolean());
    assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
    Api.get("/api/v1/reports?organ=" + organ).body("total", equalTo(1));
  }

  @Test
  void ofManyPutsOneFilesAndAllAreKept() throws Exception {
    List<Integer> statuses =
        atOnce(
            8,
            worker -> () -> Api.put(organ, 2021, decisions(organ, worker)).extract().statusCode(),
            new AtomicBoolean());
    assertThat(statuses).containsOnly(200, 201).containsOnlyOnce(201);
    Api.get("/api/v1/organs/{organ}/reports/2021", organ).body("revision", equalTo(8));
  }

  @Test
  void ofManySubmissionsOneIsTaken() throws Exception {
    long id = Api.drafted(decisions(organ, 1));
    List<Integer> statuses =
        atOnce(8, worker -> () -> Api.submit(id).extract().statusCode(), new AtomicBoolean());
    assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
  }

  /** Offices and the organ decide at once: one is first, the others learn of it. */
  @Test
  void ofManyDecisionsOneIsTaken() throws Exception {
    for (int year = 2019; year < 2023; year++) {
      long id = Api.filed(Sample.nil(organ, year));
      String seen = Api.tag(id);
      ObjectNode corrected = Sample.with(Sample.nil(organ, year), "/narrative/overview", "补充");
      List<Integer> statuses =
          atOnce(32, worker -> () -> decide(worker, id, seen, corrected), new AtomicBoolean());
      assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
      Api.get("/api/v1/reports/{id}/events", id).body("items.size()", equalTo(2));
    }
  }

  /** A draft is discarded or handed in, never both, and nobody fails over what is gone. */
  @Test
  void aDraftIsDiscardedOrHandedIn() throws Exception {
    for (int year = 2016; year < 2022; year++) {
      long id = Api.drafted(Sample.nil(organ, year));
      String seen = Api.tag(id);
      ObjectNode corrected = Sample.with(Sample.nil(organ, year), "/narrative/overview", "补充");
      List<Integer> statuses =
          atOnce(
              9,
              worker ->
                  () ->
                      switch (worker % 3) {
                        case 0 -> Steps.discard(admin(), id, seen).extract().statusCode();
                        case 1 ->
                            Steps.submit(admin().header("If-Match", seen), id)
                                .extract()
                                .statusCode();
                        default -> Api.correct(id, seen, corrected).extract().statusCode();
                      },
              new AtomicBoolean());
      assertThat(statuses).containsAnyOf(200, 204).isSubsetOf(200, 204, 404, 409, 412);
      assertThat(statuses.stream().filter(status -> status < 300)).hasSize(1);
      Api.report(id).statusCode(statuses.contains(204) ? 404 : 200);
    }
  }

  private static int decide(int worker, long id, String seen, ObjectNode corrected) {
    RequestSpecification caller = admin().header("If-Match", seen);
    ValidatableResponse answer =
        switch (worker % 4) {
          case 0 -> Steps.accept(caller, id);
          case 1 -> Steps.withdraw(caller, id);
          case 2 -> Steps.giveBack(caller, id, "disclosure", "请核对");
          default -> Api.correct(id, seen, corrected);
        };
    return answer.extract().statusCode();
  }

  /**
   * Each report states the same number in two cells and in a channel, and one organ counts in ones
   * and the other in thousands; so a sum shows whether it is made of whole reports.
   */
  @Test
  void aRollupNeverSeesHalfOfAReport() throws Exception {
    String other = city.organ(district);
    AtomicBoolean done = new AtomicBoolean();
    List<Integer> seen =
        atOnce(
            4,
            worker ->
                switch (worker) {
                  case 0 -> () -> fileOften(organ, 1);
                  case 1 -> () -> fileOften(other, 1000);
                  default -> () -> readUntil(done);
                },
            done);
    assertThat(seen.get(2) + seen.get(3)).isGreaterThan(4);
    Api.rollup("disclosure", district, 2021)
        .body("rows.find { it.row == 'licensing' }.decisions", equalTo(15 + 15_000));
  }

  private static int fileOften(String organ, int unit) {
    for (int i = 1; i <= 15; i++) {
      int status = Api.put(organ, 2021, decisions(organ, i * unit)).extract().statusCode();
      assertThat(status).isIn(200, 201);
    }
    return 0;
  }

  private int readUntil(AtomicBoolean done) {
    int read = 0;
    int last = 0;
    do {
      String address = "/api/v1/rollups/disclosure?region=" + district + "&year=2021";
      JsonPath sums = admin().get(address).jsonPath();
      Map<String, Integer> coverage = sums.getMap("coverage");
      int reports = coverage.get("reported");
      int decisions = at(sums, "licensing");
      assertThat(at(sums, "penalties")).isEqualTo(decisions);
      assertThat(at(sums, "compulsion")).isEqualTo(2 * decisions);
      int parts = (decisions % 1000 > 0 ? 1 : 0) + (decisions / 1000 > 0 ? 1 : 0);
      assertThat(parts).isEqualTo(reports);
      assertThat(decisions).isGreaterThanOrEqualTo(last % 1000);
      last = decisions;
      read++;
    } while (!done.get());
    return read;
  }

  private static int at(JsonPath sums, String row) {
    Integer sum = sums.get("rows.find { it.row == '" + row + "' }?.decisions");
    return sum == null ? 0 : sum;
  }

  private static ObjectNode decisions(String organ, int number) {
    ObjectNode report = Sample.huancui(organ);
    Sample.with(report, "/disclosure/licensing/decisions", number);
    Sample.with(report, "/disclosure/penalties/decisions", number);
    return Sample.with(report, "/disclosure/compulsion/decisions", 2 * number);
  }

  private interface Worker {
    Callable<Integer> of(int number);
  }

  /** Starts all workers together; {@code done} is set when the first half of them has ended. */
  private static List<Integer> atOnce(int workers, Worker worker, AtomicBoolean done)
      throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    CountDownLatch half = new CountDownLatch(workers / 2);
    try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
      List<Future<Integer>> running = new ArrayList<>();
      for (int i = 0; i < workers; i++) {
        Callable<Integer> work = worker.of(i);
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  try {
                    return work.call();
                  } finally {
                    half.countDown();
                    done.set(half.getCount() == 0);
                  }
                }));
      }
      start.countDown();
      List<Integer> results = Collections.synchronizedList(new ArrayList<>());
      for (Future<Integer> result : running) {
        results.add(result.get());
      }
      return results;
    }
  }
}
