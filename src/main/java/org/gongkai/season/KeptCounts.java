package org.gongkai.season;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongkai.feed.RecentChangeStore;
import org.gongkai.tally.RollupStore;
import org.jspecify.annotations.Nullable;

/**
 * How many organs of each region stand where, as it was counted last. Only the regions are counted
 * again in which a report has changed since, and all of them where days, exemptions or organs have:
 * what a question costs goes with what has changed since the last one, not with the organs.
 */
@Singleton
class KeptCounts {

  /** Some 10 MB. */
  private static final long MOST_REGIONS = 40_000;

  /** Where more than one region in so many has changed, all are counted together. */
  private static final int FEW = 4;

  private final CoverageStore store;
  private final RollupStore rollups;
  private final RecentChangeStore changes;

  private final Cache<Asked, Counted> known =
      Caffeine.newBuilder()
          .maximumWeight(MOST_REGIONS)
          .weigher((Asked asked, Counted counted) -> 1 + counted.regions().size())
          .build();

  KeptCounts(CoverageStore store, RollupStore rollups, RecentChangeStore changes) {
    this.store = store;
    this.rollups = rollups;
    this.changes = changes;
  }

  /**
   * What is counted.
   *
   * @param today as days pass without a change
   */
  record Asked(String region, int year, LocalDate today) {}

  /**
   * What was counted.
   *
   * @param days what stands for the calendar then
   */
  private record Counted(
      RecentChangeStore.Position position, String days, Map<String, CoverageStore.Own> regions) {}

  /**
   * What is counted under the region itself and under each directly below it; must be the first
   * that the transaction asks for.
   */
  Map<String, FilingCoverageView.Counts> counts(Asked asked) {
    // known before the snapshot, which has all that was seen then
    @Nullable Counted before = known.getIfPresent(asked);
    rollups.beginSnapshot();
    Counted counted = count(asked, before);
    known.put(asked, counted);
    return byPlace(counted);
  }

  private Counted count(Asked asked, @Nullable Counted before) {
    RecentChangeStore.Since since =
        changes.since(before == null ? null : before.position(), asked.region(), asked.year());
    String days = store.days(asked.year());
    return new Counted(since.now(), days, regions(asked, before, since.reports(), days));
  }

  private Map<String, CoverageStore.Own> regions(
      Asked asked,
      @Nullable Counted before,
      @Nullable List<RecentChangeStore.Changed> changed,
      String days) {
    if (before != null && changed != null && before.days().equals(days)) {
      Set<String> some =
          changed.stream().map(RecentChangeStore.Changed::region).collect(Collectors.toSet());
      if (some.size() <= before.regions().size() / FEW) {
        return again(asked, before.regions(), some);
      }
    }
    return store.counts(asked.region(), asked.year(), asked.today());
  }

  private Map<String, CoverageStore.Own> again(
      Asked asked, Map<String, CoverageStore.Own> before, Set<String> some) {
    if (some.isEmpty()) {
      return before;
    }
    Map<String, CoverageStore.Own> regions = new HashMap<>(before);
    regions.keySet().removeAll(some);
    regions.putAll(store.counts(asked.region(), asked.year(), asked.today(), some));
    return regions;
  }

  private static Map<String, FilingCoverageView.Counts> byPlace(Counted counted) {
    Map<String, FilingCoverageView.Counts> places = new TreeMap<>();
    counted
        .regions()
        .values()
        .forEach(own -> places.merge(own.place(), own.counts(), FilingCoverageView.Counts::plus));
    return places;
  }
}
