package org.gongkai.breakdown;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.tally.RollupQuery;
import org.gongkai.tally.RollupStore;

/**
 * Remembers more parts than a page has. All of them are counted and put in order to know which come
 * first; whoever turns the page has those that follow without counting again. They are of the
 * version of the page before, for a while also when something has changed since: so pages that are
 * turned while reports come in have every part once and one sum, and nobody's filing makes them
 * counted anew.
 */
@Singleton
class PrefetchedParts {

  /** Some twenty pages. */
  static final int PARTS = 2000;

  /** How long pages are turned that are no longer of now. */
  static final Duration TURNING = Duration.ofMinutes(2);

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
      RollupStore.State state) {

    private Key current() {
      Instant changed = state.changed();
      return at(
          state.changes()
              + "."
              + (changed == null ? 0 : ChronoUnit.MICROS.between(Instant.EPOCH, changed)));
    }

    private Key at(String version) {
      return new Key(query, of, filter, version);
    }
  }

  /** A version of a number, of which nothing is known but that each state has another. */
  private record Key(
      RollupQuery query, NumberSelector of, ContributionStore.Filter filter, String version) {}

  /**
   * A page.
   *
   * @param version of which it is, for the cursor of the next one
   */
  record Turned(FoundContributions found, String version) {}

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
   * @param counted when
   */
  private record Stretch(
      Contributions.Cursor after, int asked, FoundContributions found, Instant counted) {

    Optional<FoundContributions> page(Contributions.Cursor from, int limit) {
      int begin = placeAfter(from);
      List<ContributionView> parts = found.parts();
      if (begin < 0 || begin + limit > parts.size() && parts.size() == asked) {
        return Optional.empty();
      }
      return Optional.of(found.with(parts.subList(begin, Math.min(parts.size(), begin + limit))));
    }

    private int placeAfter(Contributions.Cursor from) {
      if (from.isAt(after)) {
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

  private final Clock clock;

  private final Cache<Key, List<Stretch>> known =
      Caffeine.newBuilder()
          .maximumWeight(MOST_PARTS)
          .weigher(
              (Key key, List<Stretch> stretches) ->
                  1 + stretches.stream().mapToInt(s -> s.found().parts().size()).sum())
          .build();

  PrefetchedParts(Clock clock) {
    this.clock = clock;
  }

  Turned page(Number number, Contributions.Cursor after, int limit, Counting counting) {
    Key now = number.current();
    Optional<FoundContributions> here = find(now, after, limit, Instant.MIN);
    if (here.isPresent() && (after.version() == null || now.version().equals(after.version()))) {
      return new Turned(here.get(), now.version());
    }
    if (after.version() != null) {
      Optional<FoundContributions> then =
          find(number.at(after.version()), after, limit, clock.instant().minus(TURNING));
      if (then.isPresent()) {
        return new Turned(then.get(), after.version());
      }
    }
    return new Turned(here.orElseGet(() -> count(now, after, limit, counting)), now.version());
  }

  private Optional<FoundContributions> find(
      Key key, Contributions.Cursor after, int limit, Instant since) {
    return Objects.requireNonNullElse(known.getIfPresent(key), List.<Stretch>of()).stream()
        .filter(stretch -> !stretch.counted().isBefore(since))
        .map(stretch -> stretch.page(after, limit))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private FoundContributions count(
      Key now, Contributions.Cursor after, int limit, Counting counting) {
    int asked = Math.max(PARTS, limit);
    Instant begin = clock.instant();
    Stretch read = new Stretch(after, asked, counting.parts(after, asked), begin);
    List<Stretch> more =
        new ArrayList<>(Objects.requireNonNullElse(known.getIfPresent(now), List.of()));
    more.add(read);
    known.put(now, List.copyOf(more));
    return read.page(after, limit).orElseThrow();
  }
}
