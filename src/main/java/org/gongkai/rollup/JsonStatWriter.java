package org.gongkai.rollup;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gongkai.problem.Language;
import org.gongkai.problem.Text;
import org.gongkai.tally.By;

/** Writes a rollup as a JSON-stat 2.0 dataset, cell by cell. */
@Singleton
class JsonStatWriter {

  private static final Set<String> NO_PLACES = Set.of(By.ORGAN.code(), By.LEVEL.code());

  private static final String BLANK = "blank";
  private static final String INCOMPLETE = "incomplete";
  private static final String TOO_FEW = "tooFew";
  private static final String OTHER_LAYOUT = "otherLayout";
  private static final Map<String, Text> STATUS =
      new TreeMap<>(
          Map.of(
              BLANK, new Text("均未填报", "Nothing stated"),
              INCOMPLETE, new Text("有未报机关或空白单元格", "Organs or cells are missing"),
              TOO_FEW, new Text("样本过少，不宜排名", "Too few to rank"),
              OTHER_LAYOUT,
                  new Text(
                      "部分报告采用其他表式或计量单位，没有该单元格",
                      "Some reports have no such cell: another layout, or a unit of their own")));

  private final ObjectMapper mapper;
  private final ColumnTexts texts;

  JsonStatWriter(ObjectMapper mapper, ColumnTexts texts) {
    this.mapper = mapper;
    this.texts = texts;
  }

  void write(RollupView rollup, RollupParameters asked, Language language, OutputStream out)
      throws IOException {
    JsonStatCube cube = new JsonStatCube(rollup, asked, texts, language);
    try (JsonGenerator json = mapper.createGenerator(out)) {
      json.configure(StreamWriteFeature.AUTO_CLOSE_TARGET.mappedFeature(), false);
      json.configure(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN.mappedFeature(), true);
      json.writeStartObject();
      json.writeStringField("version", "2.0");
      json.writeStringField("class", "dataset");
      String title = texts.title(asked.subject()).in(language);
      json.writeStringField("label", title + " · " + rollup.name());
      dimensions(json, cube, rollup);
      values(json, cube);
      statuses(json, cube, rollup);
      extension(json, rollup, language);
      json.writeEndObject();
    }
  }

  private static void dimensions(JsonGenerator json, JsonStatCube cube, RollupView rollup)
      throws IOException {
    json.writeArrayFieldStart("id");
    for (JsonStatCube.Dimension dimension : cube.dimensions()) {
      json.writeString(dimension.id());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("size");
    for (JsonStatCube.Dimension dimension : cube.dimensions()) {
      json.writeNumber(dimension.categories().size());
    }
    json.writeEndArray();
    json.writeObjectFieldStart("role");
    role(json, "time", "year");
    // organs and levels are no places on a map
    if (!NO_PLACES.contains(rollup.by())) {
      role(json, "geo", "place");
    }
    role(json, "metric", cube.numbersOfRows().id());
    json.writeEndObject();
    json.writeObjectFieldStart("dimension");
    for (JsonStatCube.Dimension dimension : cube.dimensions()) {
      dimension(json, dimension);
    }
    json.writeEndObject();
  }

  private static void role(JsonGenerator json, String role, String dimension) throws IOException {
    json.writeArrayFieldStart(role);
    json.writeString(dimension);
    json.writeEndArray();
  }

  private static void dimension(JsonGenerator json, JsonStatCube.Dimension dimension)
      throws IOException {
    json.writeObjectFieldStart(dimension.id());
    json.writeStringField("label", dimension.label());
    json.writeObjectFieldStart("category");
    json.writeArrayFieldStart("index");
    for (String code : dimension.categories().keySet()) {
      json.writeString(code);
    }
    json.writeEndArray();
    json.writePOJOField("label", dimension.categories());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void values(JsonGenerator json, JsonStatCube cube) throws IOException {
    json.writeArrayFieldStart("value");
    cube.eachCell(
        (row, member) -> {
          if (row != null && row.get(member) instanceof Number number) {
            json.writeNumber(new BigDecimal(number.toString()));
          } else {
            json.writeNull();
          }
        });
    json.writeEndArray();
  }

  private static void statuses(JsonGenerator json, JsonStatCube cube, RollupView rollup)
      throws IOException {
    FlatRows rows = new FlatRows(rollup);
    long[] position = {0};
    json.writeObjectFieldStart("status");
    cube.eachCell(
        (row, member) -> {
          Optional<String> status = row == null ? Optional.empty() : status(rows, row, member);
          if (status.isPresent()) {
            json.writeStringField(String.valueOf(position[0]), status.get());
          }
          position[0]++;
        });
    json.writeEndObject();
  }

  private static Optional<String> status(FlatRows rows, Map<String, Object> row, String member) {
    if (!row.containsKey(member)) {
      return Optional.empty();
    }
    if (row.get(member) == null) {
      return Optional.of(isOfDifferentReports(row, member) ? OTHER_LAYOUT : BLANK);
    }
    if (member.equals("value") && Boolean.TRUE.equals(row.get("tooFewToRank"))) {
      return Optional.of(TOO_FEW);
    }
    if (rows.isOfSomeOnly(row, member)) {
      return Optional.of(OTHER_LAYOUT);
    }
    boolean blanks = row.get("blank") instanceof Number blank && blank.longValue() > 0;
    boolean incomplete = blanks || rows.coverage(row).missing() > 0;
    return incomplete ? Optional.of(INCOMPLETE) : Optional.empty();
  }

  /** A ratio that there is not, although there are both of its parts. */
  private static boolean isOfDifferentReports(Map<String, Object> row, String member) {
    return member.equals("value")
        && row.get("numerator") != null
        && row.get("denominator") instanceof BigDecimal denominator
        && denominator.signum() != 0;
  }

  private static void extension(JsonGenerator json, RollupView rollup, Language language)
      throws IOException {
    json.writeObjectFieldStart("extension");
    json.writeStringField("region", rollup.region());
    json.writeStringField("basis", rollup.basis());
    json.writeStringField("by", rollup.by());
    json.writeBooleanField("complete", rollup.complete());
    json.writePOJOField("coverage", rollup.coverage());
    json.writePOJOField("places", rollup.places() == null ? List.of() : rollup.places());
    json.writePOJOField("layouts", rollup.layouts() == null ? Map.of() : rollup.layouts());
    json.writeObjectFieldStart("status");
    json.writeObjectFieldStart("label");
    for (Map.Entry<String, Text> status : STATUS.entrySet()) {
      json.writeStringField(status.getKey(), status.getValue().in(language));
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }
}
