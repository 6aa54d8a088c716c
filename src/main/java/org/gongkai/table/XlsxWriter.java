package org.gongkai.table;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gongkai.problem.Language;
import org.gongkai.problem.Text;

/**
 * Writes a table as a workbook: its rows, the tables beside it, and its notes. Rows go out as they
 * come.
 *
 * <p>The head of a column is what people call it and, on a second line of the same cell, its code,
 * as in the other formats: one row of heads is what pivot tables and programs expect. It stays in
 * sight, and so do the columns up to the first name. In print each page begins with it, is in
 * landscape, and has all columns; these are as narrow as what stands in them lets them be, and long
 * texts go on in a second line, since 26 columns are hard enough to read on a page.
 */
@Singleton
class XlsxWriter {

  /** Spreadsheets take no more, the header with them. */
  private static final int MOST_ROWS = 1_048_576;

  private static final int FLUSHED = 500;

  /** A spreadsheet computes with doubles, which carry so many digits and round the rest. */
  private static final int DIGITS = 15;

  private static final int NARROW = 14;
  private static final int WIDE = 36;

  /** In inches: what is on a page is as large as the page lets it be. */
  private static final float MARGIN = 0.4f;

  private static final Text ROWS = new Text("数据", "Data");
  private static final Text NOTES = new Text("查询条件", "Query");
  private static final Text WRITTEN = new Text("导出时间", "Written at");

  private final Clock clock;

  XlsxWriter(Clock clock) {
    this.clock = clock;
  }

  void write(Table table, Language language, OutputStream out) throws IOException {
    try (Workbook book = new Workbook(out, "Gongkai", "1.0")) {
      sheets(book, ROWS.in(language), table, language);
      for (Table beside : table.beside()) {
        sheets(book, beside.title().in(language), beside, language);
      }
      notes(book, table.notes(), language);
    }
  }

  /** One sheet, or as many as the rows need. */
  private static void sheets(Workbook book, String name, Table table, Language language)
      throws IOException {
    List<TableColumn> columns = table.columns();
    Iterator<TableRow> rows = Objects.requireNonNull(table.rows()).iterator();
    int sheets = 0;
    do {
      sheets++;
      try (Worksheet sheet = book.newWorksheet(sheets == 1 ? name : name + " " + sheets)) {
        pages(sheet);
        header(sheet, columns, language);
        int unwrapped = 1;
        int line = 1;
        for (; line < MOST_ROWS && rows.hasNext(); line++) {
          TableRow row = rows.next();
          for (int column = 0; column < columns.size(); column++) {
            put(sheet, line, column, row.at(columns.get(column)));
          }
          if (line % FLUSHED == 0) {
            wrap(sheet, columns, unwrapped, line);
            unwrapped = line + 1;
            sheet.flush();
          }
        }
        wrap(sheet, columns, unwrapped, line - 1);
      }
    } while (rows.hasNext());
  }

  /** As long as it must be, and one page wide. */
  private static void pages(Worksheet sheet) {
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.pageOrientation("landscape");
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.leftMargin(MARGIN);
    sheet.rightMargin(MARGIN);
    sheet.footer("&P / &N", Position.CENTER);
  }

  private static void header(Worksheet sheet, List<TableColumn> columns, Language language) {
    sheet.freezePane(untilName(columns), 1);
    sheet.repeatRows(0);
    for (int i = 0; i < columns.size(); i++) {
      TableColumn column = columns.get(i);
      sheet.width(i, width(column));
      sheet.inlineString(0, i, column.title().in(language) + "\n" + column.id());
    }
    sheet.range(0, 0, 0, columns.size() - 1).style().bold().wrapText(true).set();
  }

  /** By what stands in it, in characters; a number that has no room is shown as a row of signs. */
  private static int width(TableColumn column) {
    return switch (column.kind()) {
      case NAME -> 28;
      case TEXT -> 19;
      case WHOLE -> column.role() == TableColumn.Role.MEASURE ? 10 : 8;
      case DECIMAL -> 12;
      case DATE -> 11;
      case FLAG -> 8;
    };
  }

  /** Lets texts go on in a second line. */
  private static void wrap(Worksheet sheet, List<TableColumn> columns, int from, int to) {
    for (int column = 0; column < columns.size() && from <= to; column++) {
      switch (columns.get(column).kind()) {
        case NAME, TEXT ->
            sheet
                .range(from, column, to, column)
                .style()
                .wrapText(true)
                .verticalAlignment("top")
                .set();
        case WHOLE, DECIMAL, DATE, FLAG -> {
          // short enough
        }
      }
    }
  }

  /** How many columns tell what a row is of: those up to the first name; none without one. */
  private static int untilName(List<TableColumn> columns) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).kind() == TableColumn.Kind.NAME) {
        return i + 1;
      }
    }
    return 0;
  }

  private static void put(Worksheet sheet, int line, int column, TableCell cell) {
    switch (cell) {
      case TableCell.Nothing nothing -> {
        // nothing stated is an empty cell
      }
      case TableCell.Flag flag -> sheet.value(line, column, flag.flag());
      case TableCell.Day day -> {
        sheet.value(line, column, day.day());
        sheet.style(line, column).format("yyyy-mm-dd").set();
      }
      case TableCell.Number number -> put(sheet, line, column, number.number());
      case TableCell.Words words -> sheet.inlineString(line, column, words.text());
    }
  }

  private static void put(Worksheet sheet, int line, int column, BigDecimal number) {
    if (number.stripTrailingZeros().precision() > DIGITS) {
      sheet.inlineString(line, column, number.toPlainString());
    } else {
      sheet.value(line, column, number);
    }
  }

  private void notes(Workbook book, List<Table.Note> notes, Language language) throws IOException {
    OffsetDateTime now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    try (Worksheet sheet = book.newWorksheet(NOTES.in(language))) {
      pages(sheet);
      sheet.width(0, NARROW);
      sheet.width(1, WIDE);
      int line = 0;
      for (Table.Note note : notes) {
        note(sheet, line++, note, language);
      }
      note(sheet, line, new Table.Note(WRITTEN, TableCell.of(now.toString())), language);
    }
  }

  private static void note(Worksheet sheet, int line, Table.Note note, Language language) {
    sheet.inlineString(line, 0, note.what().in(language));
    put(sheet, line, 1, note.value());
  }
}
