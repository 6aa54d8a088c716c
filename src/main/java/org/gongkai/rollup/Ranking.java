package org.gongkai.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ranks siblings by each indicator of each year. All are counted first, then each gets its rank;
 * the organs of the region itself are no sibling of the regions below it.
 */
final class Ranking {

  private record Competition(Object year, Object indicator) {}

  private final String region;
  private final Map<Competition, List<BigDecimal>> values = new HashMap<>();
  private boolean sorted;

  Ranking(String region) {
    this.region = region;
  }

  /** Counts a row, which is passed over where it is of no indicator. */
  void count(Map<String, Object> row) {
    if (row.get("indicator") != null) {
      List<BigDecimal> known = values.computeIfAbsent(competition(row), c -> new ArrayList<>());
      if (isRanked(row)) {
        known.add((BigDecimal) row.get("value"));
      }
    }
  }

  boolean isOfNothing() {
    return values.isEmpty();
  }

  /** The same rows with their ranks. */
  SpilledList<Map<String, Object>> ranked(
      List<Map<String, Object>> rows, SpilledList<Map<String, Object>> into) {
    for (Map<String, Object> row : rows) {
      Map<String, Object> ranked = new LinkedHashMap<>(row);
      rank(ranked);
      into.add(ranked);
    }
    return into.seal();
  }

  /**
   * Says of a row which one it is: the highest is 1; equal ones share it and leave out the next.
   */
  void rank(Map<String, Object> row) {
    if (!sorted) {
      values.values().forEach(Collections::sort);
      sorted = true;
    }
    List<BigDecimal> all = values.get(competition(row));
    row.put(
        "rank",
        isRanked(row) ? 1 + higher(new BigDecimal(row.get("value").toString()), all) : null);
    row.put("ranked", all.size());
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

  private static Competition competition(Map<String, Object> row) {
    return new Competition(row.get("year"), row.get("indicator"));
  }

  private boolean isRanked(Map<String, Object> row) {
    return row.get("value") != null
        && row.get("tooFewToRank").equals(false)
        && !region.equals(row.get("code"));
  }
}
