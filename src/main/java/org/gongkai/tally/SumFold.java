package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.gongkai.report.CellSums;
import org.jspecify.annotations.Nullable;

/**
 * Adds changes to the sums of their regions and of all above. The adding is done here, not in SQL:
 * a batch touches few rows but adds up hundreds of thousands of numbers, and that took PostgreSQL
 * five times as long. Where there is nothing to add, as a sum has one change and was not there
 * before, the database makes the row of the change itself: of sums below provinces many are so, and
 * of a year that has just begun most.
 */
@Singleton
class SumFold {

  private final FoldStore store;
  private final TallyStore tallies;

  SumFold(FoldStore store, TallyStore tallies) {
    this.store = store;
    this.tallies = tallies;
  }

  /** What is added to a row of sums. */
  static final class Added {

    private final long first;
    private final WaitingRow row;
    private @Nullable CellSums sums;
    private WaitingRow.Reports reports;
    private int made;
    private Instant at;

    /** Begins with a row that waits. */
    Added(long id, WaitingRow row) {
      this.first = id;
      this.row = row;
      this.reports = row.reports();
      this.made = row.made();
      this.at = row.at();
    }

    void add(WaitingRow other) {
      add(other.cells());
      reports = reports.plus(other.reports());
      made += other.made();
      at = other.at().isAfter(at) ? other.at() : at;
    }

    void add(CellChanges cells) {
      cells.addTo(cells());
    }

    /** The row that it began with. */
    long first() {
      return first;
    }

    /** Whether nothing was added to that. */
    boolean isAlone() {
      return sums == null;
    }

    CellSums cells() {
      if (sums == null) {
        sums = new CellSums();
        row.cells().addTo(sums);
      }
      return sums;
    }

    WaitingRow.Reports reports() {
      return reports;
    }

    int made() {
      return made;
    }

    Instant at() {
      return at;
    }
  }

  /** Folds rows, by their numbers, as a whole and by kind and level. */
  void fold(FoldStore.Waiting waiting, Map<Long, WaitingRow> rows) {
    TreeSet<String> regions = new TreeSet<>();
    rows.values().forEach(row -> regions.add(row.region()));
    Map<String, FoldStore.Place> places = store.within(regions);
    Map<TallyRow, Added> sums = new LinkedHashMap<>();
    rows.forEach(
        (id, row) -> {
          FoldStore.@Nullable Place own = places.get(row.region());
          for (FoldStore.@Nullable Place at = own; at != null; at = above(at, places)) {
            if (waiting.isFor(at.level())) {
              add(id, row, at.region(), "", "", sums);
              add(id, row, at.region(), row.kind(), Objects.requireNonNull(own).level(), sums);
            }
          }
        });
    if (waiting == FoldStore.Waiting.BELOW) {
      begin(sums);
    }
    if (!sums.isEmpty()) {
      tallies.read(
          List.copyOf(sums.keySet()),
          (row, kept) -> Objects.requireNonNull(sums.get(row)).add(kept));
      tallies.write(sums);
    }
  }

  /** Makes rows of one change each, and leaves those that are there already. */
  private void begin(Map<TallyRow, Added> sums) {
    Map<TallyRow, Long> alone = new LinkedHashMap<>();
    sums.forEach(
        (row, added) -> {
          if (added.isAlone()) {
            alone.put(row, added.first());
          }
        });
    if (!alone.isEmpty()) {
      tallies.begin(alone).forEach(sums::remove);
    }
  }

  private static FoldStore.@Nullable Place above(
      FoldStore.Place place, Map<String, FoldStore.Place> places) {
    @Nullable String parent = place.parent();
    return parent == null ? null : places.get(parent);
  }

  private static void add(
      long id,
      WaitingRow row,
      String region,
      String kind,
      String level,
      Map<TallyRow, Added> sums) {
    TallyRow key = new TallyRow(region, row.year(), row.basis(), kind, level);
    Added known = sums.get(key);
    if (known == null) {
      sums.put(key, new Added(id, row));
    } else {
      known.add(row);
    }
  }
}
