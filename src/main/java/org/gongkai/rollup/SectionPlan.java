package org.gongkai.rollup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.form.Cell;
import org.gongkai.form.Column;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.Role;
import org.gongkai.form.Row;
import org.gongkai.form.Section;
import org.gongkai.problem.Text;

/**
 * How the rows of a section in all editions together are added up: a leaf by its cells, a heading
 * or a total by every leaf below it, whichever edition has it.
 */
final class SectionPlan {

  private final Forms forms;
  private final List<Form> newestFirst;
  private final Collection<String> amountUnits;
  private final String section;
  private final List<RowPlan> plans = new ArrayList<>();

  private final Map<String, Summand> summands = new LinkedHashMap<>();
  private final boolean columnsDiffer;
  private final Map<String, Set<String>> otherLayouts = new HashMap<>();

  SectionPlan(Forms forms, String section) {
    this.forms = forms;
    this.newestFirst = new ArrayList<>(forms.all()).reversed();
    this.amountUnits = forms.amountUnits().keySet();
    this.section = section;
    Map<String, Row> rows = new LinkedHashMap<>();
    for (Form form : newestFirst) {
      form.section(section).rows().forEach(row -> rows.putIfAbsent(row.id(), row));
    }
    rows.values().stream().filter(this::isShown).forEach(row -> plans.add(plan(row)));
    this.columnsDiffer =
        plans.stream()
            .anyMatch(
                row ->
                    row.columnEditions().values().stream()
                        .anyMatch(having -> !having.containsAll(row.editions())));
    for (Form form : newestFirst) {
      Set<String> differing = new HashSet<>();
      for (Form other : newestFirst) {
        if (!undivided(form, other).equals(undivided(other, form))) {
          differing.add(other.edition());
        }
      }
      otherLayouts.put(form.edition(), differing);
    }
  }

  /** A heading with a printed total row below it is shown as that row. */
  private boolean isShown(Row row) {
    return row.role() != Role.HEADING
        || newestFirst.stream()
            .flatMap(f -> f.section(section).rows().stream())
            .noneMatch(r -> r.role() == Role.TOTAL && parent(r.id()).equals(row.id()));
  }

  /**
   * How a row is added up.
   *
   * @param editions that have the row
   * @param columns by id the cells to add
   * @param columnEditions by id the editions in which the row has the column; none where reports
   *     state its unit
   * @param hasTotal whether the columns add up to a total
   */
  record RowPlan(
      String id,
      Text label,
      List<String> editions,
      Map<String, List<Summand>> columns,
      Map<String, List<String>> columnEditions,
      boolean hasTotal) {}

  /**
   * A leaf cell.
   *
   * @param index its place among all of them
   * @param editions that have it; none: one in a unit of the report's own choice
   * @param inStatedUnits where it is added when a report states a unit
   */
  record Summand(int index, String path, List<String> editions, List<String> inStatedUnits) {

    boolean isOfStatedUnit() {
      return editions.isEmpty();
    }
  }

  private RowPlan plan(Row row) {
    List<String> editions =
        newestFirst.stream()
            .filter(f -> f.section(section).rows().stream().anyMatch(r -> r.id().equals(row.id())))
            .map(Form::edition)
            .toList();
    Map<String, List<Summand>> columns = new LinkedHashMap<>();
    boolean hasTotal = false;
    for (Form form : newestFirst) {
      Section table = form.section(section);
      hasTotal |= table.columns().stream().anyMatch(c -> c.role() == Role.TOTAL);
      for (Column column : table.columns()) {
        if (column.role() == Role.LEAF) {
          for (Cell cell : table.cells().values()) {
            if (cell.leaf() && cell.column().id().equals(column.id()) && isIn(cell.row(), row)) {
              add(columns, column, cell);
            }
          }
        }
      }
    }
    Map<String, List<String>> columnEditions = new LinkedHashMap<>();
    columns.forEach(
        (id, cells) ->
            columnEditions.put(
                id, cells.stream().flatMap(s -> s.editions().stream()).distinct().toList()));
    return new RowPlan(row.id(), row.label(), editions, columns, columnEditions, hasTotal);
  }

  private void add(Map<String, List<Summand>> columns, Column column, Cell cell) {
    List<Summand> here = columns.computeIfAbsent(column.id(), id -> new ArrayList<>());
    if (here.stream().noneMatch(s -> s.path().equals(cell.path()))) {
      List<String> having =
          newestFirst.stream()
              .filter(f -> f.section(section).cells().containsKey(cell.path()))
              .map(Form::edition)
              .toList();
      here.add(
          summand(
              cell.path(), having, amountUnits.stream().map(unit -> inUnit(cell, unit)).toList()));
    }
    if (column.statedUnit()) {
      for (String unit : amountUnits) {
        String id = column.id() + "In" + Character.toUpperCase(unit.charAt(0)) + unit.substring(1);
        columns
            .computeIfAbsent(id, i -> new ArrayList<>())
            .add(summand(inUnit(cell, unit), List.of(), List.of()));
      }
    }
  }

