package org.gongkai.rollup;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.AnswerSpace;
import org.gongkai.platform.Spill;
import org.gongkai.table.SpilledList;
import org.gongkai.table.TableCell;
import org.gongkai.table.TableColumn;
import org.gongkai.table.TableRow;
import org.gongkai.tally.Coverage;

/** The lists of one large rollup, which are given back together. */
final class SpilledRows implements AutoCloseable {

  /** Under which a reader has the columns by id. */
  private static final String COLUMNS = "columns";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addModule(new SimpleModule().addDeserializer(RollupRow.class, new Reader()))
          .build();

  /** The rows of 700 organs, which need no disk. */
  private static final long IN_MEMORY = 12L << 20;

  private final AnswerSpace space;
  private final List<Spill> spills = new ArrayList<>();
  private final Map<String, TableColumn> columns = new HashMap<>();

  /** Without any row yet. */
  SpilledRows(AnswerSpace space) {
    this.space = space;
  }

  SpilledList<RollupRow> rows() {
    return new SpilledList<>(
        spill(), JSON.readerFor(RollupRow.class).withAttribute(COLUMNS, columns));
  }

  SpilledList<RollupView.PlaceCoverage> places() {
    return new SpilledList<>(spill(), JSON.readerFor(RollupView.PlaceCoverage.class));
  }

  /** Tells which columns rows have: what is written has their ids alone. */
  void haveColumns(Collection<TableColumn> some) {
    some.forEach(column -> columns.putIfAbsent(column.id(), column));
  }

  private Spill spill() {
    Spill spill = space.spillBeyond(IN_MEMORY);
    spills.add(spill);
    return spill;
  }

  /** Reads a row as it was written, with the columns that it had. */
  private static final class Reader extends StdDeserializer<RollupRow> {

    private Reader() {
      super(RollupRow.class);
    }

    @Override
    public RollupRow deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      Map<?, ?> columns = (Map<?, ?>) context.getAttribute(COLUMNS);
      String code = null;
      String name = null;
      Coverage coverage = null;
      int year = 0;
      TableRow cells = new TableRow();
      for (String id = json.nextFieldName(); id != null; id = json.nextFieldName()) {
        JsonToken token = json.nextToken();
        if (id.equals(RollupRow.CODE)) {
          code = json.getText();
        } else if (id.equals(RollupRow.NAME)) {
          name = json.getValueAsString();
        } else if (id.equals(RollupRow.COVERAGE)) {
          coverage = context.readValue(json, Coverage.class);
        } else if (id.equals(RollupRow.YEAR)) {
          year = json.getIntValue();
        } else if (!id.equals(RollupRow.PERIOD)) {
          cells.put((TableColumn) columns.get(id), cell(token, json));
        }
      }
      return new RollupRow(code, name, coverage, year, cells);
    }

    private static TableCell cell(JsonToken token, JsonParser json) throws IOException {
      return switch (token) {
        case VALUE_STRING -> TableCell.of(json.getText());
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> TableCell.of(json.getDecimalValue());
        case VALUE_TRUE, VALUE_FALSE -> TableCell.of(token == JsonToken.VALUE_TRUE);
        case VALUE_NULL -> TableCell.NOTHING;
        default -> throw new IOException("A row has no " + token);
      };
    }
  }

  @Override
  public void close() {
    spills.forEach(Spill::delete);
  }
}
