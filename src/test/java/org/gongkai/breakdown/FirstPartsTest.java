package org.gongkai.breakdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.gongkai.Seeds;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is remembered of all reports is, after any change of some, what all of them give now. */
@Execution(CONCURRENT)
class FirstPartsTest {

  private static final int REPORTS = 60;
  private static final int KEPT = 20;
  private static final int MOST = 12;

  private final Map<Long, ContributionStore.Given> now = new TreeMap<>();

  static LongStream seeds() {
    return Seeds.of(5, 17, 404, 2024);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void changesLeadToWhatAllOfThemGive(long seed) {
    Random random = new Random(seed);
    for (long report = 1; report <= REPORTS; report += 2) {
      now.put(report, given(report, random));
    }
    Shares shares = Shares.NONE.with(Set.of(), collected(now.keySet()));
    FirstParts first = anew();
    int reached = 0;
    for (int step = 0; step < 200; step++) {
      Set<Long> changed = change(random);
      shares = shares.with(changed, collected(changed));
      first = first.with(changed, wanted(changed), KEPT);
      List<ContributionView> all = inOrder();
      if (first.reach(MOST)) {
        reached++;
        assertThat(first.first(MOST)).isEqualTo(all.subList(0, Math.min(MOST, all.size())));
        assertThat(first.parts()).isEqualTo(all.subList(0, first.parts().size()));
      } else {
        first = anew();
      }
      requireWhole(shares.whole(first.parts()));
      assertThat(shares.size()).isEqualTo(now.size());
    }
    assertThat(reached).isGreaterThan(100);
  }

  private static ContributionStore.Given given(long report, Random random) {
    BigDecimal number = random.nextInt(8) == 0 ? null : BigDecimal.valueOf(random.nextInt(40) - 5L);
    boolean counted = random.nextInt(6) > 0;
    return new ContributionStore.Given(
        new ContributionView(
            "o%03d".formatted(REPORTS - report),
            null,
            "371002",
            null,
            counted ? number : null,
            random.nextInt(3),
            0L,
            counted ? 1 : 0,
            report,
            1 + random.nextInt(9),
            null,
            counted ? 0 : 1,
            "2021"),
        counted);
  }

  /** Some reports are new, some say something else, some are not counted any more. */
  private Set<Long> change(Random random) {
    Set<Long> changed = new HashSet<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      long report = 1L + random.nextInt(REPORTS);
      changed.add(report);
      if (random.nextInt(3) == 0) {
        now.remove(report);
      } else {
        now.put(report, given(report, random));
      }
    }
    return changed;
  }

  private FirstParts anew() {
    List<ContributionView> all = inOrder();
    return new FirstParts(all.subList(0, Math.min(KEPT, all.size())), all.size() <= KEPT);
  }

  private List<ContributionView> inOrder() {
    return wanted(now.keySet()).stream()
        .sorted(
            Comparator.comparing(
                    (ContributionView part) ->
                        part.number() == null ? BigDecimal.ONE.negate() : part.number().abs())
                .reversed()
                .thenComparing(ContributionView::code))
        .toList();
  }

  private List<ContributionView> wanted(Set<Long> reports) {
    return reports.stream()
        .filter(now::containsKey)
        .map(now::get)
        .filter(ContributionStore.Given::wanted)
        .map(ContributionStore.Given::part)
        .toList();
  }

  private Shares.Collected collected(Set<Long> reports) {
    Shares.Collected collected = new Shares.Collected();
    reports.stream().filter(now::containsKey).map(now::get).forEach(collected::add);
    return collected;
  }

  private void requireWhole(FoundContributions whole) {
    List<ContributionView> parts =
        now.values().stream().map(ContributionStore.Given::part).toList();
    assertThat(whole.sum())
        .isEqualTo(
            parts.stream()
                .map(ContributionView::number)
                .filter(number -> number != null)
                .reduce(BigDecimal::add)
                .orElse(null));
    assertThat(whole.total()).isEqualTo(wanted(now.keySet()).size());
    assertThat(whole.blank()).isEqualTo(parts.stream().mapToLong(ContributionView::blank).sum());
    assertThat(whole.reports())
        .isEqualTo(parts.stream().mapToLong(ContributionView::reports).sum());
    assertThat(whole.others())
        .isEqualTo(parts.stream().mapToLong(ContributionView::otherLayout).sum());
  }
}