  /** The same for all rows and columns that it is added in, so that it is worked out once. */
  private Summand summand(String path, List<String> editions, List<String> inStatedUnits) {
    return summands.computeIfAbsent(
        path, p -> new Summand(summands.size(), p, editions, inStatedUnits));
  }

  private static String inUnit(Cell cell, String unit) {
    return cell.path() + Forms.UNIT_MARK + unit;
  }

  /** Whether a leaf belongs to a row: it is the row, or stands below the heading or total. */
  private static boolean isIn(Row leaf, Row row) {
    if (leaf.id().equals(row.id())) {
      return true;
    }
    return switch (row.role()) {
      case LEAF -> false;
      case HEADING -> leaf.id().startsWith(row.id() + ".");
      case TOTAL -> leaf.id().startsWith(parent(row.id()) + ".");
    };
  }

  private static String parent(String id) {
    int dot = id.lastIndexOf('.');
    return dot < 0 ? "" : id.substring(0, dot);
  }

  /** A place in the table, by the ids of its row and column. */
  record Spot(String row, String column) {}

  /**
   * The ways in which a number is added up from others: a total from its columns, a heading or a
   * total row from the rows below it, where one that an edition has as a whole stands for its parts.
   */
  List<List<Spot>> parts(String rowId, String column) {
    List<List<Spot>> ways = new ArrayList<>();
    RowPlan row = plans.stream().filter(p -> p.id().equals(rowId)).findFirst().orElse(null);
    if (row != null && row.hasTotal() && !row.columns().containsKey(column)) {
      ways.add(row.columns().keySet().stream().map(c -> new Spot(rowId, c)).toList());
    }
    List<String> below = below(rowId);
    if (!below.isEmpty()) {
      ways.add(below.stream().map(part -> new Spot(part, column)).toList());
    }
    if (ways.size() > 1) {
      ways.add(
          below.stream()
              .flatMap(part -> row.columns().keySet().stream().map(c -> new Spot(part, c)))
              .toList());
    }
    return ways;
  }

  private List<String> below(String rowId) {
    Set<Row> rows = new LinkedHashSet<>();
    newestFirst.forEach(form -> rows.addAll(form.section(section).rows()));
    Set<String> leaves = new LinkedHashSet<>();
    for (Row row : rows) {
      if (row.role() == Role.LEAF
          && !row.id().equals(rowId)
          && rows.stream().anyMatch(r -> r.id().equals(rowId) && isIn(row, r))) {
        leaves.add(row.id());
      }
    }
    return leaves.stream()
        .filter(leaf -> leaves.stream().noneMatch(above -> leaf.startsWith(above + ".")))
        .toList();
  }

  List<RowPlan> rows() {
    return plans;
  }

  /** How many leaf cells there are. */
  int size() {
    return summands.size();
  }

  List<String> editions() {
    return newestFirst.stream().map(Form::edition).toList();
  }

  /** Whether editions differ in the columns of a row, so that those stand on different reports. */
  boolean columnsDiffer() {
    return columnsDiffer;
  }

  /**
   * Whether an edition lays the section out otherwise than the one in force for a year: a row has
   * other columns, or is not there. A row that one of them has as a whole and the other divides is
   * the same sum in both.
   */
  boolean isOther(String edition, int year) {
    return isOther(edition, forms.inForce(year).edition());
  }

  boolean isOther(String edition, String inForce) {
    return otherLayouts.get(edition).contains(inForce);
  }

  /** The columns of each row, without rows that the other edition has as one with those above. */
  private Set<String> undivided(Form form, Form other) {
    Set<String> whole = new HashSet<>();
    for (Row row : other.section(section).rows()) {
      if (row.role() == Role.LEAF) {
        whole.add(row.id());
      }
    }
    Set<String> columns = new HashSet<>();
    for (RowPlan row : plans) {
      boolean divides = whole.stream().anyMatch(above -> row.id().startsWith(above + "."));
      row.columnEditions()
          .forEach(
              (column, editions) -> {
                if (!divides && editions.contains(form.edition())) {
                  columns.add(row.id() + " " + column);
                }
              });
    }
    return columns;
  }
}
