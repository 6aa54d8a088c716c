package org.gongkai.matrix;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.matrix.MergedCells.Down;
import org.gongkai.matrix.Piece.Grid;
import org.jspecify.annotations.Nullable;

/** A table of a Word file as a grid. */
final class DocxTable {

  private final DocxFlow flow;
  private final Assembly assembly;
  private final MergedCells cells;

  DocxTable(DocxFlow flow, Assembly assembly) {
    this.flow = flow;
    this.assembly = assembly;
    this.cells = new MergedCells(assembly);
  }

  Grid read(XmlNode table) throws UnreadableFile {
    rows(table);
    return cells.grid();
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
    String skipped = properties == null ? null : properties.value("w:gridBefore");
    cells(node, Math.clamp(DocxNumbering.number(skipped, 0), 0, ReadingLimits.COLUMNS));
    cells.endRow();
  }

  /** Reads cells from this column on, and says which column comes next. */
  private int cells(XmlNode parent, int from) throws UnreadableFile {
    int column = from;
    for (XmlNode node : parent.children()) {
      switch (node.name()) {
        case "w:tc" -> column = cell(node, column);
        case "w:sdt" -> {
          XmlNode content = node.child("w:sdtContent");
          if (content != null) {
            column = cells(content, column);
          }
        }
        case "w:customXml", "w:ins", "w:moveTo" -> column = cells(node, column);
        default -> {
          // Properties and marks of ranges.
        }
      }
    }
    return column;
  }

  private int cell(XmlNode node, int column) throws UnreadableFile {
    XmlNode properties = node.child("w:tcPr");
    if (properties != null && properties.child("w:cellDel") != null) {
      return column;
    }
    String said = properties == null ? null : properties.value("w:gridSpan");
    int span = Math.clamp(DocxNumbering.number(said, 1), 1, ReadingLimits.COLUMNS);
    if (column + span > ReadingLimits.COLUMNS) {
      throw GridBuilder.tooManyColumns();
    }
    List<Piece> content = new ArrayList<>(1);
    flow.blocks(node, content);
    cells.add(column, span, merge(properties, "w:vMerge"), across(properties), content);
    return column + span;
  }

  private static boolean across(@Nullable XmlNode properties) {
    return merge(properties, "w:hMerge") == Down.GOES_ON;
  }

  /** A mark without a value goes on; there is none where nothing is merged. */
  private static Down merge(@Nullable XmlNode properties, String mark) {
    XmlNode node = properties == null ? null : properties.child(mark);
    if (node == null) {
      return Down.NO;
    }
    return "restart".equals(node.attribute("w:val")) ? Down.BEGINS : Down.GOES_ON;
  }
}
