package org.gongkai.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.gongkai.form.Figure;

/** Figures as findings quote them. */
final class CellStates {

  private CellStates() {}

  static Finding.CellState of(String path, Figure figure) {
    return of(path, null, figure);
  }

  static Finding.CellState of(String path, Integer year, Figure figure) {
    return new Finding.CellState(path, year, stated(figure));
  }

  private static JsonNode stated(Figure figure) {
    return switch (figure) {
      case Figure.Stated number -> DecimalNode.valueOf(number.number());
      case Figure.Blank blank -> NullNode.instance;
      case Figure.NotApplicable none -> TextNode.valueOf("n/a");
      case Figure.Malformed malformed -> malformed.stated();
    };
  }
}
