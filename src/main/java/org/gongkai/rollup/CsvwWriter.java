package org.gongkai.rollup;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.gongkai.problem.Language;
import org.gongkai.problem.Text;

/** Describes the columns of the CSV, as the W3C's Metadata Vocabulary for Tabular Data has it. */
@Singleton
class CsvwWriter {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ObjectMapper mapper;
  private final ColumnTexts texts;

  CsvwWriter(ObjectMapper mapper, ColumnTexts texts) {
    this.mapper = mapper;
    this.texts = texts;
  }

  void write(RollupView rollup, RollupParameters asked, Language language, OutputStream out)
      throws IOException {
    FlatRows rows = new FlatRows(rollup);
    ObjectNode table = NODES.objectNode();
    table
        .putArray("@context")
        .add("http://www.w3.org/ns/csvw")
        .addObject()
        .put("@language", language.tag());
    table.put("url", asked.address(TableFormat.CSV));
    table.set("dc:title", both(texts.title(asked.subject())));
    dialect(table.putObject("dialect"));
    ObjectNode schema = table.putObject("tableSchema");
    ArrayNode columns = schema.putArray("columns");
    List<String> keys = rows.keys();
    rows.columns().forEach(id -> column(columns.addObject(), texts.of(asked.subject(), id), keys));
    ArrayNode primary = schema.putArray("primaryKey");
    keys.forEach(primary::add);
    out.write(mapper.writeValueAsBytes(table));
  }

  private static void dialect(ObjectNode dialect) {
    dialect
        .put("encoding", "utf-8")
        .put("delimiter", ",")
        .put("quoteChar", "\"")
        .put("doubleQuote", true)
        .put("header", true)
        .put("headerRowCount", 1)
        .put("trim", false)
        .putArray("lineTerminators")
        .add("\n");
  }

  private static void column(ObjectNode column, ColumnTexts.Shown shown, List<String> keys) {
    column.put("name", shown.id());
    // the header of the CSV is the name, in no language
    ObjectNode titles = column.putObject("titles");
    titles.putArray("und").add(shown.id());
    titles.putArray("zh").add(shown.title().zh());
    titles.putArray("en").add(shown.title().en());
    column.set("dc:description", both(shown.description()));
    column.put("datatype", shown.kind().datatype());
    column.put("null", "");
    if (keys.contains(shown.id())) {
      column.put("required", true);
    }
  }

  private static ArrayNode both(Text text) {
    ArrayNode both = NODES.arrayNode();
    both.addObject().put("@value", text.zh()).put("@language", "zh");
    both.addObject().put("@value", text.en()).put("@language", "en");
    return both;
  }
}
