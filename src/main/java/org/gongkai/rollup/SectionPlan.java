package org.gongkai.rollup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.gongkai.form.Cell;
import org.gongkai.form.CellPath;
import org.gongkai.form.Column;
import org.gongkai.form.Form;
import org.gongkai.form.FormRole;
import org.gongkai.form.Forms;
import org.gongkai.form.Layouts;
import org.gongkai.form.Row;
import org.gongkai.form.RowTree;
import org.gongkai.form.Section;
import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a section in all editions together are added up: a leaf by its cells, a heading
 * or a total by every leaf below it, whichever edition has it.
 */
final class SectionPlan {

  private final List<Form> newestFirst;
  private final Collection<String> amountUnits;
  private final String section;
  private final RowTree tree;
  private final List<RowPlan> plans = new ArrayList<>();
  private final Map<String, String> undivided = new HashMap<>();

  private final Map<String, Summand> summands = new LinkedHashMap<>();
  private final Map<List<String>, Editions> editionSets = new LinkedHashMap<>();

  SectionPlan(Forms forms, String section) {
    this.newestFirst = forms.newestFirst();
    this.amountUnits = forms.amountUnits().keySet();
    this.section = section;
    this.tree = new RowTree(forms.layouts().rows(section));
    tree.rows().stream().filter(tree::isShown).forEach(row -> plans.add(plan(row)));
    forms.layouts().undivided(section).forEach(this::addBelow);
  }

  /** After the parts. */
  private void addBelow(Layouts.Undivided rest) {
    int last = 0;
    for (int i = 0; i < plans.size(); i++) {
      String id = plans.get(i).id();
      last = id.equals(rest.whole()) || CellPath.isBelow(id, rest.whole()) ? i : last;
    }
    undivided.put(rest.row().id(), rest.whole());
    plans.add(last + 1, plan(rest.row(), rest.editions(), leaf -> leaf.id().equals(rest.whole())));
  }

  /**
   * How a row is added up.
   *
   * @param parent the row of the answer that adds it, or null
   * @param leaf whether it is added up from no other row
   * @param editions that have the row
   * @param columns by id
   * @param hasTotal whether the columns add up to a total
   */
  record RowPlan(
      String id,
      Text label,
      @Nullable String parent,
      boolean leaf,
      Editions editions,
      Map<String, ColumnPlan> columns,
      boolean hasTotal) {}

  /**
   * How a column of a row is added up.
   *
   * @param cells to add
   * @param editions in which the row has the column; none where reports state its unit
   */
  record ColumnPlan(List<Summand> cells, Editions editions) {}

  /**
   * Some of the editions: rows and columns share few such sets.
   *
   * @param index its place among all of them
   * @param names the newest first
   */
  record Editions(int index, List<String> names) {

    boolean areNone() {
      return names.isEmpty();
    }
  }

  /**
   * A leaf cell.
   *
   * @param index its place among all of them
   * @param editions that have it; none: one in a unit of the report's own choice
   * @param inStatedUnits where it is added when a report states a unit
   */
  record Summand(int index, String path, Editions editions, List<String> inStatedUnits) {

    boolean isOfStatedUnit() {
      return editions.areNone();
    }
  }

  private RowPlan plan(Row row) {
    return plan(
        row,
        newestFirst.stream()
            .filter(
                f -> f.knownSection(section).rows().stream().anyMatch(r -> r.id().equals(row.id())))
            .map(Form::edition)
            .toList(),
        leaf -> RowTree.isIn(leaf, row));
  }

  private RowPlan plan(Row row, List<String> editions, Predicate<Row> adds) {
    Map<String, List<Summand>> columns = new LinkedHashMap<>();
    boolean hasTotal = false;
    for (Form form : newestFirst) {
      Section table = form.section(section);
      hasTotal |=
          Objects.requireNonNull(table).columns().stream()
              .anyMatch(c -> c.role() == FormRole.TOTAL);
      for (Column column : table.columns()) {
        if (column.role() == FormRole.LEAF) {
          for (Cell cell : table.cells().values()) {
            if (cell.leaf() && cell.column().id().equals(column.id()) && adds.test(cell.row())) {
              add(columns, column, cell);
            }
          }
        }
      }
    }
    Map<String, ColumnPlan> planned = new LinkedHashMap<>();
    columns.forEach(
        (id, cells) ->
            planned.put(
                id,
                new ColumnPlan(
                    cells,
                    some(
                        cells.stream()
                            .flatMap(s -> s.editions().names().stream())
                            .distinct()
                            .toList()))));
    return new RowPlan(
        row.id(),
        row.label(),
        tree.above(row.id()),
        row.role() == FormRole.LEAF,
        some(editions),
        planned,
        hasTotal);
  }

  private Editions some(List<String> names) {
    return editionSets.computeIfAbsent(names, n -> new Editions(editionSets.size(), n));
  }

  private void add(Map<String, List<Summand>> columns, Column column, Cell cell) {
    List<Summand> here = columns.computeIfAbsent(column.id(), id -> new ArrayList<>());
    if (here.stream().noneMatch(s -> s.path().equals(cell.path()))) {
      List<String> having =
          newestFirst.stream()
              .filter(f -> f.knownSection(section).cells().containsKey(cell.path()))
              .map(Form::edition)
              .toList();
      here.add(
          summand(
              cell.path(),
              having,
              isOfStatedUnit(column)
                  ? amountUnits.stream().map(unit -> inUnit(cell, unit)).toList()
                  : List.of()));
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

  /** Whether reports of any edition state the unit of a column themselves. */
  private boolean isOfStatedUnit(Column column) {
    return newestFirst.stream()
        .flatMap(form -> form.knownSection(section).columns().stream())
        .anyMatch(other -> other.statedUnit() && other.id().equals(column.id()));
  }

  /** The same for all rows and columns that it is added in, so that it is worked out once. */
  private Summand summand(String path, List<String> editions, List<String> inStatedUnits) {
    return summands.computeIfAbsent(
        path, p -> new Summand(summands.size(), p, some(editions), inStatedUnits));
  }

  private static String inUnit(Cell cell, String unit) {
    return cell.path() + Forms.UNIT_MARK + unit;
  }

  List<RowPlan> rows() {
    return plans;
  }

  /** Whether a row is of sums only: what some editions have as a whole and others in parts. */
  boolean isUndivided(@Nullable String row) {
    return wholeOf(row) != null;
  }

  /** The row that such a row is of; null where it is another one. */
  @Nullable String wholeOf(@Nullable String row) {
    return row == null ? null : undivided.get(row);
  }

  /** Whether a column of a row is not in all editions that have the row. */
  boolean columnsDiffer() {
    return plans.stream()
        .anyMatch(
            row ->
                row.columns().values().stream()
                    .anyMatch(
                        column -> !column.editions().names().containsAll(row.editions().names())));
  }

  /** All that rows, columns and cells are in. */
  Collection<Editions> editionSets() {
    return editionSets.values();
  }

  /** The leaf cells. */
  Collection<Summand> summands() {
    return summands.values();
  }

  /** A leaf cell; null where no edition has it. */
  @Nullable Summand summand(String path) {
    return summands.get(path);
  }

  /** How many leaf cells there are. */
  int size() {
    return summands.size();
  }

  List<String> editions() {
    return newestFirst.stream().map(Form::edition).toList();
  }
}
