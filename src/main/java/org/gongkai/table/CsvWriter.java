package org.gongkai.table;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes rows as CSV: UTF-8, a header, a column for each member. Rows go out as they come. */
@Singleton
public class CsvWriter {

  /** By which spreadsheets know UTF-8. */
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** Between the texts of a list in one cell. */
  private static final String SPACE = " ";

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

  private final CsvMapper forScripts = mapper(false);
  private final CsvMapper forSpreadsheets = mapper(true);

  private static CsvMapper mapper(boolean mark) {
    return CsvMapper.csvBuilder()
        .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
        .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
        // else whatever is long is quoted
        .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
        // the columns of a record are in the order of its components
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .addModule(new JavaTimeModule())
        .addModule(new SimpleModule().addSerializer(String.class, new Harmless(mark)))
        .build();
  }

  /** Writes a table. */
  void write(Table table, boolean mark, OutputStream out) throws IOException {
    CsvSchema.Builder schema = CsvSchema.builder();
    table.columns().forEach(column -> schema.addColumn(column.id()));
    begin(mark, out);
    try (CsvGenerator csv = mapperFor(mark).getFactory().createGenerator(out)) {
      csv.setSchema(schema.build().withHeader());
      for (TableRow row : Objects.requireNonNull(table.rows())) {
        csv.writeStartObject();
        for (Map.Entry<TableColumn, TableCell> cell : row.all().entrySet()) {
          csv.writeFieldName(cell.getKey().id());
          if (cell.getValue() instanceof TableCell.Words words) {
            csv.writeString(safe(cell.getKey().id(), words.text(), mark));
          } else {
            cell.getValue().write(csv);
          }
        }
        csv.writeEndObject();
      }
    }
  }

  /**
   * Writes records, of which there may be very many: a column for each component.
   *
   * @param first the columns that come before the others, which are in the order of the components
   */
  public <T> void write(
      Class<T> type, List<String> first, Stream<T> records, boolean mark, OutputStream out)
      throws IOException {
    CsvMapper mapper = mapperFor(mark);
    CsvSchema schema =
        mapper
            .schemaFor(type)
            .sortedBy(first.toArray(String[]::new))
            .withArrayElementSeparator(SPACE)
            .withHeader();
    begin(mark, out);
    try (SequenceWriter lines = mapper.writer(schema).writeValues(out)) {
      for (Iterator<T> all = records.iterator(); all.hasNext(); ) {
        lines.write(all.next());
      }
    }
  }

  private CsvMapper mapperFor(boolean mark) {
    return mark ? forSpreadsheets : forScripts;
  }

  private static void begin(boolean mark, OutputStream out) throws IOException {
    if (mark) {
      out.write(MARK);
    }
  }

  /** Texts of records, made safe where they are written. */
  private static final class Harmless extends StdSerializer<String> {

    private final boolean mark;

    private Harmless(boolean mark) {
      super(String.class);
      this.mark = mark;
    }

    @Override
    public void serialize(String text, JsonGenerator csv, SerializerProvider provider)
        throws IOException {
      JsonStreamContext here = csv.getOutputContext();
      csv.writeString(
          safe((here.inArray() ? here.getParent() : here).getCurrentName(), text, mark));
    }
  }

  private static String safe(String column, String text, boolean spreadsheet) {
    return spreadsheet ? kept(column, harmless(text)) : harmless(text);
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
