package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Sums that are kept, with what is not folded into them yet. */
@Singleton
public final class StoredSums implements Tallies {

  private final StoredSumStore store;
  private final TallyCache cache;

  StoredSums(StoredSumStore store, TallyCache cache) {
    this.store = store;
    this.cache = cache;
  }

  @Override
  public Map<Place, Tally> tallies(RollupQuery rollupQuery, String section) {
    return Objects.requireNonNull(tallies(rollupQuery, List.of(section)).get(section));
  }

  @Override
  public Map<String, Map<Place, Tally>> tallies(RollupQuery rollupQuery, List<String> sections) {
    Map<String, Map<Place, Tally>> tallies = new LinkedHashMap<>();
    sections.forEach(section -> tallies.put(section, new HashMap<>()));
    addKept(rollupQuery, tallies);
    addWaiting(rollupQuery, tallies);
    tallies.values().forEach(places -> places.values().removeIf(Tally::isEmpty));
    return tallies;
  }

  private void addKept(RollupQuery rollupQuery, Map<String, Map<Place, Tally>> tallies) {
    Map<TallyCache.Kept, Place> folded = new LinkedHashMap<>();
    for (StoredSumStore.State state : store.states(rollupQuery)) {
      for (String section : tallies.keySet()) {
        folded.put(TallyCache.kept(state, section), state.place());
      }
    }
    cache
        .of(folded.keySet())
        .forEach(
            (kept, tally) ->
                add(
                    tallies,
                    kept.row().section(),
                    Objects.requireNonNull(folded.get(kept)),
                    tally));
  }

  private void addWaiting(RollupQuery rollupQuery, Map<String, Map<Place, Tally>> tallies) {
    Map<String, Map<Place, Tally>> waiting = new HashMap<>();
    for (StoredSumStore.Waiting row :
        store.waiting(rollupQuery, tallies.keySet().toArray(String[]::new))) {
      waiting
          .computeIfAbsent(row.section(), s -> new HashMap<>())
          .computeIfAbsent(row.place(), p -> Tally.empty())
          .add(row.path(), row.added());
    }
    waiting.forEach(
        (section, places) -> places.forEach((place, tally) -> add(tallies, section, place, tally)));
  }

  private static void add(
      Map<String, Map<Place, Tally>> tallies, String section, Place place, Tally tally) {
    tallies.computeIfAbsent(section, s -> new HashMap<>()).merge(place, tally, Tally::plus);
  }

  @Override
  public Map<Place, Coverage> coverage(RollupQuery rollupQuery) {
    Map<Place, Coverage> coverage =
        SumRows.coverage(store.expected(rollupQuery), store.reported(rollupQuery));
    coverage.values().removeIf(Coverage::isNothing);
    return coverage;
  }
}
