package org.gongkai.tally;

import jakarta.transaction.TransactionScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.report.Basis;

/**
 * What is kept for an answer and what waits, looked up once in the moment at hand: the state of the
 * answer, its coverage and its sums all add the same rows.
 */
@TransactionScoped
class Moment {

  /** What is asked; kinds are told apart afterwards. */
  private record Asked(String region, int from, int to, By by, Basis basis) {

    static Asked of(RollupQuery query) {
      return new Asked(query.region(), query.from(), query.to(), query.by(), query.basis());
    }
  }

  /**
   * Rows of a place.
   *
   * @param code of the place
   * @param ofParts as of {@link WaitingStore.Found}
   */
  record At(String code, boolean ofParts, List<WaitingRow> rows) {}

  private final StoredSumStore sums;
  private final WaitingStore store;
  private final WaitingCache cache;
  private final Map<Asked, List<At>> waiting = new HashMap<>();
  private final Map<RollupQuery, List<StoredSumStore.State>> states = new HashMap<>();

  Moment(StoredSumStore sums, WaitingStore store, WaitingCache cache) {
    this.sums = sums;
    this.store = store;
    this.cache = cache;
  }

  /** In which states the sums are that are kept of each place. */
  List<StoredSumStore.State> states(RollupQuery query) {
    return states.computeIfAbsent(query, sums::states);
  }

  /** What waits of all kinds of organs, by place. */
  List<At> waiting(RollupQuery query) {
    return waiting.computeIfAbsent(Asked.of(query), asked -> look(query));
  }

  private List<At> look(RollupQuery query) {
    List<WaitingStore.Found> found = store.waiting(query);
    Map<WaitingStore.Key, WaitingRow> rows =
        cache.of(found.stream().flatMap(f -> f.rows().stream()).toList());
    List<At> places = new ArrayList<>();
    for (WaitingStore.Found f : found) {
      places.add(
          new At(
              f.code(),
              f.ofParts(),
              f.rows().stream().map(key -> Objects.requireNonNull(rows.get(key))).toList()));
    }
    return places;
  }
}
