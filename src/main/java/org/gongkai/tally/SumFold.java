package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.gongkai.report.CellSums;

/**
 * Adds changes to the sums of their regions and of all above. The adding is done here, not in SQL:
 * a batch touches few rows but adds up hundreds of thousands of numbers, and that took PostgreSQL
 * five times as long.
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

    private final CellSums cells = new CellSums();
    private WaitingRow.Reports reports = WaitingRow.Reports.NONE;
    private int made;
    private Instant at = Instant.MIN;

    void add(WaitingRow row) {
      row.cells().addTo(cells);
      reports = reports.plus(row.reports());
      made += row.made();
      at = row.at().isAfter(at) ? row.at() : at;
    }

    CellSums cells() {
      return cells;
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

  /** Folds rows, as a whole and by kind and level. */
  void fold(FoldStore.Waiting waiting, Collection<WaitingRow> rows) {
    Map<String, FoldStore.Within> within = new HashMap<>();
    TreeSet<String> regions = new TreeSet<>();
    rows.forEach(row -> regions.add(row.region()));
    store.within(waiting, regions).forEach(found -> within.put(found.region(), found));
    Map<TallyRow, Added> sums = new LinkedHashMap<>();
    for (WaitingRow row : rows) {
      FoldStore.Within at = within.get(row.region());
      if (at != null) {
        for (String region : at.within()) {
          add(row, region, "", "", sums);
          add(row, region, row.kind(), at.level(), sums);
        }
      }
    }
    if (!sums.isEmpty()) {
      tallies.read(
          List.copyOf(sums.keySet()),
          (row, kept) -> kept.addTo(Objects.requireNonNull(sums.get(row)).cells()));
      tallies.write(sums);
    }
  }

  private static void add(
      WaitingRow row, String region, String kind, String level, Map<TallyRow, Added> sums) {
    sums.computeIfAbsent(
            new TallyRow(region, row.year(), row.basis(), kind, level), s -> new Added())
        .add(row);
  }
}
