package org.gongkai.rollup;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.table.Cell;
import org.gongkai.table.Column;
import org.gongkai.table.Row;
import org.gongkai.tally.Coverage;
import org.jspecify.annotations.Nullable;

/**
 * A row of a rollup. JSON has it flat, coverage nested.
 *
 * @param code of the place; null where all rows are of the region that is asked for
 * @param name of the place; null where it has none any more
 * @param coverage of the place and year; null with {@code code}
 * @param cells what was added up
 */
@JsonSerialize(using = RollupRow.Flat.class)
record RollupRow(
    @Nullable String code,
    @Nullable String name,
    @Nullable Coverage coverage,
    int year,
    @Schema(hidden = true) Row cells) {

  static final String CODE = NamedColumn.CODE.id();
  static final String NAME = NamedColumn.NAME.id();
  static final String COVERAGE = "coverage";
  static final String YEAR = NamedColumn.YEAR.id();

  /** Follows from the year. */
  static final String PERIOD = NamedColumn.PERIOD.id();

  /** Where and when a row is. */
  record Spot(@Nullable String code, int year) {

    Spot yearBefore() {
      return new Spot(code, year - 1);
    }
  }

  Spot spot() {
    return new Spot(code, year);
  }

  RollupRow with(Row others) {
    return new RollupRow(code, name, coverage, year, others);
  }

  /** The year as a date. */
  LocalDate period() {
    return LocalDate.of(year, 12, 31);
  }

  boolean hasPlace() {
    return code != null;
  }

  static final class Flat extends StdSerializer<RollupRow> {

    Flat() {
      super(RollupRow.class);
    }

    @Override
    public void serialize(RollupRow row, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartObject();
      if (row.hasPlace()) {
        json.writeStringField(CODE, row.code());
        json.writeStringField(NAME, row.name());
        provider.defaultSerializeField(COVERAGE, row.coverage(), json);
      }
      json.writeNumberField(YEAR, row.year());
      json.writeStringField(PERIOD, row.period().toString());
      for (Map.Entry<Column, Cell> cell : row.cells().all().entrySet()) {
        json.writeFieldName(cell.getKey().id());
        cell.getValue().write(json);
      }
      json.writeEndObject();
    }
  }
}
