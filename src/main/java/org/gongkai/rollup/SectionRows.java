package org.gongkai.rollup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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

  /** By identity: the same sums are asked for again and again, until they change. */
  private final Cache<Tally, List<AddedRow>> known = Caffeine.newBuilder().weakKeys().build();

  private final Map<String, Summand> summands = new LinkedHashMap<>();

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

  /** What stands for a cell that no report has. */
  private static final Sum ABSENT = new Sum(null, 0);

  /**
   * A leaf cell.
   *
   * @param index its place among all of them
   * @param editions that have it; none: one in a unit of the report's own choice
   * @param inStatedUnits where it is added when a report states a unit
   */
  private record Summand(
      int index, String path, List<String> editions, List<String> inStatedUnits) {

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
    return new RowPlan(row.id(), row.label(), editions, columns, hasTotal);
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

  /** One row of an answer: what the row is, and its sums by column. */
  record AddedRow(String id, Text label, Map<String, Sum> sums, long blank, long reports) {}

  /** Adds the section up for one place. Rows and columns that no report has are left out. */
  List<AddedRow> add(Tally tally) {
    return known.get(tally, this::addUp);
  }

  private List<AddedRow> addUp(Tally tally) {
    Map<String, Long> reports = new HashMap<>();
    newestFirst.forEach(
        form -> reports.put(form.edition(), tally.reportsOf(section, form.edition())));
    Sum[] leaves = new Sum[summands.size()];
    List<AddedRow> rows = new ArrayList<>();
    for (RowPlan plan : plans) {
      long having = in(plan.editions(), reports);
      if (having > 0) {
        rows.add(add(plan, summand -> leaf(summand, leaves, tally, reports), having));
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

  private static Sum leaf(Summand summand, Sum[] leaves, Tally tally, Map<String, Long> reports) {
    if (leaves[summand.index()] == null) {
      leaves[summand.index()] = sum(summand, tally, reports);
    }
    return leaves[summand.index()];
  }

  private static long in(List<String> editions, Map<String, Long> reports) {
    long sum = 0;
    for (String edition : editions) {
      sum += reports.get(edition);
    }
    return sum;
  }

  /** Of a cell that no report has there is no sum: null, which is not the sum of nothing stated. */
  private static Sum sum(Summand summand, Tally tally, Map<String, Long> reports) {
    if (summand.isOfStatedUnit()) {
      return tally.cells().containsKey(summand.path())
          ? tally.sumWhereStated(summand.path())
          : ABSENT;
    }
    long having = in(summand.editions(), reports);
    if (having == 0) {
      return ABSENT;
    }
    for (String elsewhere : summand.inStatedUnits()) {
      having -= tally.cells().getOrDefault(elsewhere, Tally.Added.NOTHING).reports();
    }
    return tally.sum(summand.path(), having);
  }

  private static AddedRow add(RowPlan plan, Function<Summand, Sum> leaf, long reports) {
    Map<String, Sum> sums = new LinkedHashMap<>();
    Sum total = Sum.NOTHING;
    long blank = 0;
    for (Map.Entry<String, List<Summand>> column : plan.columns().entrySet()) {
      Sum sum = Sum.NOTHING;
      boolean had = false;
      for (Summand summand : column.getValue()) {
        Sum here = leaf.apply(summand);
        if (here != ABSENT) {
          had = true;
          sum = sum.plus(here);
        }
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

  /** The rows of all sections. */
  @Singleton
  static class All {

    private final Map<String, SectionRows> sections = new HashMap<>();

    All(Forms forms) {
      forms
          .inForce(Integer.MAX_VALUE)
          .sections()
          .keySet()
          .forEach(section -> sections.put(section, new SectionRows(forms, section)));
    }

    SectionRows of(String section) {
      return sections.get(section);
    }

    Set<String> ids() {
      return sections.keySet();
    }
  }
}
