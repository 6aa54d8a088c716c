package org.gongkai.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.breakdown.SumOperands;
import org.gongkai.form.Cell;
import org.gongkai.form.CellPath;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.gongkai.form.Forms;
import org.gongkai.form.Section;
import org.gongkai.tally.Sum;
import org.jspecify.annotations.Nullable;

/** What a government states in a table, by row and column as a rollup has them. */
final class GovernmentFigures {

  /**
   * A number.
   *
   * @param decimals with which it is written
   */
  private record Written(Sum sum, int decimals) {}

  private final Section section;
  private final Map<String, Map<String, Written>> rows = new LinkedHashMap<>();

  /**
   * Reads a section.
   *
   * @param document the report as it was sent, in which numbers have the decimals that they were
   *     written with
   */
  GovernmentFigures(Content report, JsonNode document, Section section) {
    this.section = section;
    for (Cell cell : section.cells().values()) {
      String summand = report.summand(cell.path());
      int mark = summand.indexOf(Forms.UNIT_MARK);
      String column = cell.column().id();
      boolean inOwnUnit = mark > 0 && cell.column().statedUnit();
      rows.computeIfAbsent(cell.row().id(), row -> new LinkedHashMap<>())
          .put(
              inOwnUnit ? SumOperands.inUnit(column, summand.substring(mark + 1)) : column,
              new Written(sum(report.figures().known(cell.path())), decimals(document, cell)));
    }
  }

  static Sum sum(Figure figure) {
    return switch (figure) {
      case Figure.Stated stated -> new Sum(stated.number(), 0);
      case Figure.NotApplicable none -> Sum.NOTHING;
      case Figure.Blank blank -> new Sum(null, 1);
      case Figure.Malformed malformed -> new Sum(null, 1);
    };
  }

  private static int decimals(JsonNode document, Cell cell) {
    JsonNode written = document.at("/" + cell.path().replace('.', '/'));
    if (written.isObject()) {
      written = written.path("value");
    }
    return written.isNumber() ? Math.max(0, written.decimalValue().scale()) : 0;
  }

  Set<String> rows() {
    return rows.keySet();
  }

  Set<String> columns(String row) {
    return new LinkedHashSet<>(rows.getOrDefault(row, Map.of()).keySet());
  }

  /** What is stated; of a row that the edition prints no cells for, the leaves below; or null. */
  @Nullable Sum at(String row, String column) {
    Written own = rows.getOrDefault(row, Map.of()).get(column);
    return own == null ? below(row, column) : own.sum();
  }

  private @Nullable Sum below(String row, String column) {
    return rows.entrySet().stream()
        .filter(leaf -> CellPath.isBelow(leaf.getKey(), row))
        .map(leaf -> leaf.getValue().get(column))
        .filter(Objects::nonNull)
        .map(Written::sum)
        .reduce(Sum::plus)
        .orElse(null);
  }

  int decimals(String row, String column) {
    Written own = rows.getOrDefault(row, Map.of()).get(column);
    return own == null ? 0 : own.decimals();
  }

  /** Whether it is a total or a heading, where the edition prints the cell. */
  boolean isComputed(String row, String column, boolean otherwise) {
    Cell cell = section.cell(row, column);
    return cell == null ? otherwise : !cell.leaf();
  }
}
