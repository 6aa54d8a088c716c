package org.gongkai.rollup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.tally.Coverage;

/** The coverage of each place and year as lines, those without any row of sums included. */
final class PlaceLines {

  private PlaceLines() {}

  static List<String> columns() {
    List<String> columns = new ArrayList<>(List.of("code", "name", "year"));
    columns.addAll(FlatRows.of(Coverage.NONE).keySet());
    return columns;
  }

  static Stream<Map<String, Object>> of(RollupView rollup, RollupParameters asked) {
    if (rollup.places() == null) {
      Integer year = asked.onlyYear();
      return Stream.of(line(rollup.region(), rollup.name(), year, rollup.coverage()));
    }
    return rollup.places().stream().map(p -> line(p.code(), p.name(), p.year(), p.coverage()));
  }

  private static Map<String, Object> line(
      String code, String name, Integer year, Coverage coverage) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("code", code);
    line.put("name", name);
    line.put("year", year);
    line.putAll(FlatRows.of(coverage));
    return line;
  }
}
