package org.gongkai.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Documents of tests, and what tests say of them. */
public final class Printed {

  private Printed() {}

  public static byte[] file(String name) {
    try (InputStream in = Printed.class.getResourceAsStream("/documents/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public static List<String> paragraphs(PrintedDocument document) {
    return document.blocks().stream()
        .filter(Paragraph.class::isInstance)
        .map(block -> ((Paragraph) block).text())
        .toList();
  }

  public static List<Matrix> tables(PrintedDocument document) {
    return document.blocks().stream()
        .filter(Matrix.class::isInstance)
        .map(Matrix.class::cast)
        .toList();
  }

  /**
   * A table as text: a line a row, cells apart by a bar; a cell over several lines of the grid says
   * so by {@code ↓2} and {@code →3}, its own lines are apart by a slash.
   */
  public static String drawn(Matrix table) {
    StringBuilder drawn = new StringBuilder();
    for (int row = 0; row < table.rows(); row++) {
      drawn.append(row == 0 ? "" : "\n");
      String between = "";
      for (Matrix.Cell cell : table.cells()) {
        if (cell.row() == row) {
          drawn.append(between).append(cell.text().replace('\n', '/'));
          drawn.append(cell.rowSpan() > 1 ? "↓" + cell.rowSpan() : "");
          drawn.append(cell.columnSpan() > 1 ? "→" + cell.columnSpan() : "");
          between = "|";
        }
      }
    }
    return drawn.toString();
  }

  public static String drawn(PrintedDocument document) {
    StringBuilder drawn = new StringBuilder();
    for (Block block : document.blocks()) {
      switch (block) {
        case Paragraph paragraph -> drawn.append(paragraph.text());
        case Matrix table -> drawn.append('[').append(drawn(table)).append(']');
      }
      drawn.append('\n');
    }
    return drawn.toString().strip();
  }
}
