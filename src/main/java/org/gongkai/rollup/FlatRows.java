package org.gongkai.rollup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.tally.Coverage;

/**
 * The rows of a rollup as a table, for formats that nest nothing: each with all of its coverage,
 * also where JSON says it once for all rows.
 */
final class FlatRows {

  /** What tells rows apart, in this order. */
  static final List<String> KEYS = List.of("code", "year", "row", "channel", "unit", "indicator");

  /** What every row has; a header without any column would be no table. */
  private static final List<String> OF_NO_ROWS = List.of("year", "label");

  private static final String ROW = "row";
  private static final String REPORTS = "reports";
  private static final List<String> LAST = List.of("blank", REPORTS);
  static final String COVERAGE = "coverage";

  private record Spot(Object code, Object year) {}

  private final RollupView rollup;
  private Map<Spot, Coverage> places;
  private final List<String> columns;

  FlatRows(RollupView rollup) {
    this.rollup = rollup;
    Set<String> found = new LinkedHashSet<>();
    rollup.rows().forEach(row -> found.addAll(row.keySet()));
    if (found.isEmpty()) {
      found.addAll(OF_NO_ROWS);
    }
    found.remove(COVERAGE);
    LAST.forEach(found::remove);
    List<String> all = new ArrayList<>(found);
    all.addAll(LAST);
    all.addAll(of(Coverage.NONE).keySet());
    this.columns = List.copyOf(all);
  }

  List<String> columns() {
    return columns;
  }

  /** Those columns that tell rows apart. */
  List<String> keys() {
    return KEYS.stream().filter(columns::contains).toList();
  }

  Stream<Map<String, Object>> rows() {
    return rollup.rows().stream().map(this::flat);
  }

  private Map<String, Object> flat(Map<String, Object> row) {
    Map<String, Object> flat = new LinkedHashMap<>(row);
    flat.remove(COVERAGE);
    flat.putAll(of(coverage(row)));
    return flat;
  }

  /** The coverage of what a row is of. */
  Coverage coverage(Map<String, Object> row) {
    if (row.get(COVERAGE) instanceof Coverage own) {
      return own;
    }
    return coverage(row, row.get("year"));
  }

  private Coverage coverage(Map<String, Object> row, Object year) {
    Spot spot = new Spot(row.getOrDefault("code", rollup.region()), year);
    return places().getOrDefault(spot, rollup.coverage());
  }

  /** Only where rows do not say themselves: of organs, whose rows do, there may be very many. */
  private Map<Spot, Coverage> places() {
    if (places == null) {
      places = new HashMap<>();
      if (rollup.places() != null) {
        rollup.places().forEach(p -> places.put(new Spot(p.code(), p.year()), p.coverage()));
      }
    }
    return places;
  }

  /**
   * Whether a number of a table stands on some of the reports in the sum only, since the others
   * have no such cell.
   */
  boolean isOfSomeOnly(Map<String, Object> row, String member) {
    if (member.startsWith(YearOnYear.CHANGE)) {
      String column = member.substring(YearOnYear.CHANGE.length());
      return isOfSomeOnly(row, column) || isOfSomeOnly(row, YearOnYear.PREVIOUS + column);
    }
    boolean before = member.startsWith(YearOnYear.PREVIOUS);
    String prefix = before ? YearOnYear.PREVIOUS : "";
    String column = member.substring(prefix.length());
    if (!row.containsKey(ROW) || LAST.contains(column) || column.startsWith(Rollups.REPORTS_OF)) {
      return false;
    }
    Object reports = row.get(prefix + Rollups.REPORTS_OF + column);
    Object having = reports == null ? row.get(prefix + REPORTS) : reports;
    Coverage of = before ? coverage(row, (int) row.get("year") - 1) : coverage(row);
    return having instanceof Number number && number.longValue() < of.reported();
  }

  /** The years of an answer, those without any row included. */
  static List<Integer> years(RollupView rollup, RollupParameters asked) {
    return rollup.places() == null
        ? List.of(asked.onlyYear())
        : rollup.places().stream().map(RollupView.PlaceCoverage::year).distinct().sorted().toList();
  }

  /** Coverage as columns; a row has a {@code blank} of its own. */
  static Map<String, Object> of(Coverage coverage) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("expected", coverage.expected());
    columns.put("reported", coverage.reported());
    columns.put("missing", coverage.missing());
    columns.put("unexpected", coverage.unexpected());
    columns.put("coverageBlank", coverage.blank());
    columns.put("unexplained", coverage.unexplained());
    columns.put("waived", coverage.waived());
    columns.put("otherLayout", coverage.otherLayout());
    columns.put("complete", coverage.isComplete());
    return columns;
  }
}
