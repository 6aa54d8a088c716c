package org.gongkai.rollup;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.table.TableCell;
import org.gongkai.table.TableColumn;
import org.gongkai.table.TableRow;
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
    @Schema(hidden = true) TableRow cells) {

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

  RollupRow with(TableRow others) {
    return new RollupRow(code, name, coverage, year, others);
  }

  /** The year as a date. */
  LocalDate period() {
    return LocalDate.of(year, 12, 31);
  }

  boolean hasPlace() {
    return code != null;
  }

  /** The members that the rows of a place and year have in common. */
  private void writeBeginning(JsonGenerator json, SerializerProvider provider) throws IOException {
    if (hasPlace()) {
      json.writeStringField(CODE, code);
      json.writeStringField(NAME, name);
      provider.defaultSerializeField(COVERAGE, coverage, json);
    }
    json.writeNumberField(YEAR, year);
    json.writeStringField(PERIOD, period().toString());
  }

  static final class Flat extends StdSerializer<RollupRow> {

    /**
     * Under which what is written has the beginning of the last place: its rows stand together, and
     * it is half of each.
     */
    private static final Object LAST = Beginning.class;

    private static final SerializedString FIRST = new SerializedString(CODE);

    Flat() {
      super(RollupRow.class);
    }

    @Override
    public void serialize(RollupRow row, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartObject();
      SerializableString beginning = beginning(row, json, provider);
      if (beginning == null) {
        row.writeBeginning(json, provider);
      } else {
        json.writeFieldName(FIRST);
        json.writeRawValue(beginning);
      }
      for (Map.Entry<TableColumn, TableCell> cell : row.cells().all().entrySet()) {
        json.writeFieldName(cell.getKey().id());
        cell.getValue().write(json);
      }
      json.writeEndObject();
    }

    /** As it was written for the row before; null where that is of another place. */
    private static @Nullable SerializableString beginning(
        RollupRow row, JsonGenerator json, SerializerProvider provider) throws IOException {
      // only into text something can be put as it was written
      if (!row.hasPlace() || json.getOutputTarget() == null || json.getPrettyPrinter() != null) {
        return null;
      }
      Beginning last = (Beginning) provider.getAttribute(LAST);
      if (last == null || !last.isOf(row)) {
        provider.setAttribute(LAST, new Beginning(row));
        return null;
      }
      if (last.afterFirst == null) {
        StringWriter text = new StringWriter();
        try (JsonGenerator apart = json.getCodec().getFactory().createGenerator(text)) {
          apart.writeStartObject();
          row.writeBeginning(apart, provider);
          apart.writeEndObject();
        }
        StringBuffer all = text.getBuffer();
        int from = "{\"\":".length() + CODE.length();
        last.afterFirst = new SerializedString(all.substring(from, all.length() - 1));
      }
      return last.afterFirst;
    }
  }

  /** The beginning that rows have in common. */
  private static final class Beginning {

    private final RollupRow row;

    /** As it is written, without the name of the first member; null before it is needed. */
    private @Nullable SerializableString afterFirst;

    Beginning(RollupRow row) {
      this.row = row;
    }

    boolean isOf(RollupRow other) {
      return row.year == other.year
          && Objects.equals(row.code, other.code)
          && Objects.equals(row.name, other.name)
          && Objects.equals(row.coverage, other.coverage);
    }
  }
}
