package org.gongkai.rollup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * An indicator of a place: the sum of its numerators over the sum of its denominators.
 *
 * @param numerator null where no report states it
 * @param denominator null where no report states it
 * @param blank cells that the two leave out
 */
record Ratio(BigDecimal numerator, BigDecimal denominator, long blank) {

  static final Ratio NOTHING = new Ratio(null, null, 0);

  private static final int DECIMALS = 6;

  /**
   * From the rows of a section as they are added up.
   *
   * @param rows by id, per column its sum
   */
  static Ratio of(Indicators.Indicator indicator, Map<String, Map<String, Sum>> rows) {
    Sum numerator = sum(indicator.numerator(), indicator.column(), rows);
    Sum denominator = sum(indicator.denominator(), "total", rows);
    return new Ratio(
        numerator.number(), denominator.number(), numerator.blank() + denominator.blank());
  }

  private static Sum sum(List<String> ids, String column, Map<String, Map<String, Sum>> rows) {
    return ids.stream()
        .map(id -> rows.getOrDefault(id, Map.of()).getOrDefault(column, Sum.NOTHING))
        .reduce(Sum.NOTHING, Sum::plus);
  }

  /** With six decimals, rounded half up; null where there is nothing to divide by. */
  BigDecimal value() {
    return numerator == null || denominator == null || denominator.signum() == 0
        ? null
        : numerator.divide(denominator, DECIMALS, RoundingMode.HALF_UP);
  }

  boolean isOfFewerThan(int cases) {
    return denominator == null || denominator.compareTo(BigDecimal.valueOf(cases)) < 0;
  }
}
