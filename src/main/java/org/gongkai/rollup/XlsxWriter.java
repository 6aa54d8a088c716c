package org.gongkai.rollup;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gongkai.problem.Language;
import org.gongkai.problem.Text;

/**
 * Writes a rollup as a workbook: the rows, the coverage of each place, and what was asked. Rows go
 * out as they come.
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

  private static final Text ROWS = new Text("数据", "Data");
  private static final Text COVERAGE = new Text("覆盖情况", "Coverage");
  private static final Text QUESTION = new Text("查询条件", "Query");

  private final ColumnTexts texts;
  private final Clock clock;

  XlsxWriter(ColumnTexts texts, Clock clock) {
    this.texts = texts;
    this.clock = clock;
  }

  void write(RollupView rollup, RollupParameters asked, Language language, OutputStream out)
      throws IOException {
    FlatRows rows = new FlatRows(rollup);
    try (Workbook book = new Workbook(out, "Gongkai", "1.0")) {
      table(
          book,
          ROWS.in(language),
          shown(asked.subject(), rows.columns()),
          rows.rows().iterator(),
          language);
      table(
          book,
          COVERAGE.in(language),
          shown(asked.subject(), PlaceLines.columns()),
          PlaceLines.of(rollup, asked).iterator(),
          language);
      question(book, rollup, asked, language);
    }
  }

  private List<ColumnTexts.Shown> shown(String subject, List<String> columns) {
    return columns.stream().map(column -> texts.of(subject, column)).toList();
  }

  /** One sheet, or as many as the rows need. */
  private static void table(
      Workbook book,
      String name,
      List<ColumnTexts.Shown> columns,
      java.util.Iterator<Map<String, Object>> rows,
      Language language)
      throws IOException {
    int sheets = 0;
    do {
      sheets++;
      try (Worksheet sheet = book.newWorksheet(sheets == 1 ? name : name + " " + sheets)) {
        header(sheet, columns, language);
        for (int line = 1; line < MOST_ROWS && rows.hasNext(); line++) {
          Map<String, Object> row = rows.next();
          for (int column = 0; column < columns.size(); column++) {
            put(sheet, line, column, row.get(columns.get(column).id()));
          }
          if (line % FLUSHED == 0) {
            sheet.flush();
          }
        }
      }
    } while (rows.hasNext());
  }

  private static void header(Worksheet sheet, List<ColumnTexts.Shown> columns, Language language) {
    sheet.freezePane(0, 1);
    for (int column = 0; column < columns.size(); column++) {
      ColumnTexts.Shown shown = columns.get(column);
      boolean wide = shown.id().equals("name") || shown.id().equals("label");
      sheet.width(column, wide ? WIDE : NARROW);
      sheet.inlineString(0, column, shown.title().in(language));
    }
    sheet.range(0, 0, 0, columns.size() - 1).style().bold().wrapText(true).set();
  }

  private static void put(Worksheet sheet, int line, int column, Object value) {
    switch (value) {
      case null -> {
        // nothing stated is an empty cell
      }
      case Boolean flag -> sheet.value(line, column, flag);
      case Number number -> put(sheet, line, column, new BigDecimal(number.toString()));
      default -> sheet.inlineString(line, column, value.toString());
    }
  }

  private static void put(Worksheet sheet, int line, int column, BigDecimal number) {
    if (number.stripTrailingZeros().precision() > DIGITS) {
      sheet.inlineString(line, column, number.toPlainString());
    } else {
      sheet.value(line, column, number);
    }
  }

  private void question(Workbook book, RollupView rollup, RollupParameters asked, Language language)
      throws IOException {
    String years =
        FlatRows.years(rollup, asked).stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    OffsetDateTime now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    try (Worksheet sheet = book.newWorksheet(QUESTION.in(language))) {
      sheet.width(0, NARROW);
      sheet.width(1, WIDE);
      int line = 0;
      say(sheet, line++, new Text("汇总", "Rollup"), texts.title(asked.subject()), language);
      say(sheet, line++, new Text("区划代码", "Region"), rollup.region(), language);
      say(sheet, line++, new Text("区划名称", "Its name"), rollup.name(), language);
      say(sheet, line++, new Text("年度", "Years"), years, language);
      say(sheet, line++, new Text("分组", "Divided by"), rollup.by(), language);
      say(sheet, line++, new Text("口径", "Basis"), rollup.basis(), language);
      String kinds = asked.kinds == null ? null : String.join(", ", asked.kinds);
      say(sheet, line++, new Text("机关类别", "Kinds of organ"), kinds, language);
      say(sheet, line++, new Text("截至", "As of"), asked.asOf, language);
      say(sheet, line++, new Text("完整", "Complete"), rollup.complete(), language);
      say(sheet, line++, new Text("表式", "Layouts"), layouts(rollup), language);
      say(sheet, line, new Text("导出时间", "Written at"), now.toString(), language);
    }
  }

  /** {@code disclosure 2019: 1, 2021: 49}. */
  private static String layouts(RollupView rollup) {
    return rollup.layouts() == null
        ? null
        : rollup.layouts().entrySet().stream()
            .map(
                section ->
                    section.getValue().entrySet().stream()
                        .map(edition -> edition.getKey() + ": " + edition.getValue())
                        .collect(Collectors.joining(", ", section.getKey() + " ", "")))
            .collect(Collectors.joining("; "));
  }

  private static void say(Worksheet sheet, int line, Text what, Object value, Language language) {
    sheet.inlineString(line, 0, what.in(language));
    put(sheet, line, 1, value instanceof Text text ? text.in(language) : value);
  }
}
