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
import java.util.Set;
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
   * What a spreadsheet would take for a number, a date or a truth and keep as one: it drops zeros
   * in front, every digit after the 15th, and shows those from the 12th on as a power of ten; codes
   * such as 12E5, 3-1, MAR-01 and TRUE become numbers, dates and truths as well.
   */
  private static final Pattern CHANGED =
      Pattern.compile(
          "0[0-9]+|[0-9]{12,}|[0-9]+E[+-]?[0-9]+|[0-9]{1,4}(-[0-9]{1,4}){1,2}|true|false"
              + "|(?=.*[0-9])([0-9]{1,4}-?)?"
              + "(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?"
              + "|oct(ober)?|nov(ember)?|dec(ember)?)(-?[0-9]{1,4}){0,2}",
          Pattern.CASE_INSENSITIVE);

  /** A whole date (ISO 8601) is meant as one, unless it stands where codes do. */
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  /** The columns of codes that an office chooses. */
  private static final Set<String> OF_CODES = Set.of("code", "organ", "region");

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
                    ? spreadsheet ? kept(name, harmless(text)) : harmless(text)
                    : value));
    return harmless;
  }

  /**
   * A text as a spreadsheet leaves it as it is. Only after the mark, by which a file is known to be
   * for one: whatever else reads CSV takes the signs for part of the text.
   */
  private static String kept(String column, String text) {
    boolean meant = !OF_CODES.contains(column) && DATE.matcher(text).matches();
    return !meant && CHANGED.matcher(text).matches() ? "=\"" + text + "\"" : text;
  }

  /** A text is set off from a formula; a number is none, whatever its sign. */
  static String harmless(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }
}
