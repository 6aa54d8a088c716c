package org.gongkai.tally;

import jakarta.transaction.TransactionScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.gongkai.platform.Pipeline;
import org.gongkai.platform.Sql;
import org.gongkai.report.Basis;

/**
 * What a transaction has read of its snapshot: what is kept for an answer and what waits, each
 * looked up once, so that the state of the answer, its coverage and its sums all add the same rows.
 */
@TransactionScoped
class SnapshotReads {

  /** What is asked; kinds are told apart afterwards. */
  private record Asked(String region, int from, int to, By by, Basis basis) {

    static Asked of(RollupQuery query) {
      return new Asked(query.region(), query.from(), query.to(), query.by(), query.basis());
    }
  }

  /**
   * A row and its place.
   *
   * @param code of the place
   */
  record At(String code, WaitingRow row) {}

  private final StoredSumStore sums;
  private final WaitingStore store;
  private final WaitingCache cache;
  private final Sql sql;
  private final Map<Asked, Supplier<List<WaitingStore.Found>>> found = new HashMap<>();
  private final Map<Asked, List<At>> waiting = new HashMap<>();
  private final Map<RollupQuery, Kept> kept = new HashMap<>();
  private final List<Supplier<List<Optional<RegionName>>>> names = new ArrayList<>();

  SnapshotReads(StoredSumStore sums, WaitingStore store, WaitingCache cache, Sql sql) {
    this.sums = sums;
    this.store = store;
    this.cache = cache;
    this.sql = sql;
  }

  /** What is kept for an answer, once it has been asked for. */
  private record Kept(
      Supplier<List<StoredSumStore.State>> states, Supplier<List<SumRows.Covered>> expected) {}

  /** Asks which rows wait for an answer, unless that is known. */
  void askWhatWaits(RollupQuery query, Pipeline pipeline) {
    found.computeIfAbsent(Asked.of(query), asked -> store.waiting(query, pipeline));
  }

  /** Asks for all that is kept for an answer, unless that is known. */
  void askWhatIsKept(RollupQuery query, Pipeline pipeline) {
    kept.computeIfAbsent(
        query, q -> new Kept(sums.states(query, pipeline), sums.expected(query, pipeline)));
  }

  /** The name of a region. */
  record RegionName(String code, String name) {}

  /** Remembers names that are asked for. */
  void willKnow(Supplier<List<Optional<RegionName>>> asked) {
    names.add(asked);
  }

  /** Names of regions, as far as they have been asked for. */
  Map<String, String> names() {
    Map<String, String> known = new LinkedHashMap<>();
    names.forEach(
        asked -> asked.get().forEach(found -> found.ifPresent(n -> known.put(n.code(), n.name()))));
    return known;
  }

  /** In which states the sums are that are kept of each place. */
  List<StoredSumStore.State> states(RollupQuery query) {
    return kept(query).states().get();
  }

  /** How many reports are expected in each place; a place may come more than once. */
  List<SumRows.Covered> expected(RollupQuery query) {
    return kept(query).expected().get();
  }

  private Kept kept(RollupQuery query) {
    if (!kept.containsKey(query)) {
      askAll(query);
    }
    return Objects.requireNonNull(kept.get(query));
  }

  /** Which rows wait of all kinds of organs, by place. */
  List<WaitingStore.Found> found(RollupQuery query) {
    if (!found.containsKey(Asked.of(query))) {
      askAll(query);
    }
    return Objects.requireNonNull(found.get(Asked.of(query))).get();
  }

  /** Whoever wants some of it needs the rest soon. */
  private void askAll(RollupQuery query) {
    Pipeline pipeline = sql.pipeline();
    askWhatWaits(query, pipeline);
    askWhatIsKept(query, pipeline);
    pipeline.send();
  }

  /** These rows. */
  List<At> waiting(RollupQuery query) {
    return waiting.computeIfAbsent(Asked.of(query), asked -> read(found(query)));
  }

  private List<At> read(List<WaitingStore.Found> waits) {
    Map<WaitingStore.Key, WaitingRow> rows =
        cache.of(waits.stream().map(WaitingStore.Found::key).toList());
    return waits.stream()
        .map(f -> new At(f.code(), Objects.requireNonNull(rows.get(f.key()))))
        .toList();
  }
}
