package org.gongkai.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import org.gongkai.problem.Language;
import org.gongkai.problem.Text;

/** Describes the columns of the CSV, as the W3C's Metadata Vocabulary for Tabular Data has it. */
@Singleton
class CsvwWriter {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ObjectMapper mapper;

  CsvwWriter(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * Writes the description.
   *
   * @param csv the address of the CSV
   */
  void write(Table table, String csv, Language language, OutputStream out) throws IOException {
    ObjectNode described = NODES.objectNode();
    described
        .putArray("@context")
        .add("http://www.w3.org/ns/csvw")
        .addObject()
        .put("@language", language.tag());
    described.put("url", csv);
    described.set("dc:title", both(table.title()));
    dialect(described.putObject("dialect"));
    ObjectNode schema = described.putObject("tableSchema");
    ArrayNode columns = schema.putArray("columns");
    table.columns().forEach(column -> column(columns.addObject(), column));
    ArrayNode primary = schema.putArray("primaryKey");
    table.keys().forEach(key -> primary.add(key.id()));
    out.write(mapper.writeValueAsBytes(described));
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

  private static void column(ObjectNode described, TableColumn column) {
    described.put("name", column.id());
    // the header of the CSV is the name, in no language
    ObjectNode titles = described.putObject("titles");
    titles.putArray("und").add(column.id());
    titles.putArray("zh").add(column.title().zh());
    titles.putArray("en").add(column.title().en());
    described.set("dc:description", both(column.description()));
    described.put("datatype", column.kind().datatype());
    described.put("null", "");
    if (column.role() == TableColumn.Role.KEY) {
      described.put("required", true);
    }
  }

  private static ArrayNode both(Text text) {
    ArrayNode both = NODES.arrayNode();
    both.addObject().put("@value", text.zh()).put("@language", "zh");
    both.addObject().put("@value", text.en()).put("@language", "en");
    return both;
  }
}
