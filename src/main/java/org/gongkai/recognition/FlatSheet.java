package org.gongkai.recognition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.matrix.Matrix;
import org.gongkai.matrix.Place;
import org.gongkai.problem.Text;
import org.gongkai.recognition.FlatCells.Token;

/** The table that is built again of lines, and what could not be placed in it. */
final class FlatSheet {

  /** A label and the figures behind it. */
  record Line(List<Token> label, List<Token> figures) {

    List<Token> dense() {
      return figures.stream().filter(f -> !f.isBlank()).toList();
    }

    /** With its blank cells where they are as many as there are columns, else without them. */
    Line fitting(int columns) {
      return figures.size() == columns ? this : new Line(label, dense());
    }
  }

  private static final Text COUNT =
      new Text("名称之后的数字个数与表样不符", "Another number of figures follows the label than the form has");

  private final List<Matrix.Cell> cells = new ArrayList<>();
  private final Set<Integer> used = new LinkedHashSet<>();
  private final List<TableReading.Refusal> refusals = new ArrayList<>();
  private final Set<Place> cutApart = new LinkedHashSet<>();
  private final Set<Place> supposed = new LinkedHashSet<>();
  private int row;
  private int width;

  boolean isEmpty() {
    return cells.isEmpty() && refusals.isEmpty();
  }

  boolean hasCells() {
    return !cells.isEmpty();
  }

  void nextRow() {
    row++;
  }

  void add(int column, int span, String text, Token token) {
    cells.add(new Matrix.Cell(row, column, 1, span, text, token.place()));
    used.add(token.paragraph());
    width = Math.max(width, column + span);
  }

  void add(int column, Token token) {
    add(column, 1, token.text(), token);
  }

  void use(List<Token> tokens) {
    tokens.forEach(token -> used.add(token.paragraph()));
  }

  /** Figures that stood without blanks between them. */
  void cutApart(Token run) {
    cutApart.add(run.place());
  }

  /** Figures whose heads or labels are not printed, or not wholly. */
  void suppose(List<Token> figures) {
    figures.forEach(figure -> supposed.add(figure.place()));
  }

  void refuse(Line line) {
    if (line.dense().isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder(FlatTokens.text(line.label()));
    line.figures().forEach(t -> text.append(" | ").append(t.text()));
    Token first = line.label().isEmpty() ? line.figures().getFirst() : line.label().getFirst();
    refusals.add(new TableReading.Refusal(text.toString(), first.place(), COUNT));
    use(line.label());
    use(line.figures());
  }

  FlatTables.Built built() {
    Place first = cells.isEmpty() ? refusals.getFirst().place() : cells.getFirst().place();
    return new FlatTables.Built(
        new Matrix(row, Math.max(1, width), cells, first), used, refusals, cutApart, supposed);
  }
}
