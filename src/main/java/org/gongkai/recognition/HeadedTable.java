package org.gongkai.recognition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.form.FormRole;
import org.gongkai.form.Section;
import org.gongkai.problem.Text;
import org.gongkai.recognition.Grid.Spot;
import org.gongkai.recognition.StackedHeads.Leaf;
import org.jspecify.annotations.Nullable;

/**
 * Reads a section that is printed in one row of figures: its rows stand as heads over its columns,
 * which are there once for each.
 */
final class HeadedTable {

  private static final Text SEVERAL =
      new Text("表头之下有多行数字，无法确定取哪一行", "There are several rows of figures below the heads");
  private static final Text HEADS = new Text("表头与表样不符", "The heads are not those of the form");
  private static final Text COUNT =
      new Text("本行单元格与表头对不上", "The cells of the row do not agree with the heads");

  private final Grid grid;
  private final SectionLabels labels;
  private final LineFigures sums;
  private final TableReading reading = new TableReading();
  private final StackedHeads heads;

  private HeadedTable(Grid grid, SectionLabels labels, PrintedWords words, LineFigures sums) {
    this.grid = grid;
    this.labels = labels;
    this.sums = sums;
    this.heads = StackedHeads.find(grid, labels, words);
    reading.around().addAll(heads.around());
  }

  static TableReading read(Grid grid, SectionLabels labels, PrintedWords words, LineFigures sums) {
    Section section = labels.editions().values().iterator().next();
    boolean flat = section.rows().stream().allMatch(r -> r.role() != FormRole.HEADING);
    boolean whole = section.rows().stream().allMatch(r -> r.columns().isEmpty());
    if (!flat || !whole || section.rows().size() < 2) {
      return new TableReading();
    }
    HeadedTable table = new HeadedTable(grid, labels, words, sums);
    if (table.heads.lowest().size() >= section.columns().size()) {
      table.take(section);
    }
    return table.reading;
  }

  private void take(Section section) {
    List<Leaf> found = heads.byGrid();
    boolean sure = found.stream().allMatch(l -> l.certain() && l.row() != null) && distinct(found);
    if (!sure) {
      found = heads.byOrder(section);
      if (found.isEmpty()) {
        List<Spot> lowest = heads.lowest();
        reading.refuse(text(lowest), lowest.getFirst().cell().place(), HEADS);
        return;
      }
    }
    List<Spot> figures = figures(found.size());
    if (figures == null) {
      return;
    }
    takeFigures(found, figures, sure);
  }

  private static boolean distinct(List<Leaf> found) {
    Set<String> paths = new HashSet<>();
    return found.stream().allMatch(l -> paths.add(l.row() + "." + l.column()));
  }

  /** The only row of figures below the heads; null where there is none or several. */
  private @Nullable List<Spot> figures(int count) {
    List<List<Spot>> rows = new ArrayList<>();
    for (int r = heads.last() + 1; r < grid.rows(); r++) {
      List<Spot> row = grid.row(r);
      long said =
          row.stream()
              .filter(s -> !CellText.isBlank(s.text()))
              .filter(s -> !isText(s.text()))
              .count();
      boolean same = !rows.isEmpty() && rows.getLast().equals(row);
      boolean fits = row.size() >= count || said >= Math.max(3, count / 2);
      if (!same && said > 0 && fits) {
        rows.add(row);
      } else if (said == 0 && row.size() <= 2 && row.stream().anyMatch(s -> isText(s.text()))) {
        break;
      }
    }
    if (rows.size() > 1 && isIndex(rows.getFirst())) {
      rows.removeFirst();
    }
    if (rows.size() > 1) {
      for (List<Spot> row : rows) {
        reading.refuse(text(row), row.getFirst().cell().place(), SEVERAL);
        row.forEach(s -> reading.labels().add(s.cell()));
      }
      heads.spots().forEach(spot -> reading.labels().add(spot.cell()));
      return null;
    }
    if (rows.isEmpty()) {
      return blankRow(count);
    }
    return rows.getFirst();
  }

