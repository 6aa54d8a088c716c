package org.gongkai.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import org.gongkai.form.Figure;

/** Figures as findings, and whatever else shows them, quote them. */
public final class CellStates {

  private static final int LONGEST = 200;

  private CellStates() {}

  public static Finding.CellState of(String path, Figure figure) {
    return of(path, null, figure);
  }

  public static Finding.CellState of(String path, Integer year, Figure figure) {
    return new Finding.CellState(path, year, stated(figure));
  }

  /** A number, null where it is blank, {@code n/a}, or whatever stands there. */
  public static JsonNode stated(Figure figure) {
    return switch (figure) {
      case Figure.Stated stated -> node(stated.number());
      case Figure.Blank blank -> NullNode.instance;
      case Figure.NotApplicable none -> TextNode.valueOf("n/a");
      case Figure.Malformed malformed -> shown(malformed.stated());
    };
  }

  /** A cell can hold a book, and be in many findings. */
  private static JsonNode shown(JsonNode stated) {
    String json = stated.isTextual() ? stated.textValue() : stated.toString();
    if (json.length() <= LONGEST) {
      return stated;
    }
    int end = Character.isHighSurrogate(json.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return TextNode.valueOf(json.substring(0, end) + "…");
  }

  /** The node that a parser makes of the number, so that a finding read back equals itself. */
  private static JsonNode node(BigDecimal number) {
    if (number.scale() > 0) {
      return DecimalNode.valueOf(number);
    }
    long whole = number.longValueExact();
    return whole == (int) whole ? IntNode.valueOf((int) whole) : LongNode.valueOf(whole);
  }
}
