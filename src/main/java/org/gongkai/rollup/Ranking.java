package org.gongkai.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.table.Cell;
import org.gongkai.table.SpilledList;

/**
 * Ranks siblings by each indicator of each year. All are counted first, then each gets its rank;
 * the organs of the region itself are no sibling of the regions below it.
 */
final class Ranking {

  private record Competition(int year, String indicator) {}

  private final String region;
  private final Map<Competition, List<BigDecimal>> values = new HashMap<>();
  private boolean sorted;

  Ranking(String region) {
    this.region = region;
  }

  /** Counts a row, which is passed over where it is of no indicator. */
  void count(RollupRow row) {
    if (row.cells().has(NamedColumn.INDICATOR)) {
      List<BigDecimal> known = values.computeIfAbsent(competition(row), c -> new ArrayList<>());
      if (isRanked(row)) {
        known.add(row.cells().number(NamedColumn.VALUE));
      }
    }
  }

  boolean isOfNothing() {
    return values.isEmpty();
  }

  /** The same rows with their ranks. */
  SpilledList<RollupRow> ranked(List<RollupRow> rows, SpilledList<RollupRow> into) {
    for (RollupRow row : rows) {
      RollupRow ranked = row.with(row.cells().copy());
      rank(ranked);
      into.add(ranked);
    }
    return into.seal();
  }

  /**
   * Says of a row which one it is: the highest is 1; equal ones share it and leave out the next.
   */
  void rank(RollupRow row) {
    if (!sorted) {
      values.values().forEach(Collections::sort);
      sorted = true;
    }
    List<BigDecimal> all = values.get(competition(row));
    row.cells()
        .put(
            NamedColumn.RANK,
            isRanked(row)
                ? Cell.of(1 + higher(row.cells().number(NamedColumn.VALUE), all))
                : Cell.NOTHING)
        .put(NamedColumn.RANKED, Cell.of(all.size()));
  }

  private static int higher(BigDecimal value, List<BigDecimal> sorted) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted.get(middle).compareTo(value) > 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return sorted.size() - low;
  }

  private static Competition competition(RollupRow row) {
    return new Competition(row.year(), row.cells().text(NamedColumn.INDICATOR));
  }

  private boolean isRanked(RollupRow row) {
    return row.cells().number(NamedColumn.VALUE) != null
        && row.cells().at(NamedColumn.TOO_FEW).equals(Cell.of(false))
        && !region.equals(row.code());
  }
}
