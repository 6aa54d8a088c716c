package org.gongkai.tally;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Instant;
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

  private record Remembered(long changes, Instant changed, Map<String, Tally> sections) {

    boolean isOf(Kept kept) {
      return changes == kept.changes() && changed.equals(kept.changed());
    }
  }

  private final TallyStore store;
  private final CellNames cells;
  private final Cache<TallyRow, Remembered> remembered =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CELLS)
          .weigher((TallyRow row, Remembered r) -> 1 + size(r.sections()))
          .build();

  TallyCache(TallyStore store, CellNames cells) {
    this.store = store;
    this.cells = cells;
  }

  private static int size(Map<String, Tally> sections) {
    return sections.values().stream().mapToInt(tally -> tally.cells().size()).sum();
  }

  /** A row, and the state that it is in. */
  static Kept kept(StoredSumStore.State state) {
    return new Kept(
        new TallyRow(state.region(), state.year(), state.basis(), state.kind(), state.level()),
        state.changes(),
        state.changed());
  }

  /**
   * The sums by section, which must not be changed, within the snapshot in which their states were
   * read.
   */
  Map<Kept, Map<String, Tally>> of(Collection<Kept> wanted) {
    Map<Kept, Map<String, Tally>> sums = new LinkedHashMap<>();
    Map<TallyRow, Kept> unknown = new LinkedHashMap<>();
    for (Kept kept : wanted) {
      Remembered known = remembered.getIfPresent(kept.row());
      if (known != null && known.isOf(kept)) {
        sums.put(kept, known.sections());
      } else {
        unknown.put(kept.row(), kept);
      }
    }
    if (!unknown.isEmpty()) {
      read(unknown, sums);
    }
    return sums;
  }

  private void read(Map<TallyRow, Kept> unknown, Map<Kept, Map<String, Tally>> sums) {
    store.read(
        List.copyOf(unknown.keySet()),
        (row, said) -> {
          Kept kept = Objects.requireNonNull(unknown.get(row));
          Map<String, Tally> sections = cells.bySection(said);
          sums.put(kept, sections);
          remembered.put(row, new Remembered(kept.changes(), kept.changed(), sections));
        });
  }
}
