package org.gongkai.breakdown;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.tally.RollupQuery;
import org.gongkai.tally.RollupStore;

/**
 * Remembers more parts than a page has. All of them are counted and put in order to know which come
 * first; whoever turns the page has those that follow without counting again, as long as the state
 * of the sums is the same.
 */
@Singleton
class PagesAhead {

  /** Some twenty pages. */
  static final int PARTS = 2000;

  /** Some 15 MB. */
  private static final int MOST_PARTS = 40_000;

  /**
   * What is taken apart.
   *
   * @param state of all sums that it can be a part of
   */
  record Number(
      RollupQuery query,
      NumberSelector of,
      ContributionStore.Filter filter,
      RollupStore.State state) {}

  /** Counts all parts and reads some, the largest after the one before. */
  @FunctionalInterface
  interface Counting {
    FoundContributions parts(Contributions.Cursor after, int limit);
  }

  /**
   * Parts one after the other.
   *
   * @param after which they come
   * @param asked how many there may be; where there are fewer, they are the last
   */
  private record Stretch(Contributions.Cursor after, int asked, FoundContributions found) {

    Optional<FoundContributions> page(Contributions.Cursor from, int limit) {
      int begin = placeAfter(from);
      List<ContributionView> parts = found.parts();
      if (begin < 0 || begin + limit > parts.size() && parts.size() == asked) {
        return Optional.empty();
      }
      return Optional.of(found.with(parts.subList(begin, Math.min(parts.size(), begin + limit))));
    }

    private int placeAfter(Contributions.Cursor from) {
      if (from.equals(after)) {
        return 0;
      }
      for (int i = 0; i < found.parts().size(); i++) {
        if (from.isAt(found.parts().get(i))) {
          return i + 1;
        }
      }
      return -1;
    }
  }

  private final Cache<Number, List<Stretch>> known =
      Caffeine.newBuilder()
          .maximumWeight(MOST_PARTS)
          .weigher(
              (Number number, List<Stretch> stretches) ->
                  1 + stretches.stream().mapToInt(s -> s.found().parts().size()).sum())
          .build();

  FoundContributions page(Number number, Contributions.Cursor after, int limit, Counting counting) {
    List<Stretch> stretches = known.get(number, n -> List.of());
    for (Stretch stretch : stretches) {
      Optional<FoundContributions> page = stretch.page(after, limit);
      if (page.isPresent()) {
        return page.get();
      }
    }
    int asked = Math.max(PARTS, limit);
    Stretch read = new Stretch(after, asked, counting.parts(after, asked));
    List<Stretch> more = new ArrayList<>(stretches);
    more.add(read);
    known.put(number, List.copyOf(more));
    return read.page(after, limit).orElseThrow();
  }
}
