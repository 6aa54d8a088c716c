package org.gongkai.table;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gongkai.problem.Language;
import org.jspecify.annotations.Nullable;

/** Writes a cube as a JSON-stat 2.0 dataset, cell by cell. */
@Singleton
class JsonStatWriter {

  private final ObjectMapper mapper;

  JsonStatWriter(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  void write(Cube cube, Language language, OutputStream out) throws IOException {
    Filled filled = new Filled(cube);
    try (JsonGenerator json = mapper.createGenerator(out)) {
      json.configure(StreamWriteFeature.AUTO_CLOSE_TARGET.mappedFeature(), false);
      json.configure(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN.mappedFeature(), true);
      json.writeStartObject();
      json.writeStringField("version", "2.0");
      json.writeStringField("class", "dataset");
      json.writeStringField("label", cube.label());
      dimensions(json, filled.dimensions(language));
      roles(json, cube);
      json.writeObjectFieldStart("dimension");
      for (Dimension dimension : filled.dimensions(language)) {
        dimension(json, dimension);
      }
      json.writeEndObject();
      values(json, filled);
      statuses(json, filled);
      json.writePOJOField("extension", cube.extension());
      json.writeEndObject();
    }
  }

  /** A dimension with the names of its categories by code, in order. */
  private record Dimension(
      String id, String label, Map<String, String> categories, Map<String, String> parents) {

    /** The categories that each one adds up, those without a category of their own left out. */
    Map<String, List<String>> children() {
      Map<String, List<String>> children = new LinkedHashMap<>();
      for (String code : categories.keySet()) {
        String parent = parents.get(code);
        if (parent != null && categories.containsKey(parent)) {
          children.computeIfAbsent(parent, p -> new ArrayList<>()).add(code);
        }
      }
      return children;
    }
  }

  /** The rows of a cube by their categories. */
  private static final class Filled {

    private final Cube cube;
    private final List<Map<String, String>> categories = new ArrayList<>();
    private final List<Map<String, String>> parents = new ArrayList<>();
    private final Map<List<String>, TableRow> rows = new HashMap<>();
    private final List<TableColumn> measures;

    Filled(Cube cube) {
      this.cube = cube;
      for (Cube.Axis axis : cube.axes()) {
        categories.add(new LinkedHashMap<>(axis.categories()));
        parents.add(new HashMap<>());
      }
      Set<TableColumn> numbers = new LinkedHashSet<>();
      for (TableRow row : Objects.requireNonNull(cube.table().rows())) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < cube.axes().size(); i++) {
          Cube.Category category = cube.axes().get(i).of().apply(row);
          categories.get(i).putIfAbsent(category.code(), category.label());
          parents.get(i).put(category.code(), category.parent());
          codes.add(category.code());
        }
        rows.put(codes, row);
        row.all()
            .forEach(
                (column, cell) -> {
                  if (column.role() == TableColumn.Role.MEASURE
                      && cell instanceof TableCell.Number) {
                    numbers.add(column);
                  }
                });
      }
      measures = cube.table().columns().stream().filter(numbers::contains).toList();
    }

    /** All of them, in the order in which the cells are. */
    List<Dimension> dimensions(Language language) {
      List<Dimension> all = new ArrayList<>();
      for (int i = 0; i < cube.axes().size(); i++) {
        Cube.Axis axis = cube.axes().get(i);
        all.add(new Dimension(axis.id(), axis.label(), categories.get(i), parents.get(i)));
      }
      Map<String, String> titles = new LinkedHashMap<>();
      Map<String, String> totals = new HashMap<>();
      for (TableColumn column : measures) {
        titles.put(column.id(), column.title().in(language));
        totals.put(column.id(), cube.measures().parent().apply(column));
      }
      all.add(new Dimension(cube.measures().id(), cube.measures().label(), titles, totals));
      return all;
    }

    void eachCell(Cells cells) throws IOException {
      each(new ArrayList<>(), cells);
    }

    private void each(List<String> codes, Cells cells) throws IOException {
      if (codes.size() < categories.size()) {
        for (String code : categories.get(codes.size()).keySet()) {
          codes.add(code);
          each(codes, cells);
          codes.removeLast();
        }
      } else {
        TableRow row = rows.get(codes);
        for (TableColumn column : measures) {
          cells.next(row, column);
        }
      }
    }
  }

  /** Takes the cells one after the other: the last dimension is the fastest. */
  private interface Cells {
    /**
     * A cell.
     *
     * @param row null where there is none
     */
    void next(@Nullable TableRow row, TableColumn column) throws IOException;
  }

  private static void dimensions(JsonGenerator json, List<Dimension> dimensions)
      throws IOException {
    json.writeArrayFieldStart("id");
    for (Dimension dimension : dimensions) {
      json.writeString(dimension.id());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("size");
    for (Dimension dimension : dimensions) {
      json.writeNumber(dimension.categories().size());
    }
    json.writeEndArray();
  }

  private static void roles(JsonGenerator json, Cube cube) throws IOException {
    json.writeObjectFieldStart("role");
    for (Cube.Role role : Cube.Role.values()) {
      List<String> ids =
          cube.axes().stream().filter(axis -> axis.role() == role).map(Cube.Axis::id).toList();
      if (!ids.isEmpty()) {
        role(json, role.name().toLowerCase(Locale.ROOT), ids);
      }
    }
    role(json, "metric", List.of(cube.measures().id()));
    json.writeEndObject();
  }

  private static void role(JsonGenerator json, String role, List<String> dimensions)
      throws IOException {
    json.writeArrayFieldStart(role);
    for (String dimension : dimensions) {
      json.writeString(dimension);
    }
    json.writeEndArray();
  }

  private static void dimension(JsonGenerator json, Dimension dimension) throws IOException {
    json.writeObjectFieldStart(dimension.id());
    json.writeStringField("label", dimension.label());
    json.writeObjectFieldStart("category");
    json.writeArrayFieldStart("index");
    for (String code : dimension.categories().keySet()) {
      json.writeString(code);
    }
    json.writeEndArray();
    json.writePOJOField("label", dimension.categories());
    Map<String, List<String>> children = dimension.children();
    if (!children.isEmpty()) {
      json.writePOJOField("child", children);
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void values(JsonGenerator json, Filled cube) throws IOException {
    json.writeArrayFieldStart("value");
    cube.eachCell(
        (row, column) -> {
          if (row != null && row.at(column) instanceof TableCell.Number number) {
            number.write(json);
          } else {
            json.writeNull();
          }
        });
    json.writeEndArray();
  }

  private static void statuses(JsonGenerator json, Filled filled) throws IOException {
    long[] position = {0};
    json.writeObjectFieldStart("status");
    filled.eachCell(
        (row, column) -> {
          Optional<String> status =
              row == null ? Optional.empty() : filled.cube.status().apply(row, column);
          if (status.isPresent()) {
            json.writeStringField(String.valueOf(position[0]), status.get());
          }
          position[0]++;
        });
    json.writeEndObject();
  }
}
