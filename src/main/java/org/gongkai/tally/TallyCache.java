package org.gongkai.tally;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads rows of sums and remembers them together with the state that they were of, which every
 * reader asks the database for: what is remembered is never older than what is asked.
 */
@Singleton
class TallyCache {

  /** Some 40 MB. The nation with its provinces, of five years, has 100,000 cells. */
  private static final int MOST_CELLS = 300_000;

  /**
   * A row of sums in a state.
   *
   * @param changes that were folded into it
   * @param changed when the newest of them was made
   */
  record Kept(TallyRow row, long changes, Instant changed) {}

  private record Remembered(long changes, Instant changed, Tally tally) {

    boolean isOf(Kept kept) {
      return changes == kept.changes() && changed.equals(kept.changed());
    }
  }

  private final TallyStore store;
  private final CellNames cells;
  private final Cache<TallyRow, Remembered> remembered =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CELLS)
          .weigher((TallyRow row, Remembered r) -> 1 + r.tally().cells().size())
          .build();

  TallyCache(TallyStore store, CellNames cells) {
    this.store = store;
    this.cells = cells;
  }

  /** The row that holds the state of all sections of its place. */
  static Kept kept(StoredSumStore.State state, String section) {
    return new Kept(
        new TallyRow(
            state.region(), state.year(), state.basis(), state.kind(), state.level(), section),
        state.changes(),
        state.changed());
  }

  /** The sums, which must not be changed, within the snapshot in which their states were read. */
  Map<Kept, Tally> of(Collection<Kept> wanted) {
    Map<Kept, Tally> tallies = new LinkedHashMap<>();
    Map<TallyRow, Kept> unknown = new LinkedHashMap<>();
    for (Kept kept : wanted) {
      Remembered known = remembered.getIfPresent(kept.row());
      if (known != null && known.isOf(kept)) {
        tallies.put(kept, known.tally());
      } else {
        unknown.put(kept.row(), kept);
      }
    }
    if (!unknown.isEmpty()) {
      read(unknown, tallies);
    }
    return tallies;
  }

  private void read(Map<TallyRow, Kept> unknown, Map<Kept, Tally> tallies) {
    List<TallyRow> keys = new ArrayList<>(unknown.keySet());
    store.read(
        keys, (row, said) -> tallies.put(Objects.requireNonNull(unknown.get(row)), tally(said)));
    for (Kept kept : unknown.values()) {
      Tally tally = tallies.computeIfAbsent(kept, k -> Tally.empty());
      remembered.put(kept.row(), new Remembered(kept.changes(), kept.changed(), tally));
    }
  }

  private Tally tally(CellChanges said) {
    return cells.bySection(said).values().stream().findFirst().orElseGet(Tally::empty);
  }
}
