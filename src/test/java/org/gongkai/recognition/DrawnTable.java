package org.gongkai.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.gongkai.matrix.Matrix;
import org.gongkai.matrix.Place;

/** A table as rows of boxes, as a web page writes it, which can be drawn on a grid. */
public final class DrawnTable {

  /** A box that begins in a row. */
  public record Box(String text, int rowSpan, int columnSpan, boolean label) {}

  private final List<List<Box>> rows = new ArrayList<>();

  /** Begins a row. */
  DrawnTable row() {
    rows.add(new ArrayList<>());
    return this;
  }

  DrawnTable label(String text, int rowSpan, int columnSpan) {
    rows.getLast().add(new Box(text, rowSpan, columnSpan, true));
    return this;
  }

  DrawnTable figure(String text, int columnSpan) {
    rows.getLast().add(new Box(text, 1, columnSpan, false));
    return this;
  }

  public List<List<Box>> rows() {
    return rows;
  }

  /** The table with other texts in its labels. */
  DrawnTable relabelled(UnaryOperator<String> text) {
    return mapped(
        box ->
            box.label()
                ? new Box(text.apply(box.text()), box.rowSpan(), box.columnSpan(), true)
                : box);
  }

  DrawnTable refigured(UnaryOperator<String> text) {
    return mapped(
        box ->
            box.label()
                ? box
                : new Box(text.apply(box.text()), box.rowSpan(), box.columnSpan(), false));
  }

  private DrawnTable mapped(UnaryOperator<Box> change) {
    DrawnTable mapped = new DrawnTable();
    rows.forEach(row -> mapped.rows.add(new ArrayList<>(row.stream().map(change).toList())));
    return mapped;
  }

  /** The first label of some rows one column narrower than it should be, as pages have it. */
  DrawnTable miscounted(Random random, int from) {
    DrawnTable mapped = mapped(box -> box);
    for (int r = from; r < mapped.rows.size(); r++) {
      List<Box> row = mapped.rows.get(r);
      if (!row.isEmpty() && random.nextInt(4) == 0) {
        Box first = row.getFirst();
        if (first.label() && first.columnSpan() > 1 && first.rowSpan() == 1) {
          row.set(0, new Box(first.text(), 1, first.columnSpan() - 1, true));
        }
      }
    }
    return mapped;
  }

  /** Another column before all others. */
  DrawnTable numbered(String head, int heads) {
    DrawnTable mapped = mapped(box -> box);
    for (int r = 0; r < mapped.rows.size(); r++) {
      if (r == 0) {
        mapped.rows.get(r).addFirst(new Box(head, heads, 1, true));
      } else if (r >= heads) {
        mapped.rows.get(r).addFirst(new Box(Integer.toString(r - heads + 1), 1, 1, true));
      }
    }
    return mapped;
  }

  /** Another column behind all others. */
  DrawnTable remarked(String head, int heads) {
    DrawnTable mapped = mapped(box -> box);
    for (int r = 0; r < mapped.rows.size(); r++) {
      if (r == 0) {
        mapped.rows.get(r).add(new Box(head, heads, 1, true));
      } else if (r >= heads) {
        mapped.rows.get(r).add(new Box("", 1, 1, false));
      }
    }
    return mapped;
  }

  /** Two tables, the second one with the heads again. */
  List<DrawnTable> split(int at, int heads, boolean again) {
    DrawnTable first = new DrawnTable();
    DrawnTable second = new DrawnTable();
    for (int r = 0; r < rows.size(); r++) {
      List<Box> row = new ArrayList<>(rows.get(r));
      if (r < at) {
        first.rows.add(row);
      }
      if (r >= at || again && r < heads) {
        second.rows.add(row);
      }
    }
    return List.of(first, second);
  }

  /** On the grid, boxes side by side as browsers lay them. */
  public Matrix drawn(int number) {
    List<Matrix.Cell> cells = new ArrayList<>();
    List<List<Boolean>> taken = new ArrayList<>();
    int columns = 1;
    for (int r = 0; r < rows.size(); r++) {
      int column = 0;
      for (Box box : rows.get(r)) {
        while (isTaken(taken, r, column)) {
          column++;
        }
        int rowSpan = Math.min(box.rowSpan(), rows.size() - r);
        for (int i = r; i < r + rowSpan; i++) {
          for (int c = column; c < column + box.columnSpan(); c++) {
            take(taken, i, c);
          }
        }
        cells.add(
            new Matrix.Cell(
                r,
                column,
                rowSpan,
                box.columnSpan(),
                box.text(),
                new Place(null, null, number, r + 1, column + 1)));
        column += box.columnSpan();
        columns = Math.max(columns, column);
      }
    }
    return new Matrix(rows.size(), columns, cells, new Place(null, null, number, null, null));
  }

  private static boolean isTaken(List<List<Boolean>> taken, int row, int column) {
    return row < taken.size() && column < taken.get(row).size() && taken.get(row).get(column);
  }

  private static void take(List<List<Boolean>> taken, int row, int column) {
    while (taken.size() <= row) {
      taken.add(new ArrayList<>());
    }
    List<Boolean> its = taken.get(row);
    while (its.size() <= column) {
      its.add(false);
    }
    its.set(column, true);
  }
}
