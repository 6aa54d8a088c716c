package org.gongkai.form;

import static org.gongkai.form.SchemaNodes.choice;
import static org.gongkai.form.SchemaNodes.nullable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A section as members of JSON: what several editions have of it, put together. A generator makes
 * one type of it, which loses nothing whichever edition a report follows.
 */
final class SectionSchema {

  private static final String PROPERTIES = "properties";

  /** A cell, in all editions that have it. */
  private static final class Crossing {
    final EditionLabels labels = new EditionLabels();
    final Set<CellKind> kinds = EnumSet.noneOf(CellKind.class);
    boolean statedUnit;
  }

  /** A heading or a row; in one edition it may be the one, in another the other. */
  private static final class Place {
    final EditionLabels labels = new EditionLabels();
    final Map<String, Crossing> cells = new LinkedHashMap<>();
    final Map<String, Place> below = new LinkedHashMap<>();
  }

  private final Place top = new Place();
  private final boolean several;
  private final Collection<String> amountUnits;
  private final Function<CellKind, ObjectNode> cell;

  /**
   * Puts the editions together.
   *
   * @param cell the schema of a cell of this kind
   */
  SectionSchema(
      String section,
      Collection<Form> editions,
      Collection<String> amountUnits,
      Function<CellKind, ObjectNode> cell) {
    this.several = editions.size() > 1;
    this.amountUnits = amountUnits;
    this.cell = cell;
    editions.forEach(form -> add(form.knownSection(section), form.edition()));
  }

  private void add(Section section, String edition) {
    top.labels.add(section.title(), edition);
    for (Row row : section.rows()) {
      Place place = top;
      for (String key : row.id().split("\\.")) {
        place = place.below.computeIfAbsent(key, k -> new Place());
      }
      place.labels.add(row.label(), edition);
      if (row.role() != FormRole.HEADING) {
        for (Column column : section.columnsOf(row)) {
          Crossing crossing = place.cells.computeIfAbsent(column.id(), id -> new Crossing());
          crossing.labels.add(section.labelOf(column), edition);
          crossing.kinds.add(column.kind());
          crossing.statedUnit |= column.statedUnit();
        }
      }
    }
  }

  ObjectNode schema() {
    return schema(top);
  }

  private ObjectNode schema(Place place) {
    ObjectNode schema =
        described(place.labels).put("type", "object").put("additionalProperties", false);
    ObjectNode members = schema.putObject(PROPERTIES);
    place.cells.forEach((column, crossing) -> addCell(members, column, crossing));
    place.below.forEach((key, below) -> members.set(key, nullable(schema(below))));
    return schema;
  }

  private void addCell(ObjectNode members, String column, Crossing crossing) {
    ObjectNode member = described(crossing.labels);
    if (crossing.kinds.size() == 1) {
      member.setAll(cell.apply(crossing.kinds.iterator().next()));
    }
    members.set(column, member);
    if (crossing.statedUnit) {
      members.set(
          SectionReader.UNIT,
          nullable(
              choice("AmountUnit", amountUnits, "金额单位：元或万元", "Unit that the amount is stated in")));
    }
  }

  private ObjectNode described(EditionLabels labels) {
    return several ? labels.withEditions() : labels.withoutEditions();
  }
}
