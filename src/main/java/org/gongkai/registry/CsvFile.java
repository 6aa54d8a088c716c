package org.gongkai.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file (RFC 4180, or with semicolons or tabs) with a header, read line by line and never as a
 * whole. Cells are stripped; an empty one is absent.
 */
final class CsvFile implements AutoCloseable {

  /** A line: the number of its first row in the file, and its cells by column. */
  record Line(int number, Map<String, String> cells) {
    @Nullable String cell(String column) {
      return cells.get(column);
    }

    /** A date; the order of which nobody doubts is written as ISO 8601 has it. */
    @Nullable String date(String column) {
      String cell = cell(column);
      Matcher date = DATE.matcher(cell == null ? "" : cell);
      return date.matches()
          ? "%s-%2s-%2s".formatted(date.group(1), date.group(2), date.group(3)).replace(' ', '0')
          : cell;
    }
  }

  /** As spreadsheets write a date, or people do: the year first. */
  private static final Pattern DATE =
      Pattern.compile("([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?");

  private static final CsvFactory CSV =
      CsvFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(10_000).build())
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .build();

  /**
   * A text in the form ="…", which keeps spreadsheets from reading a code as a number; our own
   * files use it.
   */
  private static final Pattern TEXT_FOR_SPREADSHEETS = Pattern.compile("=\"([^\"]*)\"");

  private final CsvParser parser;
  private final FileText text;
  private final ImportReport report;
  private final List<String> header = new ArrayList<>();
  private boolean ended;

  /**
   * The charset that a request says, if it says a type at all: without one, it is what is wanted.
   */
  static @Nullable String charset(@Nullable MediaType type) {
    return type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
  }

  /** Opens the file and reads its header; what is wrong with that goes to the report. */
  CsvFile(InputStream body, @Nullable String charset, FileColumns columns, ImportReport report) {
    this.report = report;
    try {
      text = FileText.of(body, charset, columns);
      parser = CSV.createParser(text.reader());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(text.separator()));
    Set<String> found = new HashSet<>();
    for (String head : row().orElse(List.of())) {
      String column = columns.named(head).orElse(head);
      header.add(column);
      if (!found.add(column)) {
        refuseHeader(head, new Text("列名重复。", "The column is there twice."));
      } else if (columns.named(head).isEmpty()) {
        refuseHeader(
            head,
            new Text("未知的列；可用的列：%s。", "Unknown column; there are: %s.").with(columns.listed()));
      }
    }
    for (String column : columns.required()) {
      if (!found.contains(column)) {
        refuseHeader(column, new Text("首行缺少此列。", "The header has no such column."));
      }
    }
  }

  /** The next line that has as many cells as the header; others go to the report. */
  Optional<Line> next() {
    while (!ended) {
      Optional<List<String>> row = row();
      if (row.isEmpty()) {
        break;
      }
      int number = parserLine;
      report.read();
      List<String> cells = row.get();
      if (cells.size() > header.size()) {
        report.refuse(
            number,
            "",
            new Text("有多于首行的列（%s）。", "More cells than the header has columns (%s).")
                .with(header.size()));
        continue;
      }
      Map<String, String> named = new LinkedHashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        if (!cells.get(i).isEmpty()) {
          named.put(header.get(i), cells.get(i));
        }
      }
      return Optional.of(new Line(number, named));
    }
    return Optional.empty();
  }

  private int parserLine;

  private Optional<List<String>> row() {
    boolean begun = false;
    try {
      if (parser.nextToken() == null) {
        ended = true;
        return Optional.empty();
      }
      parserLine = parser.currentLocation().getLineNr();
      begun = true;
      List<String> cells = new ArrayList<>();
      while (parser.nextToken() == JsonToken.VALUE_STRING) {
        if (header.isEmpty() || cells.size() <= header.size()) {
          cells.add(stripped(parser.getText()));
        }
      }
      return Optional.of(cells);
    } catch (JsonProcessingException e) {
      // The rest cannot be split into lines any more. Where a quote is missing, the parser stands
      // at
      // the end of the file: the row where it began is the one to mend.
      ended = true;
      report.refuse(
          begun || e.getLocation() == null
              ? Math.max(parserLine, 1)
              : Math.max(parserLine, e.getLocation().getLineNr()),
          "",
          new Text(
              "此处不是合法的 CSV：引号未闭合，或者单元格过长。其后的内容未读取。",
              "No CSV here: a quote that is not closed, or a cell that is too long. What follows"
                  + " was not read."));
      return Optional.empty();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private static String stripped(String cell) {
    Matcher wrapped = TEXT_FOR_SPREADSHEETS.matcher(cell.strip());
    return wrapped.matches() ? wrapped.group(1).strip() : cell.strip();
  }

  private void refuseHeader(String column, Text why) {
    ended = true;
    report.refuseFile(1, column.length() > 50 ? column.substring(0, 50) : column, why);
  }

  private RuntimeException failure(IOException e) {
    if (!(e instanceof CharacterCodingException)) {
      return new UncheckedIOException(e);
    }
    return text.charset().equals(StandardCharsets.UTF_8)
        ? ProblemException.of(
            ProblemType.INVALID_REQUEST,
            "文件不是 UTF-8 编码；在 Excel 中请另存为“CSV UTF-8（逗号分隔）”。如确为 GB18030（GBK）编码，"
                + "请以 Content-Type: text/csv; charset=GB18030 发送。",
            "The file is not UTF-8; in Excel, save it as “CSV UTF-8”. If it is known to be GB18030"
                + " (GBK), send it as Content-Type: text/csv; charset=GB18030.")
        : ProblemException.of(
            ProblemType.INVALID_REQUEST,
            "文件不全是 " + text.charset() + " 编码；请另存为 UTF-8。",
            "Not all of the file is " + text.charset() + "; save it as UTF-8.");
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
