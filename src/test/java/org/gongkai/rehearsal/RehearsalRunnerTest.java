package org.gongkai.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gongkai.access.TestKeys;
import org.gongkai.form.Forms;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.platform.BackgroundWork;
import org.gongkai.platform.StatementTimeout;
import org.gongkai.platform.StrictJson;
import org.gongkai.report.Recheck;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several instances, and ones that die: nothing is lost and nothing is counted twice. */
@QuarkusTest
class RehearsalRunnerTest {

  private static final int ORGANS = 6;

  @Inject RehearsalStore rehearsals;
  @Inject DocumentStore documents;
  @Inject ResultStore store;
  @Inject Results results;
  @Inject Forms forms;
  @Inject Recheck recheck;
  @Inject StrictJson json;
  @Inject StatementTimeout timeout;
  @Inject Clock clock;

  private final City city = City.found();
  private String office;

  @BeforeEach
  void file() {
    while (instance(results, clock).step(100)) {
      // what other tests have left
    }
    String district = city.district();
    office = TestKeys.office(district);
    for (int i = 0; i < ORGANS; i++) {
      // each in a region of its own, where no peers explain its jump
      String organ = city.organ(city.township(district));
      Api.filed(Trial.decisions(organ, 2021, 100, 10));
      Api.filed(Trial.decisions(organ, 2022, 300, 80));
    }
  }

  @Test
  void anotherGoesOnWhereOneHasStopped() {
    long id = Trial.begin(office, Trial.otherJumps());
    int steps = 0;
    while (instance(results, clock).step(5)) {
      steps++;
    }
    assertThat(steps).as("batches of 5, 5 and 2, and the end").isEqualTo(4);
    assertComplete(id);
  }

  @Test
  void whatDiesInABatchLeavesNothingOfIt() {
    long id = Trial.begin(office, Trial.otherJumps());
    assertThat(instance(results, clock).step(3)).isTrue();
    var before = Trial.get(office, "/{id}", id).extract().asString();
    // the time is asked for last, when findings and counts are written
    RehearsalRunner dying = instance(results, new Dead());
    assertThatThrownBy(() -> dying.step(3)).hasStackTraceContaining("power failure");
    assertThat(Trial.get(office, "/{id}", id).extract().asString()).isEqualTo(before);
    while (instance(results, clock).step(3)) {
      // until it is done
    }
    assertComplete(id);
  }

  @Test
  void severalAtOnceCountNoReportTwice() throws Exception {
    List<Long> begun = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      begun.add(Trial.begin(office, Trial.otherJumps()));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      List<Future<?>> instances = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        instances.add(
            threads.submit(
                () -> {
                  RehearsalRunner instance = instance(results, clock);
                  while (rehearsals.unfinished(owner()) > 0) {
                    instance.step(1);
                  }
                }));
      }
      for (Future<?> instance : instances) {
        instance.get();
      }
    }
    begun.forEach(this::assertComplete);
  }

  @Test
  void ofEachRuleOnlyTheFirstFindingsAreKeptAndAllAreCounted() {
    Results few = new Results(store, 4);
    long id = Trial.begin(office, Trial.otherJumps());
    while (instance(few, clock).step(5)) {
      // until it is done
    }
    Trial.get(office, "/{id}", id)
        .body("rules[0].appearing.findings", equalTo(ORGANS))
        .body("rules[0].disappearing.findings", equalTo(ORGANS));
    Trial.get(office, "/{id}/findings?change=appearing", id).body("items", hasSize(4));
    Trial.get(office, "/{id}/findings", id).body("items", hasSize(8));
    List<ResultStore.RuleResult> rules = store.rules(id);
    assertThat(few.isComplete(rules, new ResultStore.Filter(null, null, null))).isFalse();
    assertThat(
            few.isComplete(
                rules,
                new ResultStore.Filter("X-JUMP", null, FindingShift.FindingChange.APPEARING)))
        .isFalse();
    assertThat(few.isComplete(rules, new ResultStore.Filter("T3-BAL", null, null))).isTrue();
    assertThat(results.isComplete(rules, new ResultStore.Filter(null, null, null))).isTrue();
  }

  @Test
  void nothingToDoIsSaid() {
    assertThat(instance(results, clock).step(5)).isFalse();
  }

  private void assertComplete(long id) {
    Trial.get(office, "/{id}", id)
        .body("state", equalTo("done"))
        .body("reports", equalTo(2 * ORGANS))
        .body("seen", equalTo(2 * ORGANS))
        .body("rules[0].appearing.findings", equalTo(ORGANS))
        .body("rules[0].appearing.reports", equalTo(ORGANS))
        .body("rules[0].disappearing.findings", equalTo(ORGANS));
    List<Integer> reports =
        Trial.get(office, "/{id}/findings?change=appearing", id).extract().path("items.report");
    assertThat(reports).hasSize(ORGANS).doesNotHaveDuplicates().isSorted();
  }

  private String owner() {
    return TestKeys.as(office).get("/api/v1/caller").path("region");
  }

  /** An instance of the service that knows nothing of the others. */
  private RehearsalRunner instance(Results into, Clock time) {
    return new RehearsalRunner(
        rehearsals,
        documents,
        into,
        forms,
        recheck,
        json,
        timeout,
        time,
        new BackgroundWork(),
        Duration.ofDays(90));
  }

  private static final class Dead extends Clock {

    @Override
    public Instant instant() {
      throw new IllegalStateException("power failure");
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.of("Asia/Shanghai");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
