package org.gongkai.tally;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import org.gongkai.platform.StatementTimeout;

/** What is wrong with kept sums, for who looks at all that is stored and writes nothing. */
@Singleton
public class SumFaults {

  private static final int LONGEST_SECONDS = 600;

  private final RollupStore rollups;
  private final TallyCheckStore checks;
  private final TallyDifferenceStore differences;
  private final StatementTimeout timeout;

  SumFaults(
      RollupStore rollups,
      TallyCheckStore checks,
      TallyDifferenceStore differences,
      StatementTimeout timeout) {
    this.rollups = rollups;
    this.checks = checks;
    this.differences = differences;
    this.timeout = timeout;
  }

  /** Some regions that have sums, by their codes, after one. */
  public List<String> regionsAfter(String region, int most) {
    return checks.after(region, most);
  }

  /** The sums of some regions that differ from what they are made of, each in words. */
  public List<SumFault> of(List<String> regions) {
    return QuarkusTransaction.requiringNew()
        .timeout(LONGEST_SECONDS)
        .call(
            () -> {
              rollups.beginSnapshot();
              timeout.lengthen();
              return differences.differences(regions).stream()
                  .map(found -> new SumFault(found.region(), found.toString()))
                  .toList();
            });
  }

  /**
   * A sum that is wrong.
   *
   * @param words what differs by how much
   */
  public record SumFault(String region, String words) {}
}
