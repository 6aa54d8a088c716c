package org.gongkai.tally;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.platform.BackgroundWork.Background;
import org.gongkai.platform.StatementTimeout;
import org.gongkai.problem.WireCode;
import org.jboss.logging.Logger;

/**
 * Holds kept sums against what they are made of, when an operator asks and in turn by itself. A
 * difference is a fault of this service: it is logged and shows in the metric {@code
 * gongkai.rollup.differences} until the region is found right again.
 */
@ApplicationScoped
class TallyChecks {

  private static final Logger LOG = Logger.getLogger(TallyChecks.class);

  private static final int IN_ONE_TURN = 40;

  /** Looked at in one transaction: most have hardly any sums, and each would be a dozen turns. */
  private static final int AT_ONCE = 200;

  private static final int LONGEST_SECONDS = 600;

  private final RollupStore rollups;
  private final TallyCheckStore store;
  private final TallyDifferenceStore differences;
  private final StatementTimeout timeout;
  private final Clock clock;
  private final AtomicLong known = new AtomicLong();

  TallyChecks(
      RollupStore rollups,
      TallyCheckStore store,
      TallyDifferenceStore differences,
      StatementTimeout timeout,
      Clock clock,
      MeterRegistry metrics) {
    this.rollups = rollups;
    this.store = store;
    this.differences = differences;
    this.timeout = timeout;
    this.clock = clock;
    metrics.gauge("gongkai.rollup.differences", known);
  }

  /**
   * What a check has found.
   *
   * @param regions how many were looked at
   */
  record Found(int regions, List<TallyDifference> differences) {}

  /** Checks a region and every one below it. */
  Found check(String region) {
    return check(store.within(region));
  }

  /** Looks at some regions in turn, so that each has been looked at after a while. */
  @Background
  @Scheduled(every = "{gongkai.rollup.check-every}", concurrentExecution = ConcurrentExecution.SKIP)
  void checkInTurn() {
    check(store.inTurn(IN_ONE_TURN));
  }

  /** How many differences are known, on whatever instance they were found. */
  long known() {
    return known.get();
  }

  private Found check(List<String> regions) {
    List<TallyDifference> all = new ArrayList<>();
    for (int from = 0; from < regions.size(); from += AT_ONCE) {
      all.addAll(checkTogether(regions.subList(from, Math.min(from + AT_ONCE, regions.size()))));
    }
    known.set(store.differences());
    return new Found(regions.size(), all);
  }

  private List<TallyDifference> checkTogether(List<String> regions) {
    List<TallyDifference> found =
        QuarkusTransaction.requiringNew()
            .timeout(LONGEST_SECONDS)
            .call(
                () -> {
                  rollups.beginSnapshot();
                  timeout.lengthen();
                  return differences.differences(regions);
                });
    Map<String, Integer> counted = new LinkedHashMap<>();
    regions.forEach(region -> counted.put(region, 0));
    found.forEach(difference -> counted.merge(difference.region(), 1, Integer::sum));
    QuarkusTransaction.requiringNew().run(() -> store.note(counted, clock.instant()));
    if (!found.isEmpty()) {
      LOG.errorf(
          "%d kept sums are wrong (regions by number: %s), first %s",
          found.size(), onlyWrong(counted), found.getFirst());
    }
    return found;
  }

  private static Map<String, Integer> onlyWrong(Map<String, Integer> counted) {
    Map<String, Integer> wrong = new LinkedHashMap<>(counted);
    wrong.values().removeIf(number -> number == 0);
    return wrong;
  }

  /** A sum that is kept and is not what it should be. */
  @Schema(
      name = "TallyDifference",
      description = "A kept sum that differs from what it is made of. / 汇总数与来源不符。",
      requiredProperties = {"region", "against", "year", "difference", "counts"})
  record TallyDifference(
      @Schema(description = "Code of the region", examples = "371002") String region,
      @Schema(description = "What it was held against") Against against,
      @Schema(
              description = "The report year; of expected reports, that of the step",
              examples = "2021")
          int year,
      @Schema(
              description = "Whose reports are counted; empty: expected reports",
              examples = "submitted")
          String basis,
      @Schema(description = "Kind of organ; empty: all", examples = "department") String kind,
      @Schema(
              description = "Path of the cell; empty: number of reports",
              examples = "applications.received.naturalPerson")
          String path,
      @Schema(description = "What is kept, less what it should be", examples = "-3")
          BigDecimal difference,
      @Schema(
              description =
                  "The same of a cell's numbers stated, blanks, approximate ones and reports; of"
                      + " reports, of those expected, unexplained and waived findings",
              examples = "[0, 0, 0, 0]")
          List<Long> counts) {

    /** What a sum is held against. */
    @Schema(name = "TallyCheckSubject", description = "What kept sums are compared with. / 汇总核对对象。")
    public enum Against implements WireCode {
      /** The reports of the region's own organs. */
      REPORTS,
      /** The registry, for how many reports are expected. */
      REGISTRY,
      /** Its parts: those of the regions directly below, and by kind. */
      PARTS;

      @Override
      public String code() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }
}
