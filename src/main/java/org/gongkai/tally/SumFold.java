package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
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
  private final CellNames cells;

  SumFold(FoldStore store, TallyStore tallies, CellNames cells) {
    this.store = store;
    this.tallies = tallies;
    this.cells = cells;
  }

  /** Where changes count, all sections together. */
  record Sums(String region, int year, String basis, String kind, String level) {}

  /** What is added to such sums. */
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
    Map<Sums, Added> sums = new LinkedHashMap<>();
    for (WaitingRow row : rows) {
      FoldStore.Within at = within.get(row.region());
      if (at != null) {
        for (String region : at.within()) {
          add(row, region, "", "", sums);
          add(row, region, row.kind(), at.level(), sums);
        }
      }
    }
    store.foldCounts(sums);
    addCells(sums);
  }

  private static void add(
      WaitingRow row, String region, String kind, String level, Map<Sums, Added> sums) {
    sums.computeIfAbsent(new Sums(region, row.year(), row.basis(), kind, level), s -> new Added())
        .add(row);
  }

  private void addCells(Map<Sums, Added> sums) {
    Map<TallyRow, CellSums> rows = new HashMap<>();
    sums.forEach((at, added) -> rows(at, added.cells(), rows));
    if (rows.isEmpty()) {
      return;
    }
    List<TallyRow> keys = new ArrayList<>(rows.keySet());
    tallies.read(keys, (row, kept) -> kept.addTo(Objects.requireNonNull(rows.get(row))));
    tallies.write(
        keys,
        new TallyStore.Arrays(
            arrays(keys, rows, sum -> cell -> cell),
            arrays(keys, rows, sum -> sum::number),
            arrays(keys, rows, sum -> sum::stated),
            arrays(keys, rows, sum -> sum::blank),
            arrays(keys, rows, sum -> sum::approximate),
            arrays(keys, rows, sum -> sum::reports)));
  }

  /** Section by section; what is kept of one is added to the cells of that one alone. */
  private void rows(Sums at, CellSums all, Map<TallyRow, CellSums> rows) {
    String last = "";
    for (int cell = 0; cell < all.size(); cell++) {
      if (all.isAnything(cell)) {
        String section = cells.section(cell);
        if (!section.equals(last)) {
          last = section;
          rows.put(
              new TallyRow(at.region(), at.year(), at.basis(), at.kind(), at.level(), section),
              all);
        }
      }
    }
  }

  private String[] arrays(
      List<TallyRow> keys,
      Map<TallyRow, CellSums> rows,
      Function<CellSums, IntFunction<Object>> property) {
    return keys.stream()
        .map(
            key -> {
              CellSums sums = Objects.requireNonNull(rows.get(key));
              return sums.array(cells.of(key.section()), property.apply(sums));
            })
        .toArray(String[]::new);
  }
}
