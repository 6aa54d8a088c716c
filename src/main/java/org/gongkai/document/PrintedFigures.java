package org.gongkai.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import org.gongkai.form.Cell;
import org.gongkai.form.CellPath;
import org.gongkai.form.Choice;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.jspecify.annotations.Nullable;

/**
 * What is printed in the cells of a report: a number with all its digits and without signs between
 * them, an oblique stroke for what is not applicable, nothing for a blank, and whatever else was
 * stated as it was stated.
 */
final class PrintedFigures {

  private static final String NOT_APPLICABLE = "/";

  private final Content content;
  private final Map<String, Choice> amountUnits;

  PrintedFigures(Content content, Map<String, Choice> amountUnits) {
    this.content = content;
    this.amountUnits = amountUnits;
  }

  PaperGrid.Printed of(Cell cell) {
    Figure figure = content.figures().at(cell.path());
    PaperGrid.Printed printed =
        figure instanceof Figure.Stated stated ? stated(cell, stated.number()) : of(figure);
    String remark = content.remarks().get(cell.path());
    return remark == null || remark.isBlank()
        ? printed
        : new PaperGrid.Printed(printed.text() + "（" + remark + "）", printed.number());
  }

  /** Of whatever unit. */
  static PaperGrid.Printed of(@Nullable Figure figure) {
    return switch (figure) {
      case null -> PaperGrid.Printed.NOTHING;
      case Figure.Blank blank -> PaperGrid.Printed.NOTHING;
      case Figure.NotApplicable none -> new PaperGrid.Printed(NOT_APPLICABLE, null);
      case Figure.Malformed malformed -> new PaperGrid.Printed(asStated(malformed.stated()), null);
      case Figure.Stated stated ->
          new PaperGrid.Printed(stated.number().toPlainString(), stated.number());
    };
  }

  /** Where the form prints no unit, the report's own stands beside the number. */
  private PaperGrid.Printed stated(Cell cell, BigDecimal number) {
    String digits = number.toPlainString();
    if (cell.column().statedUnit()) {
      String row = CellPath.row(cell.path());
      Choice unit = amountUnits.get(content.statedUnits().get(row));
      return new PaperGrid.Printed(unit == null ? digits : digits + unit.label().zh(), number);
    }
    return new PaperGrid.Printed(digits, number);
  }

  private static String asStated(JsonNode stated) {
    return stated.isValueNode() ? stated.asText() : stated.toString();
  }
}
