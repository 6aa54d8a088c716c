package org.gongkai.rollup;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Writes rows as CSV: UTF-8, a header, a column for each member. */
@Singleton
class CsvWriter {

  /** What every row has; a header without any column would be no CSV. */
  private static final List<String> COLUMNS_OF_NO_ROWS =
      List.of("year", "label", "blank", "reports");

  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final CsvMapper mapper =
      CsvMapper.csvBuilder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  byte[] write(RollupView rollup) {
    List<Map<String, Object>> rows = rollup.rows().stream().map(CsvWriter::flat).toList();
    Set<String> columns = new LinkedHashSet<>();
    rows.forEach(row -> columns.addAll(row.keySet()));
    if (columns.isEmpty()) {
      columns.addAll(COLUMNS_OF_NO_ROWS);
    }
    return write(columns, rows.stream());
  }

  /** Writes rows one after the other, so that there may be very many. */
  byte[] write(Collection<String> columns, Stream<Map<String, Object>> rows) {
    CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true);
    columns.forEach(schema::addColumn);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (SequenceWriter lines = mapper.writer(schema.build()).writeValues(bytes)) {
      for (Map<String, Object> row : (Iterable<Map<String, Object>>) rows::iterator) {
        lines.write(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A row as CSV takes it: without anything nested, and harmless. */
  static Map<String, Object> flat(Map<String, Object> row) {
    Map<String, Object> flat = new LinkedHashMap<>();
    row.forEach(
        (name, value) -> {
          switch (value) {
            case Coverage coverage -> {
              flat.put("expected", coverage.expected());
              flat.put("reported", coverage.reported());
              flat.put("missing", coverage.missing());
            }
            case String text -> flat.put(name, harmless(text));
            case null, default -> flat.put(name, value);
          }
        });
    return flat;
  }

  /** A spreadsheet must not take a name for a formula. */
  private static String harmless(String text) {
    boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }
}
