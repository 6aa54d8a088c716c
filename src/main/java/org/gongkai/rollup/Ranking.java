package org.gongkai.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.table.TableCell;
import org.gongkai.table.TableColumn;
import org.jspecify.annotations.Nullable;

/**
 * Ranks siblings by each indicator of each year, and says where their middle is. All are counted
 * first, then each gets its rank; the organs of the region itself are no sibling of the regions
 * below it. Rates are compared as fractions, never as they are rounded.
 */
final class Ranking {

  /**
   * A percentile is given where at least so many siblings lie below it and above it: so no single
   * one, nor one whose report is missing or wrong, sets it. The median takes 5, the quartiles 9.
   */
  private static final int BEYOND = 2;

  /** The columns that it fills: they compare siblings, and measure nothing of the row's own. */
  static final Set<TableColumn> COLUMNS =
      Set.of(
          NamedColumn.RANK,
          NamedColumn.RANKED,
          NamedColumn.PERCENTILE_25,
          NamedColumn.MEDIAN,
          NamedColumn.PERCENTILE_75);

  private record Competition(int year, String indicator) {}

  private final String region;
  private final Map<Competition, List<Fraction>> values = new HashMap<>();
  private boolean sorted;

  Ranking(String region) {
    this.region = region;
  }

  /** Counts a row, which is passed over where it is of no indicator. */
  void count(RollupRow row) {
    if (row.cells().has(NamedColumn.INDICATOR)) {
      List<Fraction> known = values.computeIfAbsent(competition(row), c -> new ArrayList<>());
      if (isRanked(row)) {
        known.add(value(row));
      }
    }
  }

  boolean isOfNothing() {
    return values.isEmpty();
  }

  /**
   * Says of a row which one it is: the highest is 1; equal ones share it and leave out the next.
   */
  void rank(RollupRow row) {
    if (!sorted) {
      values.values().forEach(Collections::sort);
      sorted = true;
    }
    List<Fraction> all = values.get(competition(row));
    row.cells()
        .put(
            NamedColumn.RANK,
            isRanked(row)
                ? TableCell.of(1 + higher(value(row), Objects.requireNonNull(all)))
                : TableCell.NOTHING)
        .put(NamedColumn.RANKED, TableCell.of(Objects.requireNonNull(all).size()))
        .put(NamedColumn.PERCENTILE_25, TableCell.of(percentile(all, 25)))
        .put(NamedColumn.MEDIAN, TableCell.of(percentile(all, 50)))
        .put(NamedColumn.PERCENTILE_75, TableCell.of(percentile(all, 75)));
  }

  /** The same columns of a row while not all of its siblings are known. */
  static void leaveRoom(RollupRow row) {
    row.cells()
        .put(NamedColumn.RANK, TableCell.NOTHING)
        .put(NamedColumn.RANKED, TableCell.of(0))
        .put(NamedColumn.PERCENTILE_25, TableCell.NOTHING)
        .put(NamedColumn.MEDIAN, TableCell.NOTHING)
        .put(NamedColumn.PERCENTILE_75, TableCell.NOTHING);
  }

  /**
   * What so many in a hundred lie below: between two neighbours in proportion, as spreadsheets
   * ({@code PERCENTILE.INC}) have it; null of too few.
   *
   * @param sorted all of them, the lowest first
   */
  static @Nullable BigDecimal percentile(List<Fraction> sorted, int hundredths) {
    int place = (sorted.size() - 1) * hundredths;
    if (Math.min(place, (sorted.size() - 1) * 100 - place) < BEYOND * 100) {
      return null;
    }
    Fraction below = sorted.get(place / 100);
    int further = place % 100;
    return further == 0
        ? below.rounded()
        : below.towards(sorted.get(place / 100 + 1), further).rounded();
  }

  private static int higher(Fraction value, List<Fraction> sorted) {
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

  private static Fraction value(RollupRow row) {
    return new Fraction(
        Objects.requireNonNull(row.cells().number(NamedColumn.NUMERATOR)),
        Objects.requireNonNull(row.cells().number(NamedColumn.DENOMINATOR)));
  }

  private static Competition competition(RollupRow row) {
    return new Competition(
        row.year(), Objects.requireNonNull(row.cells().text(NamedColumn.INDICATOR)));
  }

  private boolean isRanked(RollupRow row) {
    return row.cells().number(NamedColumn.VALUE) != null
        && row.cells().at(NamedColumn.TOO_FEW).equals(TableCell.of(false))
        && !region.equals(row.code());
  }
}
