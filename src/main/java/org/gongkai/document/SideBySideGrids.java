package org.gongkai.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.difference.SentenceKind;
import org.gongkai.difference.SideBySideView;
import org.jspecify.annotations.Nullable;

/**
 * Tables of two reports beside each other. Here nothing is left to be guessed: a blank is said to
 * be one, and so is a cell that a report's edition does not have.
 *
 * @param first what stands over the first report's values
 * @param second what stands over the second one's
 */
record SideBySideGrids(String first, String second) {

  private static final String BLANK = "未填";
  private static final String NOT_APPLICABLE = "不适用";
  private static final String NO_SUCH_CELL = "无此项";
  private static final String DIFFERENCE = "相差";
  private static final String BELOW = " / ";
  private static final int WHOLE = 1000;
  private static final int LABEL = 260;
  private static final int SIDE = 100;

  /** A row on paper stands on one page, so it may not become too high. */
  private static final int LONGEST = 400;

  /** A row of the form takes three lines: one of each report, and how they differ. */
  PaperGrid matrix(SideBySideView.SectionView section) {
    Map<String, List<SideBySideView.CellView>> rows = new LinkedHashMap<>();
    section.cells().forEach(c -> rows.computeIfAbsent(c.row(), r -> new ArrayList<>()).add(c));
    List<SideBySideView.CellView> heads = rows.values().iterator().next();
    PaperGrid.Builder grid = new PaperGrid.Builder();
    grid.cell(0, 0, 1, 2, PaperGrid.Kind.CORNER, "");
    for (int c = 0; c < heads.size(); c++) {
      grid.cell(0, 2 + c, 1, 1, PaperGrid.Kind.COLUMN_HEAD, last(heads.get(c).columnLabel()));
    }
    int at = 1;
    String under = "";
    for (List<SideBySideView.CellView> row : rows.values()) {
      String headings = headings(row.getFirst().rowLabel());
      if (!headings.isEmpty() && !headings.equals(under)) {
        grid.cell(at++, 0, 1, 2 + heads.size(), PaperGrid.Kind.BAND, headings);
      }
      under = headings;
      grid.cell(at, 0, 3, 1, PaperGrid.Kind.ROW_HEAD, last(row.getFirst().rowLabel()));
      grid.cell(at, 1, 1, 1, PaperGrid.Kind.ROW_HEAD, first);
      grid.cell(at + 1, 1, 1, 1, PaperGrid.Kind.ROW_HEAD, second);
      grid.cell(at + 2, 1, 1, 1, PaperGrid.Kind.ROW_HEAD, DIFFERENCE);
      for (int c = 0; c < row.size(); c++) {
        SideBySideView.CellView cell = row.get(c);
        grid.number(at, 2 + c, 1, stated(cell.first(), cell.firstRemark()));
        grid.number(at + 1, 2 + c, 1, stated(cell.second(), cell.secondRemark()));
        grid.number(at + 2, 2 + c, 1, difference(cell.difference()));
      }
      at += 3;
    }
    int side = first.length() > 6 || second.length() > 6 ? 2 * SIDE : SIDE;
    List<Integer> widths = new ArrayList<>(List.of(LABEL, side));
    for (int c = 0; c < heads.size(); c++) {
      widths.add((WHOLE - LABEL - side) / heads.size());
    }
    return grid.build(section.label(), widths, 1);
  }

  /** The cells of a section one below the other. */
  PaperGrid list(SideBySideView.SectionView section) {
    PaperGrid.Builder grid = heads("项目");
    int at = 1;
    for (SideBySideView.CellView cell : section.cells()) {
      grid.cell(at, 0, 1, 1, PaperGrid.Kind.ROW_HEAD, cell.rowLabel() + "，" + cell.columnLabel());
      grid.number(at, 1, 1, stated(cell.first(), cell.firstRemark()));
      grid.number(at, 2, 1, stated(cell.second(), cell.secondRemark()));
      grid.number(at, 3, 1, difference(cell.difference()));
      at++;
    }
    return grid.build(section.label(), List.of(520, 170, 170, 140), 1);
  }

  PaperGrid channels(List<SideBySideView.ChannelView> publications) {
    PaperGrid.Builder grid = heads("渠道");
    int at = 1;
    for (SideBySideView.ChannelView entry : publications) {
      grid.cell(at, 0, 1, 1, PaperGrid.Kind.ROW_HEAD, entry.label());
      grid.number(at, 1, 1, about(entry.first(), entry.firstApproximate()));
      grid.number(at, 2, 1, about(entry.second(), entry.secondApproximate()));
      grid.number(at, 3, 1, difference(entry.difference()));
      at++;
    }
    return grid.build("信息发布渠道", List.of(520, 170, 170, 140), 1);
  }

