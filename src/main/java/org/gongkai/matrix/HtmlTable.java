package org.gongkai.matrix;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** A table of a page as a grid, by the rules that browsers lay it out by. */
final class HtmlTable {

  /** Browsers take no more. */
  private static final int MOST_COLUMNS = 1_000;

  private static final int MOST_DIGITS = 6;

  private final HtmlFlow flow;
  private final GridBuilder grid = new GridBuilder();
  private int row;

  HtmlTable(HtmlFlow flow) {
    this.flow = flow;
  }

  /** Its caption and the table. */
  void read(Element table, List<Piece> out) throws UnreadableFile {
    List<Element> heads = new ArrayList<>(1);
    List<Element> bodies = new ArrayList<>(1);
    List<Element> feet = new ArrayList<>(0);
    for (Element child : table.children()) {
      if (HtmlFlow.hidden(child)) {
        continue;
      }
      switch (child.normalName()) {
        case "caption" -> flow.read(child, out);
        case "thead" -> (heads.isEmpty() ? heads : bodies).add(child);
        case "tfoot" -> (feet.isEmpty() ? feet : bodies).add(child);
        case "tbody" -> bodies.add(child);
        default -> {
          // Columns say nothing of what stands in them.
        }
      }
    }
    for (List<Element> groups : List.of(heads, bodies, feet)) {
      for (Element group : groups) {
        group(group);
      }
    }
    out.add(grid.build());
  }

  /** Cells reach down to the end of their group of rows at most. */
  private void group(Element group) throws UnreadableFile {
    List<Element> rows = new ArrayList<>();
    for (Element child : group.children()) {
      if (child.normalName().equals("tr") && !HtmlFlow.hidden(child)) {
        rows.add(child);
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      grid.openRow(row);
      row(rows.get(i), rows.size() - i);
      row++;
    }
  }

  private void row(Element tr, int left) throws UnreadableFile {
    int column = 0;
    for (Element cell : tr.children()) {
      String name = cell.normalName();
      if ((!name.equals("td") && !name.equals("th")) || HtmlFlow.hidden(cell)) {
        continue;
      }
      column = grid.free(row, column);
      int down = span(cell, "rowspan", 0);
      int across = Math.clamp(span(cell, "colspan", 1), 1, MOST_COLUMNS);
      List<Piece> content = new ArrayList<>(1);
      flow.read(cell, content);
      column = grid.place(row, column, down == 0 ? left : Math.min(down, left), across, content);
    }
  }

  /** The number that an attribute begins with; 1 where it has none. */
  private static int span(Element cell, String attribute, int least) {
    String said = cell.attr(attribute).strip();
    int end = 0;
    while (end < said.length()
        && end < MOST_DIGITS
        && said.charAt(end) >= '0'
        && said.charAt(end) <= '9') {
      end++;
    }
    return end == 0 ? 1 : Math.max(least, Integer.parseInt(said.substring(0, end)));
  }
}
