package org.gongkai.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.Cell;
import org.gongkai.form.Column;
import org.gongkai.form.Figure;
import org.gongkai.form.Figures;
import org.gongkai.form.Form;
import org.gongkai.form.FormRole;
import org.gongkai.form.Row;
import org.gongkai.form.Section;
import org.gongkai.rule.Rule;
import org.gongkai.rule.Severity;
import org.gongkai.rule.Term;

/**
 * A rule of a form, applied to one row or one column: the cells of both sides.
 *
 * @param place the row or column
 */
public record Equation(
    Rule.TwoSided rule, String edition, String place, List<Operand> left, List<Operand> right) {

  /** A cell in a side. */
  public record Operand(String path, boolean previous, boolean negative) {}

  /** What figures are to a rule by which both sides are equal. */
  enum Verdict {
    /** The sides are equal, or one of them states nothing. */
    HOLDS,
    /** The sides are equal only if blanks are not 0. */
    IN_DOUBT,
    /** No filling of the blanks can make the sides equal. */
    BROKEN
  }

  /** Whether both sides are equal. */
  Verdict verdict(Figures figures) {
    return verdict(Side.of(left, figures), Side.of(right, figures));
  }

  static Verdict verdict(Side left, Side right) {
    int order = left.sum().compareTo(right.sum());
    if (left.isSilent() || right.isSilent() || order == 0) {
      return Verdict.HOLDS;
    }
    // blanks can only make their side larger
    boolean canBeFilled = order < 0 ? !left.isExact() : !right.isExact();
    return canBeFilled ? Verdict.IN_DOUBT : Verdict.BROKEN;
  }

  /** By how much both sides differ, as far as they are stated. */
  BigDecimal gap(Figures figures) {
    return Side.of(left, figures).sum().subtract(Side.of(right, figures).sum()).abs();
  }

  /** Whether it holds afterwards, or is in doubt as it was before. */
  boolean accepts(Figures before, Figures after) {
    return switch (verdict(after)) {
      case HOLDS -> true;
      case IN_DOUBT -> verdict(before) == Verdict.IN_DOUBT;
      case BROKEN -> false;
    };
  }

  /** Whether one of both sides has the cell. */
  boolean names(String path) {
    return operands().anyMatch(operand -> operand.path().equals(path));
  }

  /** The same of several cells, of which one is enough. */
  boolean names(Set<String> paths) {
    return operands().anyMatch(operand -> paths.contains(operand.path()));
  }

  Stream<Operand> operands() {
    return Stream.concat(left.stream(), right.stream());
  }

  /** What is found where both sides are not as they should be. */
  Finding finding(Severity severity, FindingKind kind, Side ofLeft, Side ofRight, Figures figures) {
    List<CellState> cells = new ArrayList<>();
    left.forEach(o -> cells.add(CellState.of(o.path(), figures.known(o.path()))));
    right.forEach(o -> cells.add(CellState.of(o.path(), figures.known(o.path()))));
    return new Finding(
        rule.id(),
        rule.version(),
        edition,
        severity,
        kind,
        rule.section(),
        place,
        cells,
        ofLeft.sum(),
        ofRight.sum());
  }

  /** Every place that the form's rules of this kind hold for. */
  public static List<Equation> of(Form form, Class<? extends Rule.TwoSided> kind) {
    List<Equation> equations = new ArrayList<>();
    for (Rule.TwoSided rule : form.rules(kind)) {
      Section section = form.knownSection(rule.section());
      switch (rule.each()) {
        case ROW -> forRows(form, section, rule, equations);
        case COLUMN -> forColumns(form, section, rule, equations);
      }
    }
    return List.copyOf(equations);
  }

  private static void forRows(
      Form form, Section section, Rule.TwoSided rule, Collection<Equation> into) {
    for (Row row : section.rows()) {
      boolean meant = rule.rows().isEmpty() || rule.rows().contains(row.id());
      if (meant && row.role() != FormRole.HEADING) {
        String place = section.id() + "." + row.id();
        into.add(
            new Equation(
                rule,
                form.edition(),
                place,
                operands(rule.left(), term -> cellsOf(section, row, term)),
                operands(rule.right(), term -> cellsOf(section, row, term))));
      }
    }
  }

  private static void forColumns(
      Form form, Section section, Rule.TwoSided rule, Collection<Equation> into) {
    for (Column column : section.columns()) {
      String place = section.id() + "." + column.id();
      into.add(
          new Equation(
              rule,
              form.edition(),
              place,
              operands(rule.left(), term -> cellsOf(section, term, column)),
              operands(rule.right(), term -> cellsOf(section, term, column))));
    }
  }

  private interface Cells {
    List<Cell> named(String term);
  }

  private static List<Operand> operands(List<String> terms, Cells cells) {
    List<Operand> operands = new ArrayList<>();
    for (String written : terms) {
      Term term = Term.of(written);
      for (Cell cell : cells.named(term.name())) {
        operands.add(new Operand(cell.path(), term.previous(), term.negative()));
      }
    }
    return List.copyOf(operands);
  }

  private static List<Cell> cellsOf(Section section, Row row, String column) {
    Cell cell = section.cell(row.id(), column);
    return cell == null ? List.of() : List.of(cell);
  }

  private static List<Cell> cellsOf(Section section, String rows, Column column) {
    return section.rowsNamed(rows).stream()
        .map(row -> section.cell(row.id(), column.id()))
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  /**
   * One side of an equation, added up.
   *
   * @param sum of what is stated
   * @param stated how many cells state a number
   * @param open how many could be any number: blank, or nothing that counts as a number
   */
  record Side(BigDecimal sum, int stated, int open) {

    /**
     * Adds the operands of one report. Not applicable contributes nothing and leaves nothing open.
     */
    static Side of(List<Equation.Operand> operands, Figures figures) {
      BigDecimal sum = BigDecimal.ZERO;
      int stated = 0;
      int open = 0;
      for (Equation.Operand operand : operands) {
        switch (figures.known(operand.path())) {
          case Figure.Stated number -> {
            sum = operand.negative() ? sum.subtract(number.number()) : sum.add(number.number());
            stated++;
          }
          case Figure.Blank blank -> open++;
          case Figure.Malformed malformed -> open++;
          case Figure.NotApplicable none -> {
            // neither stated nor open
          }
        }
      }
      return new Side(sum, stated, open);
    }

    /** Nothing is stated here that a rule could be held against. */
    boolean isSilent() {
      return stated == 0;
    }

    boolean isExact() {
      return open == 0;
    }
  }
}
