package org.gongkai.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the figures of one section in one edition. Built once for each, used for every report. */
final class SectionReader {

  /** The key by which a row states the unit of its amount, where the form prints none. */
  static final String UNIT = "unit";

  /** A key of the document: a heading or a row, with what may stand below it. */
  private static final class Place {
    final String path;
    final String pointer;
    final Map<String, Place> places = new LinkedHashMap<>();
    final Map<String, Cell> cells = new LinkedHashMap<>();
    final Map<String, Object> keys = new LinkedHashMap<>();
    boolean statesUnit;

    Place(String path) {
      this.path = path;
      this.pointer = "/" + path.replace('.', '/');
    }
  }

  /** Where what is read goes. */
  record Read(
      Map<String, Figure> figures,
      Map<String, String> remarks,
      Map<String, String> units,
      Objections objections) {}

  private final String edition;
  private final Collection<String> unitCodes;
  private final Place top;

  SectionReader(String edition, Section section, Collection<String> unitCodes) {
    this.edition = edition;
    this.unitCodes = unitCodes;
    this.top = new Place(section.id());
    for (Cell cell : section.cells().values()) {
      Place place = top;
      for (String key : cell.row().id().split("\\.")) {
        String path = place.path + "." + key;
        Place child = place.places.computeIfAbsent(key, k -> new Place(path));
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

  String edition() {
    return edition;
  }

  /** How many keys of the document this edition does not know. */
  int unknownKeys(JsonNode node) {
    return unknownKeys(node, top);
  }

  private static int unknownKeys(JsonNode node, Place place) {
    int unknown = 0;
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      Place below = place.places.get(entry.getKey());
      if (below != null) {
        unknown += unknownKeys(entry.getValue(), below);
      } else if (!place.keys.containsKey(entry.getKey())) {
        unknown++;
      }
    }
    return unknown;
  }

  void read(JsonNode node, Read read) {
    read(node, top, read);
  }

  private void read(JsonNode node, Place place, Read read) {
    if (!HeadReader.isAbsent(node)) {
      read.objections()
          .members(node, place.pointer, place.keys, edition, (key, value, known) -> {});
    }
    if (place.statesUnit) {
      readUnit(node.path(UNIT), place, read);
    }
    for (Map.Entry<String, Cell> entry : place.cells.entrySet()) {
      Cell cell = entry.getValue();
      JsonNode stated = node.path(entry.getKey());
      read.figures().put(cell.path(), CellReader.figure(stated, cell.column().kind()));
      if (stated.isObject()) {
        readRemark(stated, place.pointer + "/" + entry.getKey(), cell, read);
      }
    }
    for (Map.Entry<String, Place> below : place.places.entrySet()) {
      read(node.path(below.getKey()), below.getValue(), read);
    }
  }

  private static void readRemark(JsonNode stated, String pointer, Cell cell, Read read) {
    String remark = CellReader.remark(stated, pointer, read.objections());
    if (remark != null) {
      read.remarks().put(cell.path(), remark);
    }
  }

  private void readUnit(JsonNode unit, Place place, Read read) {
    if (unit.isTextual() && unitCodes.contains(unit.textValue())) {
      read.units().put(place.path, unit.textValue());
    } else if (!HeadReader.isAbsent(unit)) {
      read.objections().notOneOf(place.pointer + "/" + UNIT, unitCodes);
    }
  }
}
