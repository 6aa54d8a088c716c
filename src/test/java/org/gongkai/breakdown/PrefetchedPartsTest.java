package org.gongkai.breakdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.gongkai.form.Scope;
import org.gongkai.platform.TestClock;
import org.gongkai.problem.Text;
import org.gongkai.report.Basis;
import org.gongkai.tally.By;
import org.gongkai.tally.RollupQuery;
import org.gongkai.tally.RollupStore;
import org.junit.jupiter.api.Test;

/** Who turns pages has every part once, in order, and few times has all of them counted. */
class PrefetchedPartsTest {

  private static final int ORGANS = 4500;
  private static final RollupQuery NATION =
      new RollupQuery("000000", 2021, 2021, By.NONE, Basis.SUBMITTED, Set.of(), null, Scope.ORGAN);
  private static final NumberSelector TOTAL =
      new NumberSelector("contests", "total", "total", null, null, new Text("", ""), List.of());
  private static final ContributionStore.Filter ALL =
      new ContributionStore.Filter(null, false, false, false);

  /** The largest first; every third states what the one before it states. */
  private final List<ContributionView> organs =
      IntStream.range(0, ORGANS).mapToObj(i -> part(i, ORGANS - i + i % 3)).toList();

  private final TestClock clock = new TestClock();
  private final PrefetchedParts pages = new PrefetchedParts(clock);
  private int counted;

  private static ContributionView part(int organ, int number) {
    return new ContributionView(
        "o%05d".formatted(organ),
        null,
        null,
        null,
        number % 7 == 0 ? null : BigDecimal.valueOf(number),
        0,
        null,
        1,
        (long) organ,
        1,
        null,
        0,
        null);
  }

  private FoundContributions count(Contributions.Cursor after, int limit) {
    counted++;
    int from =
        IntStream.range(0, ORGANS).filter(i -> after.isAt(organs.get(i))).findFirst().orElse(-1)
            + 1;
    return new FoundContributions(
        ORGANS, BigDecimal.TEN, 0, ORGANS, 0, organs.subList(from, Math.min(ORGANS, from + limit)));
  }

  private PrefetchedParts.Turned turn(Contributions.Cursor after, int limit, long changes) {
    PrefetchedParts.Number number =
        new PrefetchedParts.Number(
            NATION, TOTAL, ALL, new RollupStore.State(changes, Instant.EPOCH));
    return pages.page(number, after, limit, this::count);
  }

  private static Contributions.Cursor after(PrefetchedParts.Turned page, int size) {
    return Contributions.Cursor.read(
        Contributions.Cursor.after(page.found().parts().get(size - 1), page.version()));
  }

  private List<ContributionView> turnAll(int size, long changes) {
    List<ContributionView> all = new ArrayList<>();
    Contributions.Cursor after = Contributions.Cursor.START;
    boolean more = true;
    while (more) {
      PrefetchedParts.Turned page = turn(after, size + 1, changes);
      FoundContributions found = page.found();
      assertThat(found.total()).isEqualTo(ORGANS);
      more = found.parts().size() > size;
      all.addAll(more ? found.parts().subList(0, size) : found.parts());
      after = more ? after(page, size) : after;
    }
    return all;
  }

  @Test
  void allPartsAreCountedOnceInTwentyPages() {
    assertThat(turnAll(100, 1)).isEqualTo(organs);
    assertThat(counted).isLessThanOrEqualTo(ORGANS / PrefetchedParts.PARTS + 2);
    int before = counted;
    assertThat(turnAll(100, 1)).isEqualTo(organs);
    assertThat(counted).isEqualTo(before);
  }

  @Test
  void anotherStateIsCountedAnew() {
    turnAll(1000, 1);
    int before = counted;
    assertThat(turnAll(1000, 2)).isEqualTo(organs);
    assertThat(counted).isGreaterThan(before);
  }

  @Test
  void aLargePageIsNotCutShort() {
    assertThat(turnAll(PrefetchedParts.PARTS + 7, 3)).isEqualTo(organs);
  }

  @Test
  void pagesThatFollowAreOfTheMomentOfTheFirst() {
    PrefetchedParts.Turned first = turn(Contributions.Cursor.START, 101, 1);
    assertThat(counted).isEqualTo(1);
    PrefetchedParts.Turned second = turn(after(first, 100), 101, 2);
    assertThat(counted).isEqualTo(1);
    assertThat(second.found().parts()).isEqualTo(organs.subList(100, 201));
    assertThat(second.version()).isEqualTo(first.version());

    PrefetchedParts.Turned anew = turn(Contributions.Cursor.START, 101, 2);
    assertThat(counted).isEqualTo(2);
    assertThat(anew.version()).isNotEqualTo(first.version());

    assertThat(turn(after(second, 100), 101, 3).version()).isEqualTo(first.version());
    clock.advance(PrefetchedParts.TURNING.plusSeconds(1));
    PrefetchedParts.Turned later = turn(after(second, 100), 101, 3);
    assertThat(counted).isEqualTo(3);
    assertThat(later.version()).isNotEqualTo(first.version());
    assertThat(later.found().parts()).isEqualTo(organs.subList(200, 301));
  }
}
