package org.gongkai.rollup;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.gongkai.form.Forms;
import org.gongkai.table.TableColumn;

/**
 * The schemas of rollups in the contract: a schema of rows for each table of the form, for the
 * publications and the indicators, made from the columns that their rows have. It is the union of
 * the shapes of rows, for the reason for which a section is that of its editions: clients that are
 * generated from alternatives take the first that fits, and drop the rest.
 */
final class RollupSchemas {

  private static final String PUBLICATIONS = Published.SECTION;
  private static final String INDICATORS = "indicators";

  private static final List<RollupColumn> OF_PUBLICATIONS =
      List.of(
          NamedColumn.UNIT,
          NamedColumn.COUNT,
          NamedColumn.APPROXIMATE,
          NamedColumn.BLANK,
          NamedColumn.REPORTS);

  private static final List<RollupColumn> OF_INDICATORS =
      List.of(
          NamedColumn.INDICATOR,
          NamedColumn.LABEL,
          NamedColumn.METHOD,
          NamedColumn.NUMERATOR,
          NamedColumn.DENOMINATOR,
          NamedColumn.VALUE,
          NamedColumn.TOO_FEW,
          NamedColumn.RANK,
          NamedColumn.RANKED,
          NamedColumn.PERCENTILE_25,
          NamedColumn.MEDIAN,
          NamedColumn.PERCENTILE_75,
          NamedColumn.BLANK,
          NamedColumn.NUMERATOR_REPORTS,
          NamedColumn.DENOMINATOR_REPORTS);

  /** What no row is without. */
  private static final Set<RollupColumn> ALWAYS =
      Set.of(
          NamedColumn.YEAR,
          NamedColumn.PERIOD,
          NamedColumn.ROW,
          NamedColumn.CHANNEL,
          NamedColumn.INDICATOR,
          NamedColumn.LABEL,
          NamedColumn.UNIT,
          NamedColumn.LEAF,
          NamedColumn.TOO_FEW);

  /** What rows have that are a number each. */
  private static final List<RollupColumn> OF_LONG =
      List.of(
          NamedColumn.COLUMN,
          NamedColumn.COLUMN_LABEL,
          NamedColumn.CELL_VALUE,
          NamedColumn.PREVIOUS_VALUE,
          NamedColumn.CHANGE_VALUE,
          NamedColumn.REPORTS);

  private static final String FLAT = "`shape=flat`: ";
  private static final String LONG = "`shape=long`: ";

  private final Forms forms;
  private final RollupColumns texts;

  RollupSchemas(Forms forms) {
    this.forms = forms;
    this.texts = new RollupColumns(forms);
  }

  /** What there is a rollup of. */
  List<String> subjects() {
    List<String> subjects = new ArrayList<>(forms.inForce(Integer.MAX_VALUE).sections().keySet());
    subjects.addFirst(PUBLICATIONS);
    subjects.add(INDICATORS);
    return subjects;
  }

  /** {@code ApplicationsRollup}. */
  static String name(String subject) {
    return Character.toUpperCase(subject.charAt(0)) + subject.substring(1) + "Rollup";
  }

  /** Adds the schemas of a rollup and its rows, after what all rollups have in common. */
  void add(String subject, Schema common, Map<String, Schema> schemas) {
    String name = name(subject);
    Schema rollup =
        OASFactory.createSchema()
            .type(common.getType())
            .description(common.getDescription())
            .required(common.getRequired());
    common.getProperties().forEach(rollup::addProperty);
    schemas.put(name, rollup);
    schemas.put(name + "Row", row(columns(subject)));
    rollup.addProperty(
        "rows", list(Objects.requireNonNull(common.getProperties().get("rows")), name + "Row"));
    rollup.removeProperty("totals");
    if (!subject.equals(INDICATORS)) {
      rollup.removeProperty("definitions");
    }
    if (subject.equals(PUBLICATIONS)) {
      schemas.put(name + "Total", row(OF_PUBLICATIONS));
      rollup.addProperty(
          "totals",
          list(Objects.requireNonNull(common.getProperties().get("totals")), name + "Total"));
    }
  }