  private PaperGrid.Builder heads(String label) {
    PaperGrid.Builder grid = new PaperGrid.Builder();
    List<String> heads = List.of(label, first, second, DIFFERENCE);
    for (int c = 0; c < heads.size(); c++) {
      grid.cell(0, c, 1, 1, PaperGrid.Kind.COLUMN_HEAD, heads.get(c));
    }
    return grid;
  }

  /** Sentences beside each other, and what tells them apart. */
  PaperGrid sentences(SideBySideView.TextView text) {
    PaperGrid.Builder grid = new PaperGrid.Builder();
    grid.cell(0, 0, 1, 1, PaperGrid.Kind.COLUMN_HEAD, first);
    grid.cell(0, 1, 1, 1, PaperGrid.Kind.COLUMN_HEAD, second);
    grid.cell(0, 2, 1, 1, PaperGrid.Kind.COLUMN_HEAD, "比较");
    int at = 1;
    for (SideBySideView.PairView pair : text.sentences()) {
      List<String> here = pieces(pair.first());
      List<String> there = pieces(pair.second());
      for (int i = 0; i < Math.max(here.size(), there.size()); i++) {
        grid.cell(at, 0, 1, 1, PaperGrid.Kind.TEXT, i < here.size() ? here.get(i) : "");
        grid.cell(at, 1, 1, 1, PaperGrid.Kind.TEXT, i < there.size() ? there.get(i) : "");
        grid.cell(at, 2, 1, 1, PaperGrid.Kind.TEXT, said(pair.kind()));
        at++;
      }
    }
    return grid.build(text.label(), List.of(440, 440, 120), 1);
  }

  private static String said(SentenceKind kind) {
    return switch (kind) {
      case SAME -> "相同";
      case NUMBERS -> "仅数字或标点不同";
      case OTHER -> "不同";
      case FIRST, SECOND -> "一方有";
    };
  }

  /** A text cut where a row would become too high. */
  private static List<String> pieces(@Nullable String text) {
    List<String> pieces = new ArrayList<>();
    String rest = text == null ? "" : text.strip();
    while (rest.length() > LONGEST) {
      int stop = rest.lastIndexOf('。', LONGEST) + 1;
      int end =
          stop > 0 ? stop : LONGEST - (Character.isHighSurrogate(rest.charAt(LONGEST - 1)) ? 1 : 0);
      pieces.add(rest.substring(0, end));
      rest = rest.substring(end).strip();
    }
    if (!rest.isEmpty()) {
      pieces.add(rest);
    }
    return pieces;
  }

  private static String last(String label) {
    String headings = headings(label);
    return headings.isEmpty() ? label : label.substring(headings.length() + BELOW.length());
  }

  /** What a label stands under, said once for all that do. */
  private static String headings(String label) {
    int end = label.lastIndexOf(BELOW);
    return end < 0 ? "" : label.substring(0, end);
  }

  private static PaperGrid.Printed about(@Nullable JsonNode stated, @Nullable Boolean approximate) {
    PaperGrid.Printed printed = stated(stated, null);
    return Boolean.TRUE.equals(approximate) && printed.number() != null
        ? new PaperGrid.Printed("约" + printed.text(), printed.number())
        : printed;
  }

  private static PaperGrid.Printed stated(@Nullable JsonNode stated, @Nullable String remark) {
    PaperGrid.Printed printed = stated(stated);
    return remark == null || remark.isBlank()
        ? printed
        : new PaperGrid.Printed(printed.text() + "（" + remark + "）", printed.number());
  }

  private static PaperGrid.Printed stated(@Nullable JsonNode stated) {
    if (stated == null) {
      return new PaperGrid.Printed(NO_SUCH_CELL, null);
    }
    if (stated.isNull()) {
      return new PaperGrid.Printed(BLANK, null);
    }
    if (stated.isNumber()) {
      return new PaperGrid.Printed(stated.decimalValue().toPlainString(), stated.decimalValue());
    }
    String text = stated.isValueNode() ? stated.asText() : stated.toString();
    return new PaperGrid.Printed("n/a".equals(text) ? NOT_APPLICABLE : text, null);
  }

  private static PaperGrid.Printed difference(@Nullable BigDecimal difference) {
    if (difference == null) {
      return PaperGrid.Printed.NOTHING;
    }
    String digits = difference.abs().toPlainString();
    String sign = difference.signum() > 0 ? "+" : difference.signum() < 0 ? "−" : "";
    return new PaperGrid.Printed(sign + digits, difference);
  }
}
