package org.gongkai.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.tally.RollupQuery;

/**
 * Sets every number of a row beside that of the year before: {@code previous.total}, and {@code
 * change.total}, which is null where either is not known.
 */
final class YearOnYear {

  static final String PREVIOUS = "previous.";
  static final String CHANGE = "change.";

  private static final Set<String> NO_MEASURES = Set.of("year", "rank", "ranked");

  private YearOnYear() {}

  /** The wish with the year before its first one. */
  static RollupQuery withYearBefore(RollupQuery rollupQuery) {
    return new RollupQuery(
        rollupQuery.region(),
        rollupQuery.from() - 1,
        rollupQuery.to(),
        rollupQuery.by(),
        rollupQuery.basis(),
        rollupQuery.kinds(),
        rollupQuery.asOf());
  }

  /** Of a rollup that has the year before: the rows of the years after, with those beside them. */
  static RollupView of(RollupView rollup, int from) {
    return rollup.with(compared(rollup.rows(), from), compared(rollup.totals(), from));
  }

  private static List<Map<String, Object>> compared(List<Map<String, Object>> rows, int from) {
    if (rows == null) {
      return null;
    }
    Map<Map<String, Object>, Map<String, Object>> known = new HashMap<>();
    rows.forEach(row -> known.put(key(row, 0), row));
    List<Map<String, Object>> compared = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      if ((int) row.get("year") >= from) {
        compared.add(compared(row, known.getOrDefault(key(row, -1), Map.of())));
      }
    }
    return compared;
  }

  private static Map<String, Object> compared(
      Map<String, Object> row, Map<String, Object> previous) {
    Map<String, Object> compared = new LinkedHashMap<>(row);
    row.forEach(
        (member, value) -> {
          boolean measured = value instanceof Number || previous.get(member) instanceof Number;
          if (measured && !NO_MEASURES.contains(member)) {
            BigDecimal now = number(value);
            BigDecimal before = number(previous.get(member));
            compared.put(PREVIOUS + member, before);
            compared.put(
                CHANGE + member, now == null || before == null ? null : now.subtract(before));
          }
        });
    return compared;
  }

  /** What tells a row apart, and its year. */
  private static Map<String, Object> key(Map<String, Object> row, int years) {
    Map<String, Object> key = new HashMap<>();
    FlatRows.KEYS.stream()
        .filter(row::containsKey)
        .forEach(member -> key.put(member, row.get(member)));
    key.put("year", (int) row.get("year") + years);
    return key;
  }

  private static BigDecimal number(Object value) {
    return switch (value) {
      case BigDecimal number -> number;
      case Number number -> BigDecimal.valueOf(number.longValue());
      case null, default -> null;
    };
  }
}
