package org.gongkai.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads the figures of one section in one edition. Built once for each, used for every report. */
final class SectionReader {

  private static final Set<String> NOT_APPLICABLE = Set.of("n/a", "/", "—", "不适用");

  private static final String UNIT = "unit";

  /** A key of the document: a heading or a row, with what may stand below it. */
  private static final class Place {
    final Map<String, Place> places = new LinkedHashMap<>();
    final Map<String, Cell> cells = new LinkedHashMap<>();
    final Map<String, Object> keys = new LinkedHashMap<>();
    boolean statesUnit;
  }

  /** Where what is read goes. */
  record Read(Map<String, Figure> figures, Map<String, String> units, Objections objections) {}

  private final Section section;
  private final Place top = new Place();

  SectionReader(Section section) {
    this.section = section;
    for (Cell cell : section.cells().values()) {
      Place place = top;
      for (String key : cell.row().id().split("\\.")) {
        Place child = place.places.computeIfAbsent(key, k -> new Place());
        place.keys.put(key, child);
        place = child;
      }
      place.cells.put(cell.column().id(), cell);
      place.keys.put(cell.column().id(), cell);
      if (cell.column().statedUnit()) {
        place.statesUnit = true;
        place.keys.put(UNIT, UNIT);
      }
    }
  }

  void read(JsonNode node, Read read) {
    read(node, "/" + section.id(), section.id(), top, read);
  }

  private void read(JsonNode node, String pointer, String path, Place place, Read read) {
    JsonNode object = node;
    if (node == null || node.isNull()) {
      object = null;
    } else {
      read.objections()
          .members(
              node,
              pointer,
              place.keys,
              (key, value) -> {
                if (place.statesUnit && key.equals(UNIT)) {
                  readUnit(value, pointer, path, read);
                }
              });
    }
    for (Map.Entry<String, Cell> cell : place.cells.entrySet()) {
      JsonNode stated = object == null ? null : object.get(cell.getKey());
      read.figures().put(cell.getValue().path(), figure(stated, cell.getValue().column().kind()));
    }
    for (Map.Entry<String, Place> below : place.places.entrySet()) {
      String key = below.getKey();
      JsonNode child = object == null ? null : object.get(key);
      read(child, pointer + "/" + key, path + "." + key, below.getValue(), read);
    }
  }

  private static void readUnit(JsonNode value, String pointer, String path, Read read) {
    if (value.isNull()) {
      return;
    }
    if (value.isTextual() && Forms.STATED_UNITS.contains(value.textValue())) {
      read.units().put(path, value.textValue());
    } else {
      read.objections().notOneOf(pointer + "/" + UNIT, Forms.STATED_UNITS);
    }
  }

  /** What a cell states; whatever is neither a number of its kind, blank nor n/a is kept as is. */
  static Figure figure(JsonNode stated, CellKind kind) {
    if (stated == null || stated.isNull()) {
      return Figure.BLANK;
    }
    if (stated.isNumber()) {
      BigDecimal number = stated.decimalValue();
      return kind.takes(number) ? new Figure.Stated(number) : new Figure.Malformed(stated);
    }
    if (stated.isTextual() && NOT_APPLICABLE.contains(stated.textValue())) {
      return Figure.NOT_APPLICABLE;
    }
    return new Figure.Malformed(stated);
  }
}
