package org.gongkai.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.gongkai.rollup.SectionRows.AddedColumn;
import org.gongkai.rollup.SectionRows.AddedRow;
import org.gongkai.rollup.SectionRows.Having;
import org.gongkai.tally.Sum;
import org.gongkai.tally.Tally;
import org.jspecify.annotations.Nullable;

/** Adds a section up for one place. Rows and columns that no report has are left out. */
final class SectionAdder {

  private static final Sum ZERO = new Sum(BigDecimal.ZERO, 0);

  private final SectionPlan plan;
  private final Tally tally;

  /** By the index of the summand; null where no report has the cell. */
  private final @Nullable Sum[] leaves;

  /** By the index of the editions. */
  private final Having[] having;

  /**
   * Of a place.
   *
   * @param reports how many follow each edition
   */
  SectionAdder(SectionPlan plan, Tally tally, Map<String, Long> reports) {
    this.plan = plan;
    this.tally = tally;
    this.having =
        plan.editionSets().stream()
            .map(
                some ->
                    new Having(SectionLayouts.followed(some.names(), reports), in(some, reports)))
            .toArray(Having[]::new);
    this.leaves = leaves();
  }

  /** Most cells are 0 in most reports: what is said is looked up, and not each cell. */
  private @Nullable Sum[] leaves() {
    @Nullable Sum[] sums = new Sum[plan.size()];
    for (SectionPlan.Summand summand : plan.summands()) {
      boolean isThere = !summand.isOfStatedUnit() && having(summand.editions()).reports() > 0;
      sums[summand.index()] = !isThere ? null : having(summand) <= 0 ? Sum.NOTHING : ZERO;
    }
    for (String path : tally.cells().keySet()) {
      SectionPlan.Summand summand = plan.summand(path);
      if (summand != null) {
        sums[summand.index()] = sum(summand);
      }
    }
    return sums;
  }

  private @Nullable Sum sum(SectionPlan.Summand summand) {
    if (summand.isOfStatedUnit()) {
      return tally.sumWhereStated(summand.path());
    }
    return having(summand.editions()).reports() == 0
        ? null
        : tally.sum(summand.path(), having(summand));
  }

  /** Those of some ids. */
  List<AddedRow> rows(Predicate<String> wanted) {
    List<AddedRow> rows = new ArrayList<>();
    for (SectionPlan.RowPlan row : plan.rows()) {
      if (wanted.test(row.id()) && having(row.editions()).reports() > 0) {
        rows.add(row(row));
      }
    }
    return rows;
  }

  private AddedRow row(SectionPlan.RowPlan row) {
    Map<String, AddedColumn> columns = LinkedHashMap.newLinkedHashMap(row.columns().size() + 1);
    Sum total = Sum.NOTHING;
    long blank = 0;
    for (Map.Entry<String, SectionPlan.ColumnPlan> column : row.columns().entrySet()) {
      Sum sum = column(column.getValue().cells());
      if (sum != null) {
        columns.put(column.getKey(), new AddedColumn(sum, having(row, column.getValue())));
        total = total.plus(sum);
        blank += sum.blank();
      }
    }
    Having having = having(row.editions());
    if (row.hasTotal()) {
      columns.put(SectionRows.TOTAL, new AddedColumn(total, having));
    }
    return new AddedRow(
        row.id(), row.label(), row.parent(), row.leaf(), columns, blank, having.reports());
  }

  /** Null where no report has any of the cells, which is not the sum of nothing stated. */
  private @Nullable Sum column(List<SectionPlan.Summand> summands) {
    Sum sum = null;
    for (SectionPlan.Summand summand : summands) {
      Sum here = leaves[summand.index()];
      if (here != null) {
        sum = sum == null ? here : sum.plus(here);
      }
    }
    return sum;
  }

  /** Which reports have a column of a row; a number in a unit of their own is another column. */
  private Having having(SectionPlan.RowPlan row, SectionPlan.ColumnPlan column) {
    if (column.editions().areNone()) {
      long stating =
          column.cells().stream().mapToLong(s -> tally.reportsSaying(s.path())).max().orElse(0);
      return new Having(having(row.editions()).editions(), stating);
    }
    Having all = having(column.editions());
    long having = column.cells().size() == 1 ? having(column.cells().getFirst()) : all.reports();
    return having == all.reports() ? all : new Having(all.editions(), having);
  }

  private Having having(SectionPlan.Editions editions) {
    return having[editions.index()];
  }

  private long having(SectionPlan.Summand summand) {
    long having = having(summand.editions()).reports();
    for (String elsewhere : summand.inStatedUnits()) {
      having -= tally.reportsSaying(elsewhere);
    }
    return having;
  }

  private static long in(SectionPlan.Editions editions, Map<String, Long> reports) {
    long sum = 0;
    for (String edition : editions.names()) {
      sum += Objects.requireNonNull(reports.get(edition));
    }
    return sum;
  }
}
