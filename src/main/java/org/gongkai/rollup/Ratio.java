package org.gongkai.rollup;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongkai.tally.Sum;
import org.jspecify.annotations.Nullable;

/**
 * An indicator of a place: the sum of its numerators over the sum of its denominators.
 *
 * @param numerator null where no report states it
 * @param denominator null where no report states it
 * @param blank cells that the two leave out
 * @param standing which reports the two stand on; null where that does not matter
 */
record Ratio(
    @Nullable BigDecimal numerator,
    @Nullable BigDecimal denominator,
    long blank,
    @Nullable Reports standing) {

  private static final String TOTAL = "total";

  /**
   * Which reports a ratio stands on.
   *
   * @param numerator how many have all of its rows
   * @param denominator how many have all of its rows
   * @param same whether they are the same reports in every row
   */
  record Reports(long numerator, long denominator, boolean same) {}

  /**
   * From the rows of a section as they are added up.
   *
   * @param rows by id
   */
  static Ratio of(Indicators.Indicator indicator, Map<String, SectionRows.AddedRow> rows) {
    Sum numerator = sum(indicator.numerator(), indicator.column(), rows);
    Sum denominator = sum(indicator.denominator(), TOTAL, rows);
    List<SectionRows.Having> above = having(indicator.numerator(), indicator.column(), rows);
    List<SectionRows.Having> below = having(indicator.denominator(), TOTAL, rows);
    boolean same = Stream.concat(above.stream(), below.stream()).distinct().count() == 1;
    return new Ratio(
        numerator.number(),
        denominator.number(),
        numerator.blank() + denominator.blank(),
        new Reports(fewest(above), fewest(below), same));
  }

  private static Sum sum(List<String> ids, String column, Map<String, SectionRows.AddedRow> rows) {
    return ids.stream()
        .map(rows::get)
        .filter(Objects::nonNull)
        .map(row -> row.sum(column))
        .filter(Objects::nonNull)
        .reduce(Sum.NOTHING, Sum::plus);
  }

  private static List<SectionRows.Having> having(
      List<String> ids, String column, Map<String, SectionRows.AddedRow> rows) {
    return ids.stream()
        .map(id -> rows.getOrDefault(id, SectionRows.AddedRow.NONE).having(column))
        .toList();
  }

  private static long fewest(List<SectionRows.Having> rows) {
    return rows.stream().mapToLong(SectionRows.Having::reports).min().orElse(0);
  }

  /**
   * With six decimals, rounded half up; null where there is nothing to divide by, and where the two
   * stand on different reports, of which the one over the other says nothing.
   */
  @Nullable BigDecimal value() {
    return numerator == null
            || denominator == null
            || denominator.signum() == 0
            || standing != null && !standing.same()
        ? null
        : new Fraction(numerator, denominator).rounded();
  }

  boolean isOfFewerThan(int cases) {
    return denominator == null || denominator.compareTo(BigDecimal.valueOf(cases)) < 0;
  }
}
