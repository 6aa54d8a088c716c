package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;
import org.gongkai.report.CellSums;

/** Sums that are kept, with what is not folded into them yet. */
@Singleton
public final class StoredSums implements Tallies {

  private final SnapshotReads reads;
  private final TallyCache cache;
  private final CellNames cells;

  StoredSums(SnapshotReads reads, TallyCache cache, CellNames cells) {
    this.reads = reads;
    this.cache = cache;
    this.cells = cells;
  }

  @Override
  public Map<SumKey, Tally> tallies(RollupQuery rollupQuery, String section) {
    return Objects.requireNonNull(tallies(rollupQuery, List.of(section)).get(section));
  }

  @Override
  public Map<String, Map<SumKey, Tally>> tallies(RollupQuery rollupQuery, List<String> sections) {
    Map<String, Map<SumKey, Tally>> tallies = new LinkedHashMap<>();
    sections.forEach(section -> tallies.put(section, new HashMap<>()));
    addKept(rollupQuery, tallies);
    addWaiting(rollupQuery, tallies);
    tallies.values().forEach(places -> places.values().removeIf(Tally::isEmpty));
    return tallies;
  }

  private void addKept(RollupQuery rollupQuery, Map<String, Map<SumKey, Tally>> tallies) {
    Map<TallyCache.Kept, SumKey> folded = new LinkedHashMap<>();
    for (StoredSumStore.State state : reads.states(rollupQuery)) {
      folded.put(TallyCache.kept(state), state.key());
    }
    cache
        .of(folded.keySet())
        .forEach(
            (kept, sections) -> {
              SumKey key = Objects.requireNonNull(folded.get(kept));
              for (String section : tallies.keySet()) {
                Tally tally = sections.get(section);
                if (tally != null) {
                  add(tallies, section, key, tally);
                }
              }
            });
  }

  private void addWaiting(RollupQuery rollupQuery, Map<String, Map<SumKey, Tally>> tallies) {
    IntPredicate wanted = cells.in(tallies.keySet());
    Map<SumKey, CellSums> waiting = new HashMap<>();
    eachWaiting(
        rollupQuery,
        (key, row) -> row.cells().addTo(waiting.computeIfAbsent(key, p -> new CellSums()), wanted));
    waiting.forEach(
        (key, sums) ->
            cells.bySection(sums).forEach((section, tally) -> add(tallies, section, key, tally)));
  }

  /** The rows that wait of the kinds that are wanted, each with the place that it is added to. */
  private void eachWaiting(RollupQuery rollupQuery, BiConsumer<SumKey, WaitingRow> taking) {
    Set<String> kinds = Set.of(rollupQuery.kindCodes());
    for (SnapshotReads.At at : reads.waiting(rollupQuery)) {
      WaitingRow row = at.row();
      if (kinds.contains(row.kind())) {
        taking.accept(new SumKey(at.code(), row.year()), row);
      }
    }
  }

  private static void add(
      Map<String, Map<SumKey, Tally>> tallies, String section, SumKey key, Tally tally) {
    tallies.computeIfAbsent(section, s -> new HashMap<>()).merge(key, tally, Tally::plus);
  }

  @Override
  public Map<SumKey, Coverage> coverage(RollupQuery rollupQuery) {
    Map<SumKey, WaitingRow.Reports> reports = new HashMap<>();
    for (StoredSumStore.State state : reads.states(rollupQuery)) {
      reports.merge(state.key(), state.reports(), WaitingRow.Reports::plus);
    }
    eachWaiting(
        rollupQuery, (key, row) -> reports.merge(key, row.reports(), WaitingRow.Reports::plus));
    Map<SumKey, Coverage> coverage = new TreeMap<>();
    reports.forEach((key, all) -> coverage.put(key, all.coverage()));
    reads
        .expected(rollupQuery)
        .forEach(row -> coverage.merge(row.key(), row.coverage(), Coverage::plus));
    coverage.values().removeIf(Coverage::isNothing);
    return coverage;
  }
}
