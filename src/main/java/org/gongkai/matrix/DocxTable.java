package org.gongkai.matrix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.matrix.Piece.Grid;
import org.jspecify.annotations.Nullable;

/** A table of a Word file as a grid. */
final class DocxTable {

  private final DocxFlow flow;
  private final Assembly assembly;

  /** Cells of all rows; one that is merged into the one above or before it has no place here. */
  private final List<Merged> cells = new ArrayList<>();

  /** By first column: the cell that goes on below, if the next row says so. */
  private Map<Integer, Merged> above = new HashMap<>();

  private int row;

  private static final class Merged {
    private final int row;
    private final int column;
    private final List<Piece> content;
    private int rows = 1;
    private int columns;

    private Merged(int row, int column, int columns, List<Piece> content) {
      this.row = row;
      this.column = column;
      this.columns = columns;
      this.content = content;
    }
  }

  DocxTable(DocxFlow flow, Assembly assembly) {
    this.flow = flow;
    this.assembly = assembly;
  }

  Grid read(XmlNode table) throws UnreadableFile {
    rows(table);
    GridBuilder grid = new GridBuilder();
    for (Merged cell : cells) {
      if (cell.row >= 0) {
        grid.openRow(cell.row);
        if (grid.free(cell.row, cell.column) == cell.column) {
          grid.place(cell.row, cell.column, cell.rows, cell.columns, cell.content);
        }
      }
    }
    return grid.build();
  }

  private void rows(XmlNode parent) throws UnreadableFile {
    for (XmlNode node : parent.children()) {
      switch (node.name()) {
        case "w:tr" -> row(node);
        case "w:sdt" -> {
          XmlNode content = node.child("w:sdtContent");
          if (content != null) {
            rows(content);
          }
        }
        case "w:customXml", "w:ins", "w:moveTo" -> rows(node);
        default -> {
          // Properties and marks of ranges.
        }
      }
    }
  }

  private void row(XmlNode node) throws UnreadableFile {
    XmlNode properties = node.child("w:trPr");
    if (properties != null) {
      if (properties.child("w:del") != null) {
        return;
      }
      if (properties.on("w:hidden")) {
        assembly.notice("表格隐藏行未读取", "Hidden rows of a table were left out");
        return;
      }
    }
    Map<Integer, Merged> below = new HashMap<>();
    int skipped =
        properties == null ? 0 : DocxNumbering.number(properties.value("w:gridBefore"), 0);
    cells(node, Math.clamp(skipped, 0, ReadingLimits.COLUMNS), below, null);
    above = below;
    row++;
  }

  private record Row(int column, @Nullable Merged last) {}

  private Row cells(XmlNode parent, int from, Map<Integer, Merged> below, @Nullable Merged before)
      throws UnreadableFile {
    int column = from;
    Merged last = before;
    for (XmlNode node : parent.children()) {
      if (node.is("w:tc")) {
        XmlNode properties = node.child("w:tcPr");
        if (properties != null && properties.child("w:cellDel") != null) {
          continue;
        }
        String said = properties == null ? null : properties.value("w:gridSpan");
        int span = Math.clamp(DocxNumbering.number(said, 1), 1, ReadingLimits.COLUMNS);
        last = cell(node, properties, column, span, below, last);
        column += span;
        if (column > ReadingLimits.COLUMNS) {
          throw ReadingLimits.tooLarge(
              "表格超过%d列".formatted(ReadingLimits.COLUMNS),
              "A table has more than %d columns".formatted(ReadingLimits.COLUMNS));
        }
      } else if (node.is("w:sdt")) {
        XmlNode content = node.child("w:sdtContent");
        if (content != null) {
          Row row = cells(content, column, below, last);
          column = row.column;
          last = row.last;
        }
      } else if (node.is("w:customXml") || node.is("w:ins") || node.is("w:moveTo")) {
        Row row = cells(node, column, below, last);
        column = row.column;
        last = row.last;
      }
    }
    return new Row(column, last);
  }

  private Merged cell(
      XmlNode node,
      @Nullable XmlNode properties,
      int column,
      int span,
      Map<Integer, Merged> below,
      @Nullable Merged before)
      throws UnreadableFile {
    if (cells.size() >= ReadingLimits.CELLS) {
      throw GridBuilder.tooManyCells();
    }
    List<Piece> content = new ArrayList<>(1);
    flow.blocks(node, content);
    if (before != null && goesOn(properties, "w:hMerge")) {
      before.columns += span;
      before.content.addAll(content);
      return before;
    }
    Merged start = goesOn(properties, "w:vMerge") ? above.get(column) : null;
    if (start != null) {
      if (start.row + start.rows == row) {
        start.rows++;
      }
      below.put(column, start);
      if (content.stream().anyMatch(DocxTable::says)) {
        assembly.notice(
            "合并单元格中不显示的文字未读取", "Text in merged cells that Word does not show was left out");
      }
      // A legacy merge to the right of a merge downwards changes nothing that is not said above.
      return new Merged(-1, column, span, content);
    }
    Merged cell = new Merged(row, column, span, content);
    cells.add(cell);
    if (properties != null && "restart".equals(properties.value("w:vMerge"))) {
      below.put(column, cell);
    }
    return cell;
  }

  private static boolean says(Piece piece) {
    return piece instanceof Piece.Words words && !PrintedText.lines(words.text()).isEmpty();
  }

  /** Whether a cell is merged into the one before it: the mark is there, and does not begin one. */
  private static boolean goesOn(@Nullable XmlNode properties, String mark) {
    XmlNode node = properties == null ? null : properties.child(mark);
    return node != null && !"restart".equals(node.attribute("w:val"));
  }
}
