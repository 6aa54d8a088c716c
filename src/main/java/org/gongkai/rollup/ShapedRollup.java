package org.gongkai.rollup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.gongkai.form.Scope;
import org.gongkai.report.Basis;
import org.gongkai.table.TableCell;
import org.gongkai.table.TableColumn;
import org.gongkai.table.TableRow;
import org.gongkai.tally.By;
import org.gongkai.tally.Coverage;
import org.jspecify.annotations.Nullable;

/** A rollup as JSON with rows that nest nothing. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShapedRollup(
    String region,
    @Nullable String name,
    Basis basis,
    By by,
    Scope scope,
    boolean complete,
    Coverage coverage,
    @Nullable Map<String, Map<String, Long>> layouts,
    @JsonSerialize(contentUsing = Flat.class) @Nullable Iterable<TableRow> rows,
    @JsonSerialize(contentUsing = Flat.class) @Nullable Iterable<TableRow> totals,
    @Nullable List<IndicatorDefinition> definitions) {

  static ShapedRollup of(
      RollupView rollup, @Nullable Iterable<TableRow> rows, @Nullable Iterable<TableRow> totals) {
    return new ShapedRollup(
        rollup.region(),
        rollup.name(),
        rollup.basis(),
        rollup.by(),
        rollup.scope(),
        rollup.complete(),
        rollup.coverage(),
        rollup.layouts(),
        rows,
        totals,
        rollup.definitions());
  }

  static final class Flat extends StdSerializer<TableRow> {

    Flat() {
      super(TableRow.class);
    }

    @Override
    public void serialize(TableRow row, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartObject();
      for (Map.Entry<TableColumn, TableCell> cell : row.all().entrySet()) {
        json.writeFieldName(cell.getKey().id());
        cell.getValue().write(json);
      }
      json.writeEndObject();
    }
  }
}
