package org.gongkai.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Documents.FORMS;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gongkai.finding.Finding;
import org.gongkai.form.Content;
import org.gongkai.form.Samples;
import org.gongkai.rule.Rule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What trials of many numbers find out of peers: an order of magnitude, and nothing beyond. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class CoarseTest {

  private static final PeerChecks PEERS = new PeerChecks(FORMS);
  private static final String LICENSING = "disclosure.licensing.decisions";

  private static Content stating(int decisions) {
    return Samples.content(2023, "'disclosure': {'licensing': {'decisions': " + decisions + "}}");
  }

  /** Where findings begin: the search that an organ could make with trials. */
  private static int threshold(int largest) {
    List<BigDecimal> peers = Collections.nCopies(5, BigDecimal.valueOf(largest));
    int below = 0;
    int above = 1 << 28;
    while (above - below > 1) {
      int middle = (below + above) >>> 1;
      if (PEERS.check(stating(middle), Map.of(LICENSING, peers)).isEmpty()) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return above;
  }

  @Test
  void theLargestNumberOfPeersCannotBeSearchedFor() {
    for (int power = 100; power <= 100_000; power *= 10) {
      int expected = threshold(power);
      for (int largest : List.of(power / 10 + 1, power / 7, power / 3, power - 1)) {
        assertThat(threshold(largest)).isEqualTo(expected);
      }
      assertThat(threshold(power + 1)).isGreaterThan(expected);
    }
  }

  private static int firstUsual(double growth) {
    Rule.Jump rule = FORMS.known("2021").rules(Rule.Jump.class).getFirst();
    List<Jumps.Growth> peers =
        Collections.nCopies(
            5, new Jumps.Growth(BigDecimal.valueOf(999), BigDecimal.valueOf(growth * 1000 - 1)));
    YearChecks years = new YearChecks(FORMS);
    Content before = before(20);
    return IntStream.range(101, 100_000)
        .filter(
            now -> {
              Finding jump = years.check(before, stating(now)).getFirst();
              return !Jumps.isUsualAmongPeers(rule, jump, peers);
            })
        .findFirst()
        .orElseThrow();
  }

  private static Content before(int decisions) {
    return Samples.content(2022, "'disclosure': {'licensing': {'decisions': " + decisions + "}}");
  }

  @Test
  void theGrowthOfPeersCannotBeSearchedFor() {
    assertThat(firstUsual(6)).isEqualTo(firstUsual(8)).isEqualTo(firstUsual(11));
    assertThat(firstUsual(12)).isGreaterThan(firstUsual(11));
  }
}