  private static Schema list(Schema described, String items) {
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.ARRAY)
        .description(described.getDescription())
        .items(OASFactory.createSchema().ref("#/components/schemas/" + items));
  }

  private List<RollupColumn> columns(String subject) {
    List<RollupColumn> columns = new ArrayList<>();
    switch (subject) {
      case PUBLICATIONS -> {
        columns.add(NamedColumn.CHANNEL);
        columns.add(NamedColumn.LABEL);
        columns.addAll(OF_PUBLICATIONS);
      }
      case INDICATORS -> columns.addAll(OF_INDICATORS);
      default -> {
        columns.add(NamedColumn.ROW);
        columns.add(NamedColumn.LABEL);
        columns.add(NamedColumn.PARENT);
        columns.add(NamedColumn.LEAF);
        addMeasures(subject, columns);
      }
    }
    return columns;
  }

  private void addMeasures(String section, List<RollupColumn> columns) {
    SectionPlan plan = new SectionPlan(forms, section);
    Set<String> ids = new LinkedHashSet<>();
    for (SectionPlan.RowPlan row : plan.rows()) {
      ids.addAll(row.columns().keySet());
    }
    if (plan.rows().stream().anyMatch(SectionPlan.RowPlan::hasTotal)) {
      ids.add(SectionRows.TOTAL);
    }
    ids.forEach(id -> columns.add(texts.of(section, id)));
    columns.add(NamedColumn.BLANK);
    columns.add(NamedColumn.REPORTS);
    if (plan.columnsDiffer()) {
      ids.forEach(id -> columns.add(texts.reportsOf(section, id)));
    }
  }

  private static Schema row(List<RollupColumn> columns) {
    Schema row =
        OASFactory.createSchema()
            .addType(Schema.SchemaType.OBJECT)
            .description("A row of a rollup. / 汇总的一行。");
    add(row, NamedColumn.CODE);
    add(row, NamedColumn.NAME);
    row.addProperty(
        RollupRow.COVERAGE, OASFactory.createSchema().ref("#/components/schemas/Coverage"));
    add(row, NamedColumn.YEAR);
    add(row, NamedColumn.PERIOD);
    columns.forEach(column -> add(row, column));
    for (RollupColumn column : columns) {
      if (YearOnYear.compares(column)) {
        add(row, RollupColumn.Compared.previous(column));
        add(row, RollupColumn.Compared.change(column));
      }
    }
    RollupTable.OF_COVERAGE.forEach(column -> addMore(row, FLAT, column));
    OF_LONG.forEach(column -> addMore(row, LONG, column));
    return row;
  }

  /** A member of one shape of rows, unless all have it. */
  private static void addMore(Schema row, String shape, RollupColumn column) {
    if (!row.getProperties().containsKey(column.id())) {
      add(row, column);
      Schema member = row.getProperties().get(column.id());
      Objects.requireNonNull(member)
          .setDescription(shape + Objects.requireNonNull(member).getDescription());
    }
  }

  private static void add(Schema row, RollupColumn column) {
    Schema member =
        OASFactory.createSchema()
            .description(column.description().en() + " / " + column.description().zh());
    TableColumn.Kind kind = column.kind();
    switch (kind) {
      case TEXT, NAME -> member.addType(Schema.SchemaType.STRING);
      case WHOLE -> member.addType(Schema.SchemaType.INTEGER);
      case DECIMAL -> member.addType(Schema.SchemaType.NUMBER);
      case FLAG -> member.addType(Schema.SchemaType.BOOLEAN);
      case DATE -> member.addType(Schema.SchemaType.STRING).format("date");
    }
    if (kind == TableColumn.Kind.WHOLE) {
      member.setFormat(column == NamedColumn.YEAR ? "int32" : "int64");
    }
    if (ALWAYS.contains(column)) {
      row.addRequired(column.id());
    } else {
      member.addType(Schema.SchemaType.NULL);
    }
    row.addProperty(column.id(), member);
  }
}
