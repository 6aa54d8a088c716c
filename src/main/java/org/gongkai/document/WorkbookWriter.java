package org.gongkai.document;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a report as a workbook: a sheet as it is printed, and one with everything that it says, a
 * line each. Numbers are numbers unless a spreadsheet would round them; everything else is text,
 * whatever it begins with.
 */
final class WorkbookWriter {

  /** A cell of a spreadsheet takes no more. */
  private static final int LONGEST = 32_000;

  /** A spreadsheet computes with doubles, which carry so many digits. */
  private static final int DIGITS = 15;

  private static final int COLUMNS = 15;
  private static final double WIDTH = 9.5;
  private static final List<String> HEAD = List.of("路径", "项目", "数值或文字", "单位", "备注", "表式");
  private static final List<Integer> WIDTHS = List.of(46, 60, 24, 10, 24, 8);

  private WorkbookWriter() {}

  static void write(Paper paper, List<ReportLine> lines, OutputStream out) throws IOException {
    try (Workbook workbook = new Workbook(out, "gongkai", "1.0")) {
      printed(paper, workbook.newWorksheet("报告"));
      data(lines, workbook.newWorksheet("数据"));
    }
  }

  private static void printed(Paper paper, Worksheet sheet) {
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    for (int c = 0; c < COLUMNS; c++) {
      sheet.width(c, WIDTH);
    }
    int row = 0;
    for (Paper.Piece piece : paper.pieces()) {
      switch (piece) {
        case Paper.Words words -> {
          for (String part : parts(words.text())) {
            paragraph(sheet, row, words.part(), part);
            row++;
          }
        }
        case PaperGrid grid -> {
          table(sheet, row, grid);
          row += grid.rows() + 1;
        }
      }
    }
    if (paper.proof() != null) {
      for (String line : paper.proof().lines()) {
        paragraph(sheet, row, Paper.Part.NOTE, line);
        row++;
      }
    }
  }

  private static void paragraph(Worksheet sheet, int row, Paper.Part part, String text) {
    sheet.value(row, 0, PrintedXml.writable(text));
    sheet.range(row, 0, row, COLUMNS - 1).merge();
    var style = sheet.range(row, 0, row, COLUMNS - 1).style().wrapText(true);
    switch (part) {
      case TITLE -> style.horizontalAlignment("center").bold().fontSize(16);
      case HEADING -> style.bold().fontSize(12);
      case SIGNATURE -> style.horizontalAlignment("right");
      case SUBHEADING -> style.bold();
      case BODY, ADDRESSEE, NOTE -> style.verticalAlignment("top");
    }
    style.set();
    // merged cells do not grow by themselves
    int signsPerLine = 62;
    int height = 1 + text.length() / signsPerLine;
    sheet.rowHeight(row, Math.min(400, 16.0 * height + (part == Paper.Part.TITLE ? 10 : 2)));
  }

  private static void table(Worksheet sheet, int top, PaperGrid grid) {
    for (PaperGrid.Cell cell : grid.cells()) {
      int row = top + cell.row();
      int column = column(grid, cell.column());
      int lastRow = row + cell.rowSpan() - 1;
      int lastColumn = column(grid, cell.column() + cell.columnSpan()) - 1;
      BigDecimal number = cell.number();
      if (number != null && isExact(number) && cell.text().equals(number.toPlainString())) {
        sheet.value(row, column, number);
      } else if (!cell.text().isEmpty()) {
        sheet.value(row, column, PrintedXml.writable(cell.text()));
      }
      if (lastRow > row || lastColumn > column) {
        sheet.range(row, column, lastRow, lastColumn).merge();
      }
      boolean left = cell.kind() == PaperGrid.Kind.ROW_HEAD || cell.kind() == PaperGrid.Kind.TEXT;
      var style =
          sheet
              .range(row, column, lastRow, lastColumn)
              .style()
              .wrapText(true)
              .verticalAlignment("center")
              .horizontalAlignment(left || cell.kind() == PaperGrid.Kind.BAND ? "left" : "center")
              .borderStyle(BorderStyle.THIN);
      if (cell.kind() == PaperGrid.Kind.BAND) {
        style.fillColor("C6D9F1");
      }
      style.set();
    }
  }

  /** The columns of the sheet over which those of a table are spread, by their widths. */
  private static int column(PaperGrid grid, int column) {
    if (grid.columns() >= COLUMNS) {
      return column;
    }
    int sum = grid.widths().stream().mapToInt(Integer::intValue).sum();
    int before = grid.widths().subList(0, column).stream().mapToInt(Integer::intValue).sum();
    int spread = (int) Math.round((double) COLUMNS * before / sum);
    // at least one for each before it, and for each after it
    return Math.clamp(spread, column, COLUMNS - (grid.columns() - column));
  }

  private static boolean isExact(BigDecimal number) {
    return number.precision() <= DIGITS;
  }

  private static void data(List<ReportLine> lines, Worksheet sheet) {
    for (int c = 0; c < HEAD.size(); c++) {
      sheet.value(0, c, HEAD.get(c));
      sheet.width(c, WIDTHS.get(c));
    }
    sheet.range(0, 0, 0, HEAD.size() - 1).style().bold().set();
    sheet.freezePane(0, 1);
    int row = 1;
    for (ReportLine line : lines) {
      BigDecimal number = line.number();
      List<String> values =
          number != null || line.value() == null ? List.of("") : parts(line.value().toString());
      for (String value : values) {
        text(sheet, row, 0, line.path());
        text(sheet, row, 1, line.label());
        if (number != null && isExact(number)) {
          sheet.value(row, 2, number);
        } else {
          text(sheet, row, 2, number == null ? value : number.toPlainString());
        }
        text(sheet, row, 3, line.unit());
        text(sheet, row, 4, line.remark());
        text(sheet, row, 5, line.edition());
        row++;
      }
    }
  }

  private static void text(Worksheet sheet, int row, int column, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      sheet.value(row, column, PrintedXml.writable(text));
    }
  }

  /** A long text in several cells, none of which ends within a sign. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (text.length() - from > LONGEST) {
      int to = from + LONGEST;
      to -= Character.isHighSurrogate(text.charAt(to - 1)) ? 1 : 0;
      parts.add(text.substring(from, to));
      from = to;
    }
    parts.add(text.substring(from));
    return parts;
  }
}
