package org.gongkai.recognition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.problem.Text;
import org.gongkai.recognition.ColumnHeads.Head;
import org.gongkai.recognition.Grid.Spot;
import org.gongkai.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Which cell of a row stands in which column: by the lines of the grid, and by the order, where
 * there are as many cells as heads. Where both say the same it is certain. Pages often miscount the
 * columns that a cell goes over; then the order is taken if the sums of the row agree.
 */
final class LineFigures {

  /**
   * The cells of a row by column.
   *
   * @param sure whether the grid says so
   * @param refused why none is taken; null where they are
   */
  record Taken(Map<String, Spot> byColumn, boolean sure, @Nullable Text refused) {

    static Taken no(Text reason) {
      return new Taken(Map.of(), false, reason);
    }
  }

  private static final Text COUNT =
      new Text("本行单元格与表头对不上", "The cells of the row do not agree with the heads");
  private static final Text SPANNED =
      new Text(
          "一个数字跨多行，无法确定属于哪一行", "A number goes over several rows, and whose it is is not certain");

  private final Forms forms;

  LineFigures(Forms forms) {
    this.forms = forms;
  }

  Taken take(RowLine line, SectionLabels labels) {
    for (Spot value : line.values()) {
      if (value.rowSpan() > 1 && !CellText.isBlank(value.text()) && !spansAsLabel(value, line)) {
        return Taken.no(SPANNED);
      }
    }
    Map<String, Spot> byGrid = byGrid(line);
    Map<String, Spot> byOrder = byOrder(line);
    if (byOrder == null) {
      return byGrid == null ? single(line) : new Taken(byGrid, true, null);
    } else if (byOrder.equals(byGrid)) {
      return new Taken(byOrder, true, null);
    }
    boolean exact = line.values().size() - line.besides().size() == line.heads().size();
    boolean taken = addsUp(byOrder, labels) || exact && mayAddUp(byOrder, labels);
    return taken ? new Taken(byOrder, false, null) : Taken.no(COUNT);
  }

  /** A row that is two rows of the grid high throughout. */
  private static boolean spansAsLabel(Spot value, RowLine line) {
    Spot label = line.labelSpot();
    return label != null && label.row() == value.row() && label.rowSpan() == value.rowSpan();
  }

  /** Null where the grid leaves a head without a cell, or a number without a head. */
  private static @Nullable Map<String, Spot> byGrid(RowLine line) {
    Map<String, Spot> found = new LinkedHashMap<>();
    Set<Spot> taken = new LinkedHashSet<>();
    for (Head head : line.heads()) {
      Spot its = null;
      for (Spot value : line.values()) {
        if (value.covers(head.from(), head.to())) {
          boolean blank = CellText.isBlank(value.text());
          if (its != null && !CellText.isBlank(its.text()) && !blank) {
            return null;
          }
          its = its == null || !blank ? value : its;
        }
      }
      if (its == null || !CellText.isBlank(its.text()) && !taken.add(its)) {
        return null;
      }
      found.put(head.column(), its);
    }
    for (Spot value : line.values()) {
      if (!CellText.isBlank(value.text())
          && !taken.contains(value)
          && !line.besides().contains(value)) {
        return null;
      }
    }
    return found;
  }

  /** Null where there are not as many cells as heads. */
  private static @Nullable Map<String, Spot> byOrder(RowLine line) {
    List<Spot> values = new ArrayList<>(line.values());
    values.removeAll(line.besides());
    while (values.size() > line.heads().size() && CellText.isBlank(values.getLast().text())) {
      values.removeLast();
    }
    if (values.size() != line.heads().size()) {
      return null;
    }
    Map<String, Spot> found = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      found.put(line.heads().get(i).column(), values.get(i));
    }
    return found;
  }

  /** One head, and one cell that says anything. */
  private static Taken single(RowLine line) {
    List<Spot> said = line.values().stream().filter(v -> !CellText.isBlank(v.text())).toList();
    return line.heads().size() == 1 && said.size() == 1
        ? new Taken(Map.of(line.heads().getFirst().column(), said.getFirst()), false, null)
        : Taken.no(COUNT);
  }

  /** Whether all cells say the same, or the rule of the row's sum is kept. */
  boolean addsUp(Map<String, Spot> row, SectionLabels labels) {
    Set<String> texts = new LinkedHashSet<>();
    row.values().forEach(s -> texts.add(CellText.stripped(s.text())));
    Rule.Sum rule = rule(row, labels);
    if (texts.size() == 1 || rule == null) {
      return texts.size() == 1;
    }
    BigDecimal left = sum(row, rule.left(), false);
    BigDecimal right = sum(row, rule.right(), false);
    return left != null && right != null && left.compareTo(right) == 0;
  }

  /**
   * Whether the row is a row of numbers and blanks that some filling of the blanks makes add up.
   */
  private boolean mayAddUp(Map<String, Spot> row, SectionLabels labels) {
    Rule.Sum rule = rule(row, labels);
    if (rule == null) {
      return false;
    }
    BigDecimal left = sum(row, rule.left(), true);
    BigDecimal right = sum(row, rule.right(), true);
    boolean blankTotal = rule.right().stream().allMatch(c -> CellText.isBlank(text(row, c)));
    boolean blankPart = rule.left().stream().anyMatch(c -> CellText.isBlank(text(row, c)));
    return left != null && right != null && (blankTotal || blankPart && left.compareTo(right) <= 0);
  }

  /** The rule of a row's sum whose columns are all there; null where there is none. */
  private Rule.@Nullable Sum rule(Map<String, Spot> row, SectionLabels labels) {
    for (Form form : forms.all()) {
      for (Rule.Sum rule : form.rules(Rule.Sum.class)) {
        if (rule.section().equals(labels.id())
            && rule.each() == Rule.Each.ROW
            && row.keySet().containsAll(rule.left())
            && row.keySet().containsAll(rule.right())) {
          return rule;
        }
      }
    }
    return null;
  }

  private static String text(Map<String, Spot> row, String column) {
    Spot spot = row.get(column);
    return spot == null ? "" : CellText.stripped(spot.text());
  }

  /** The sum of some columns; null where they hold anything but numbers, and blanks if they may. */
  private static @Nullable BigDecimal sum(
      Map<String, Spot> row, List<String> columns, boolean blanks) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String column : columns) {
      String text = text(row, column);
      boolean blank = CellText.isBlank(text);
      if (!(blank && blanks) && !text.matches("[0-9]{1,15}")) {
        return null;
      }
      sum = blank ? sum : sum.add(new BigDecimal(text));
    }
    return sum;
  }
}
