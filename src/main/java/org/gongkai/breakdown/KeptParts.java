package org.gongkai.breakdown;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.feed.RecentChangeStore;
import org.gongkai.platform.Sql;
import org.gongkai.tally.RollupQuery;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a number by organ as they were added up last: what each report gives, and which
 * parts come first. Only reports that have changed since are added up again, and all of them where
 * organs are registered otherwise: what the first page costs goes with what has changed since it
 * was asked for last, not with the organs.
 */
@Singleton
class KeptParts {

  /** So many that come first are there. */
  static final int FIRST = PrefetchedParts.PARTS;

  /** As many more, as some may fall behind. */
  private static final int KEPT = FIRST + 500;

  /** Where more reports have changed, all are added up. */
  private static final int FEW = 1_000;

  private static final long MOST_BYTES = 8L << 20;
  private static final int BYTES_OF_PART = 250;
  private static final int BYTES_OF_REPORT = 12;

  private final ContributionStore store;
  private final RecentChangeStore changes;

  private final Cache<Number, Added> known =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher(
              (Number number, Added added) ->
                  BYTES_OF_PART * (1 + added.first().parts().size())
                      + BYTES_OF_REPORT * added.shares().size())
          .build();

  KeptParts(ContributionStore store, RecentChangeStore changes) {
    this.store = store;
    this.changes = changes;
  }

  /** What is taken apart, of now. */
  record Number(RollupQuery query, NumberSelector of, ContributionStore.Filter filter) {}

  /**
   * What was added up.
   *
   * @param first the parts that are wanted, without names
   */
  record Added(RecentChangeStore.Position position, Shares shares, FirstParts first) {}

  @Nullable Added known(Number number) {
    return known.getIfPresent(number);
  }

  /**
   * The whole and the parts that come first, within a snapshot for kept sums.
   *
   * @param before what was known before the transaction began to see anything
   */
  FoundContributions first(Number number, @Nullable Added before, int most) {
    RecentChangeStore.Since since =
        changes.since(
            before == null ? null : before.position(),
            number.query().region(),
            number.query().from());
    @Nullable Added again = before == null ? null : again(number, before, since);
    Added now = again == null || !again.first().reach(most) ? anew(number, since.now()) : again;
    known.put(number, now);
    return now.shares().whole(now.first().first(most));
  }

  private @Nullable Added again(Number number, Added before, RecentChangeStore.Since since) {
    @Nullable List<RecentChangeStore.Changed> reports = since.reports();
    if (reports == null || reports.size() > FEW) {
      return null;
    }
    if (reports.isEmpty()) {
      return new Added(since.now(), before.shares(), before.first());
    }
    Set<Long> changed =
        reports.stream().map(RecentChangeStore.Changed::report).collect(Collectors.toSet());
    List<ContributionStore.Given> now =
        store.given(number.query(), number.of(), number.filter(), changed);
    Shares.Collected shares = new Shares.Collected();
    now.forEach(shares::add);
    List<ContributionView> wanted =
        now.stream()
            .filter(ContributionStore.Given::wanted)
            .map(ContributionStore.Given::part)
            .toList();
    return new Added(
        since.now(),
        before.shares().with(changed, shares),
        before.first().with(changed, wanted, KEPT));
  }

  private Added anew(Number number, RecentChangeStore.Position now) {
    store.planEachTime();
    Shares.Collected shares = new Shares.Collected();
    List<ContributionView> first = new ArrayList<>();
    try (Sql.Cursor<ContributionStore.Given> given =
        store.given(number.query(), number.of(), number.filter())) {
      given.stream()
          .forEach(
              one -> {
                shares.add(one);
                if (one.wanted() && first.size() <= KEPT) {
                  first.add(one.part());
                }
              });
    }
    boolean all = first.size() <= KEPT;
    return new Added(
        now,
        Shares.NONE.with(Set.of(), shares),
        new FirstParts(all ? first : first.subList(0, KEPT), all));
  }
}