  private @Nullable List<Spot> blankRow(int count) {
    for (int r = heads.last() + 1; r < grid.rows(); r++) {
      List<Spot> row = grid.row(r);
      if (row.size() == count && row.stream().allMatch(s -> CellText.isBlank(s.text()))) {
        return row;
      }
    }
    return null;
  }

  private static boolean isText(String text) {
    return LabelText.joined(text).length() > 12 && CellText.numbers(text) == 0
        || text.codePoints().filter(Character::isIdeographic).count() > 6;
  }

  /** 1, 2, 3 … below the heads. */
  private static boolean isIndex(List<Spot> row) {
    for (int i = 0; i < row.size(); i++) {
      if (!CellText.stripped(row.get(i).text()).equals(Integer.toString(i + 1))) {
        return false;
      }
    }
    return true;
  }

  private void takeFigures(List<Leaf> found, List<Spot> row, boolean sure) {
    Map<Leaf, Spot> byGrid = new LinkedHashMap<>();
    Set<Spot> once = new HashSet<>();
    for (Leaf leaf : found) {
      Spot its = null;
      for (Spot spot : row) {
        if (spot.covers(leaf.spot().column(), leaf.spot().end())) {
          boolean blank = CellText.isBlank(spot.text());
          boolean both = its != null && !CellText.isBlank(its.text()) && !blank;
          its = both ? null : its == null || !blank ? spot : its;
        }
      }
      if (its != null && (CellText.isBlank(its.text()) || once.add(its))) {
        byGrid.put(leaf, its);
      }
    }
    List<Spot> behind = new ArrayList<>(row);
    boolean labelled =
        behind.size() == found.size() + 1 && !CellText.isFigure(behind.getFirst().text());
    if (labelled) {
      behind.removeFirst();
    }
    boolean counted = behind.size() == found.size();
    long orphans =
        behind.stream()
            .filter(s -> !CellText.isBlank(s.text()) && CellText.isFigure(s.text()))
            .filter(s -> !byGrid.containsValue(s))
            .count();
    boolean gridded = byGrid.size() == found.size() && orphans == 0;
    boolean agreed = gridded && (!counted || behind.equals(List.copyOf(byGrid.values())));
    if (!agreed && !(counted && addsUp(found, behind))) {
      reading.refuse(text(row), row.getFirst().cell().place(), COUNT);
      row.forEach(s -> reading.labels().add(s.cell()));
      heads.spots().forEach(spot -> reading.labels().add(spot.cell()));
      return;
    }
    heads.spots().forEach(spot -> reading.labels().add(spot.cell()));
    for (int i = 0; i < found.size(); i++) {
      Leaf leaf = found.get(i);
      Spot spot = agreed ? byGrid.get(leaf) : behind.get(i);
      if (spot == null || leaf.row() == null) {
        continue;
      }
      reading
          .values()
          .add(
              new TableReading.Value(
                  leaf.row(),
                  leaf.column(),
                  spot.cell(),
                  sure && agreed ? Certainty.SURE : Certainty.LIKELY,
                  null));
    }
    if (labelled) {
      reading.around().add(row.getFirst().text());
      reading.labels().add(row.getFirst().cell());
    }
  }

  /**
   * Where the lines of the grid say otherwise than the order: whether the sums say that it is so.
   */
  private boolean addsUp(List<Leaf> found, List<Spot> figures) {
    Map<String, Map<String, Spot>> rows = new LinkedHashMap<>();
    for (int i = 0; i < found.size(); i++) {
      Leaf leaf = found.get(i);
      rows.computeIfAbsent(String.valueOf(leaf.row()), r -> new LinkedHashMap<>())
          .put(leaf.column(), figures.get(i));
    }
    return rows.values().stream().allMatch(row -> sums.addsUp(row, labels));
  }

  private static String text(List<Spot> row) {
    StringBuilder text = new StringBuilder();
    for (Spot spot : row) {
      text.append(text.isEmpty() ? "" : " | ").append(CellText.stripped(spot.text()));
    }
    return text.toString();
  }
}
