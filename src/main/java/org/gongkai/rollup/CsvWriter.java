package org.gongkai.rollup;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes rows as CSV: UTF-8, a header, a column for each member. */
@Singleton
public class CsvWriter {

  /** By which spreadsheets know UTF-8. */
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /**
   * What a spreadsheet may take for a formula: it looks past blanks of every kind and signs that
   * are not seen, and some take the full-width signs of an input method for the plain ones.
   */
  private static final Pattern FORMULA =
      Pattern.compile("[\\t\\r\\n].*|[\\s\\p{Z}\\p{Cf}\\p{Cc}]*[=+\\-@＝＋－＠].*", Pattern.DOTALL);

  /**
   * What a spreadsheet would take for a number or a date and keep as one: it drops zeros in front,
   * every digit after the 15th, and shows those from the 12th on as a power of ten; codes such as
   * 12E5 and 3-1 become numbers and dates as well. A whole date (ISO 8601) is meant as one.
   */
  private static final Pattern CHANGED =
      Pattern.compile(
          "0[0-9]+|[0-9]{12,}|[0-9]+[Ee][0-9]+|(?!\\d{4}-\\d{2}-\\d{2}$)[0-9]{1,4}(-[0-9]{1,4}){1,2}");

  private final CsvMapper mapper =
      CsvMapper.csvBuilder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          // else whatever is long is quoted
          .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
          .build();

  /** Writes the rows of a rollup. */
  public void write(RollupView rollup, boolean mark, OutputStream out) throws IOException {
    FlatRows rows = new FlatRows(rollup);
    write(rows.columns(), rows.rows(), mark, out);
  }

  /** Writes rows one after the other, so that there may be very many. */
  public void write(
      Collection<String> columns, Stream<Map<String, Object>> rows, boolean mark, OutputStream out)
      throws IOException {
    CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true);
    columns.forEach(schema::addColumn);
    if (mark) {
      out.write(MARK);
    }
    try (SequenceWriter lines = mapper.writer(schema.build()).writeValues(out)) {
      for (Map<String, Object> row : (Iterable<Map<String, Object>>) rows::iterator) {
        lines.write(harmless(row, mark));
      }
    }
  }

  private static Map<String, Object> harmless(Map<String, Object> row, boolean spreadsheet) {
    Map<String, Object> harmless = new LinkedHashMap<>();
    row.forEach(
        (name, value) ->
            harmless.put(
                name,
                value instanceof String text
                    ? spreadsheet ? kept(harmless(text)) : harmless(text)
                    : value));
    return harmless;
  }

  /**
   * A text as a spreadsheet leaves it as it is. Only after the mark, by which a file is known to be
   * for one: whatever else reads CSV takes the signs for part of the text.
   */
  static String kept(String text) {
    return CHANGED.matcher(text).matches() ? "=\"" + text + "\"" : text;
  }

  /** A text is set off from a formula; a number is none, whatever its sign. */
  static String harmless(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }
}
