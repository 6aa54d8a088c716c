package org.gongkai.season;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.gongkai.form.Scope;
import org.gongkai.platform.BackgroundWork.Background;
import org.gongkai.report.Basis;
import org.gongkai.tally.By;
import org.gongkai.tally.Coverage;
import org.gongkai.tally.RollupQuery;
import org.gongkai.tally.RollupStore;
import org.gongkai.tally.StoredSums;
import org.gongkai.tally.SumKey;

/** How many have filed of the year that is reported on, region by region, for operators. */
@Singleton
class SeasonMeters {

  private final RollupStore store;
  private final StoredSums sums;
  private final Clock clock;
  private final String region;
  private final MultiGauge expected;
  private final MultiGauge reported;
  private final MultiGauge missing;

  SeasonMeters(
      RollupStore store,
      StoredSums sums,
      Clock clock,
      SeasonSettings settings,
      MeterRegistry metrics) {
    this.store = store;
    this.sums = sums;
    this.clock = clock;
    this.region = settings.metricsRegion();
    this.expected = MultiGauge.builder("gongkai.season.expected").register(metrics);
    this.reported = MultiGauge.builder("gongkai.season.reported").register(metrics);
    this.missing = MultiGauge.builder("gongkai.season.missing").register(metrics);
  }

  @Background
  @Scheduled(
      every = "{gongkai.season.metrics-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void count() {
    int year = LocalDate.now(clock).getYear() - 1;
    RollupQuery query =
        new RollupQuery(
            region, year, year, By.REGION, Basis.SUBMITTED, Set.of(), null, Scope.ORGAN);
    Map<SumKey, Coverage> coverage =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  store.beginSnapshot();
                  return sums.coverage(query);
                });
    show(expected, coverage, Coverage::expected);
    show(reported, coverage, Coverage::reported);
    show(missing, coverage, Coverage::missing);
  }

  private static void show(
      MultiGauge gauge, Map<SumKey, Coverage> coverage, ToLongFunction<Coverage> number) {
    List<MultiGauge.Row<?>> rows =
        coverage.entrySet().stream()
            .<MultiGauge.Row<?>>map(
                of ->
                    MultiGauge.Row.of(
                        Tags.of(
                            "region",
                            of.getKey().code(),
                            "year",
                            Integer.toString(of.getKey().year())),
                        number.applyAsLong(of.getValue())))
            .toList();
    gauge.register(rows, true);
  }
}
