package org.gongkai.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gongkai.form.Column;
import org.gongkai.form.Row;
import org.gongkai.form.Section;
import org.gongkai.recognition.Grid.Spot;
import org.gongkai.recognition.SectionLabels.Fit;
import org.gongkai.recognition.SectionLabels.Found;
import org.jspecify.annotations.Nullable;

/**
 * The heads of a table whose rows stand as heads over its columns: those of columns lowest, those
 * of rows and groups on top of them.
 */
final class StackedHeads {

  /** A column of the section below one of its rows. */
  record Leaf(String column, @Nullable String row, Spot spot, boolean certain) {}

  private final Grid grid;
  private final SectionLabels labels;
  private final PrintedWords words;
  private final List<Spot> lowest = new ArrayList<>();
  private final List<Spot> tops = new ArrayList<>();
  private final List<String> around = new ArrayList<>();
  private int last = -1;

  private StackedHeads(Grid grid, SectionLabels labels, PrintedWords words) {
    this.grid = grid;
    this.labels = labels;
    this.words = words;
  }

  static StackedHeads find(Grid grid, SectionLabels labels, PrintedWords words) {
    StackedHeads heads = new StackedHeads(grid, labels, words);
    heads.find();
    heads.lowest.sort(Comparator.comparingInt(Spot::column));
    return heads;
  }

  /** The heads of columns, from left to right. */
  List<Spot> lowest() {
    return lowest;
  }

  /** All heads. */
  List<Spot> spots() {
    List<Spot> all = new ArrayList<>(lowest);
    all.addAll(tops);
    return all;
  }

  /** The last line of them; -1 where there are none. */
  int last() {
    return last;
  }

  /** What stands before the heads and is none. */
  List<String> around() {
    return around;
  }

  private LabelText label(Spot spot) {
    return LabelText.of(spot.text(), words.spellings());
  }

  private void find() {
    for (int r = 0; r < grid.rows(); r++) {
      List<Spot> row = grid.row(r);
      if (row.stream().anyMatch(s -> CellText.isFigure(s.text()))) {
        if (last >= 0) {
          return;
        }
        continue;
      }
      for (Spot spot : row) {
        LabelText label = label(spot);
        if (labels.column(label) != null) {
          if (!lowest.contains(spot)) {
            lowest.add(spot);
          }
          last = Math.max(last, Math.max(r, spot.row() + spot.rowSpan() - 1));
        } else if ((labels.row(label) != null || labels.isGroup(label)) && !tops.contains(spot)) {
          tops.add(spot);
        } else if (last < 0) {
          around.add(spot.text());
        }
      }
    }
  }

  /** Each of the lowest heads with the nearest head of a row above it. */
  List<Leaf> byGrid() {
    List<Leaf> found = new ArrayList<>();
    for (Spot leaf : lowest) {
      Found column = labels.column(label(leaf));
      Spot nearest = null;
      for (Spot top : tops) {
        if (top.row() < leaf.row()
            && top.covers(leaf.column(), leaf.end())
            && labels.row(label(top)) != null
            && (nearest == null || nearest.row() < top.row())) {
          nearest = top;
        }
      }
      Found row = nearest == null ? null : labels.row(label(nearest));
      if (column != null) {
        boolean certain = column.fit() == Fit.EXACT && row != null && row.fit() == Fit.EXACT;
        found.add(new Leaf(column.id(), row == null ? null : row.id(), leaf, certain));
      }
    }
    return found;
  }

  /** Every row and column of the section, in the order of the form; empty where they are not. */
  List<Leaf> byOrder(Section section) {
    List<Leaf> found = new ArrayList<>();
    for (Row row : section.rows()) {
      for (Column column : section.columns()) {
        int i = found.size();
        Found its = i < lowest.size() ? labels.column(label(lowest.get(i))) : null;
        if (its == null || !its.id().equals(column.id())) {
          return List.of();
        }
        found.add(new Leaf(column.id(), row.id(), lowest.get(i), false));
      }
    }
    List<String> named = new ArrayList<>();
    tops.stream()
        .sorted(Comparator.comparingInt(Spot::column))
        .map(t -> labels.row(label(t)))
        .forEach(
            f -> {
              if (f != null) {
                named.add(f.id());
              }
            });
    List<String> rows = section.rows().stream().map(Row::id).toList();
    return found.size() == lowest.size() && named.equals(rows) ? found : List.of();
  }
}
