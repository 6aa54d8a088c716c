package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.gongkai.report.CellSums;

/**
 * Adds the figures of changed revisions to the sums of their regions and of all above. The adding
 * is done here, not in SQL: a batch touches few rows but adds up hundreds of thousands of numbers,
 * and that took PostgreSQL five times as long.
 */
@Singleton
class FigureFold {

  private final FoldStore store;
  private final TallyStore tallies;
  private final CellNames cells;

  FigureFold(FoldStore store, TallyStore tallies, CellNames cells) {
    this.store = store;
    this.tallies = tallies;
    this.cells = cells;
  }

  /** Where the figures of a change count, all sections together. */
  private record Source(String region, int year, String basis, String kind, String level) {}

  /** Folds the changes of these numbers. */
  void fold(FoldStore.Waiting waiting, long[] ids) {
    Map<TallyRow, CellSums> rows = rows(gather(waiting, ids));
    if (rows.isEmpty()) {
      return;
    }
    List<TallyRow> keys = List.copyOf(rows.keySet());
    tallies.read(
        keys, row -> TallyRow.addTo(Objects.requireNonNull(rows.get(TallyRow.of(row))), row));
    tallies.write(
        keys,
        new TallyStore.Arrays(
            arrays(keys, rows, sums -> cell -> cell),
            arrays(keys, rows, sums -> sums::number),
            arrays(keys, rows, sums -> sums::stated),
            arrays(keys, rows, sums -> sums::blank),
            arrays(keys, rows, sums -> sums::approximate),
            arrays(keys, rows, sums -> sums::reports)));
  }

  /** Adds each change to every region that it is within, as a whole and by kind and level. */
  private Map<Source, CellSums> gather(FoldStore.Waiting waiting, long[] ids) {
    Map<String, List<String>> within = within(waiting, ids);
    Map<Source, CellSums> sums = new HashMap<>();
    store.figures(
        waiting,
        ids,
        row -> {
          CellSums here = TallyRow.addTo(new CellSums(), row);
          int year = row.getInt("year");
          String basis = row.getString("basis");
          String kind = row.getString("kind");
          String level = row.getString("level");
          for (String region : within.getOrDefault(row.getString("region"), List.of())) {
            for (Source at :
                List.of(
                    new Source(region, year, basis, "", ""),
                    new Source(region, year, basis, kind, level))) {
              sums.computeIfAbsent(at, s -> new CellSums()).add(here);
            }
          }
          return true; // nobody asks for the rows
        });
    return sums;
  }

  /** Section by section. */
  private Map<TallyRow, CellSums> rows(Map<Source, CellSums> sums) {
    Map<TallyRow, CellSums> rows = new HashMap<>();
    sums.forEach(
        (at, all) -> {
          for (int cell = 0; cell < all.size(); cell++) {
            if (all.isAnything(cell)) {
              rows.putIfAbsent(row(at, cells.section((short) cell)), all);
            }
          }
        });
    return rows;
  }

  private static TallyRow row(Source at, String section) {
    return new TallyRow(at.region(), at.year(), at.basis(), at.kind(), at.level(), section);
  }

  private Map<String, List<String>> within(FoldStore.Waiting waiting, long[] ids) {
    Map<String, List<String>> within = new HashMap<>();
    store.within(
        waiting,
        ids,
        row ->
            within
                .computeIfAbsent(row.getString("region"), r -> new ArrayList<>())
                .add(row.getString("within")));
    return within;
  }

  private String[] arrays(
      List<TallyRow> keys,
      Map<TallyRow, CellSums> rows,
      Function<CellSums, IntFunction<Object>> property) {
    return keys.stream()
        .map(
            key -> {
              CellSums sums = Objects.requireNonNull(rows.get(key));
              return sums.array(
                  cell -> cells.section((short) cell).equals(key.section()), property.apply(sums));
            })
        .toArray(String[]::new);
  }
}
