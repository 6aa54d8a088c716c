package org.gongkai.rollup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.form.Cell;
import org.gongkai.form.Column;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.Role;
import org.gongkai.form.Row;
import org.gongkai.form.Section;
import org.gongkai.problem.Text;

/**
 * The rows of a section in all editions together, and how each is added up: a leaf by its cells, a
 * heading or a total by every leaf below it, whichever edition has it.
 */
final class SectionRows {

  private static final String TOTAL = "total";

  private final List<Form> newestFirst;
  private final Collection<String> amountUnits;
  private final String section;
  private final List<RowPlan> plans = new ArrayList<>();

  SectionRows(Forms forms, String section) {
    this.newestFirst = new ArrayList<>(forms.all()).reversed();
    this.amountUnits = forms.amountUnits().keySet();
    this.section = section;
    Map<String, Row> rows = new LinkedHashMap<>();
    for (Form form : newestFirst) {
      form.section(section).rows().forEach(row -> rows.putIfAbsent(row.id(), row));
    }
    rows.values().stream().filter(this::isShown).forEach(row -> plans.add(plan(row)));
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
   * @param hasTotal whether the columns add up to a total
   */
  private record RowPlan(
      String id,
      Text label,
      List<String> editions,
      Map<String, List<Summand>> columns,
      boolean hasTotal) {}

  /** A leaf cell and the editions that have it. */
  private record Summand(String path, List<String> editions) {}

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
    return new RowPlan(row.id(), row.label(), editions, columns, hasTotal);
  }

  private void add(Map<String, List<Summand>> columns, Column column, Cell cell) {
    List<Summand> summands = columns.computeIfAbsent(column.id(), id -> new ArrayList<>());
    if (summands.stream().noneMatch(s -> s.path().equals(cell.path()))) {
      List<String> having =
          newestFirst.stream()
              .filter(f -> f.section(section).cells().containsKey(cell.path()))
              .map(Form::edition)
              .toList();
      summands.add(new Summand(cell.path(), having));
    }
    if (column.statedUnit()) {
      for (String unit : amountUnits) {
        String id = column.id() + "In" + Character.toUpperCase(unit.charAt(0)) + unit.substring(1);
        String path = cell.path() + Forms.UNIT_MARK + unit;
        columns.computeIfAbsent(id, i -> new ArrayList<>()).add(new Summand(path, List.of()));
      }
    }
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

  /** One row of an answer: what the row is, and its sums by column. */
  record AddedRow(String id, Text label, Map<String, Sum> sums, long blank, long reports) {}

  /** Adds the section up for one place. Rows and columns that no report has are left out. */
  List<AddedRow> add(Tally tally) {
    List<AddedRow> rows = new ArrayList<>();
    for (RowPlan plan : plans) {
      long reports = plan.editions().stream().mapToLong(tally::reportsOf).sum();
      if (reports > 0) {
        rows.add(add(plan, tally, reports));
      }
    }
    return rows;
  }

  /** The same by row and column. */
  Map<String, Map<String, Sum>> sums(Tally tally) {
    Map<String, Map<String, Sum>> sums = new LinkedHashMap<>();
    add(tally).forEach(row -> sums.put(row.id(), row.sums()));
    return sums;
  }

  private static AddedRow add(RowPlan plan, Tally tally, long reports) {
    Map<String, Sum> sums = new LinkedHashMap<>();
    Sum total = Sum.NOTHING;
    long blank = 0;
    for (Map.Entry<String, List<Summand>> column : plan.columns().entrySet()) {
      Sum sum = Sum.NOTHING;
      boolean had = false;
      for (Summand summand : column.getValue()) {
        long having = summand.editions().stream().mapToLong(tally::reportsOf).sum();
        boolean unitStated = summand.editions().isEmpty();
        had |= having > 0 || (unitStated && tally.added().containsKey(summand.path()));
        sum =
            sum.plus(
                unitStated
                    ? tally.sumWhereStated(summand.path())
                    : tally.sum(summand.path(), having));
      }
      if (had) {
        sums.put(column.getKey(), sum);
        total = total.plus(sum);
        blank += sum.blank();
      }
    }
    if (plan.hasTotal()) {
      sums.put(TOTAL, total);
    }
    return new AddedRow(plan.id(), plan.label(), sums, blank, reports);
  }
}
