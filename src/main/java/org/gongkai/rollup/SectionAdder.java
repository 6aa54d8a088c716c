package org.gongkai.rollup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.gongkai.rollup.SectionRows.AddedRow;
import org.gongkai.rollup.SectionRows.Having;
import org.gongkai.tally.Sum;
import org.gongkai.tally.Tally;
import org.jspecify.annotations.Nullable;

/** Adds a section up for one place. Rows and columns that no report has are left out. */
final class SectionAdder {

  private final SectionPlan plan;
  private final Tally tally;

  /** How many reports follow each edition. */
  private final Map<String, Long> reports;

  /** By the index of the summand; null where no report has the cell, or it was not asked for. */
  private final @Nullable Sum[] leaves;

  private final boolean[] asked;
  private final Map<List<String>, Having> known = new HashMap<>();

  SectionAdder(SectionPlan plan, Tally tally, Map<String, Long> reports) {
    this.plan = plan;
    this.tally = tally;
    this.reports = reports;
    this.leaves = new Sum[plan.size()];
    this.asked = new boolean[plan.size()];
  }

  /** Those of some ids. */
  List<AddedRow> rows(Predicate<String> wanted) {
    List<AddedRow> rows = new ArrayList<>();
    for (SectionPlan.RowPlan row : plan.rows()) {
      if (wanted.test(row.id()) && in(row.editions()) > 0) {
        rows.add(row(row));
      }
    }
    return rows;
  }

  private AddedRow row(SectionPlan.RowPlan row) {
    Map<String, Having> columns = new LinkedHashMap<>();
    Map<String, Sum> sums = new LinkedHashMap<>();
    Sum total = Sum.NOTHING;
    long blank = 0;
    for (Map.Entry<String, List<SectionPlan.Summand>> column : row.columns().entrySet()) {
      Sum sum = column(column.getValue());
      if (sum != null) {
        sums.put(column.getKey(), sum);
        columns.put(column.getKey(), having(row, column.getKey()));
        total = total.plus(sum);
        blank += sum.blank();
      }
    }
    Having having = having(row.editions());
    if (row.hasTotal()) {
      sums.put(SectionRows.TOTAL, total);
      columns.put(SectionRows.TOTAL, having);
    }
    return new AddedRow(
        row.id(), row.label(), row.parent(), row.leaf(), sums, columns, blank, having.reports());
  }

  /** Null where no report has any of the cells, which is not the sum of nothing stated. */
  private @Nullable Sum column(List<SectionPlan.Summand> summands) {
    Sum sum = null;
    for (SectionPlan.Summand summand : summands) {
      Sum here = leaf(summand);
      if (here != null) {
        sum = sum == null ? here : sum.plus(here);
      }
    }
    return sum;
  }

  private @Nullable Sum leaf(SectionPlan.Summand summand) {
    int index = summand.index();
    if (!asked[index]) {
      asked[index] = true;
      leaves[index] = sum(summand);
    }
    return leaves[index];
  }

  private @Nullable Sum sum(SectionPlan.Summand summand) {
    if (summand.isOfStatedUnit()) {
      return tally.cells().containsKey(summand.path())
          ? tally.sumWhereStated(summand.path())
          : null;
    }
    return in(summand.editions()) == 0 ? null : tally.sum(summand.path(), having(summand));
  }

  /** Which reports have a column of a row; a number in a unit of their own is another column. */
  private Having having(SectionPlan.RowPlan row, String column) {
    List<SectionPlan.Summand> summands = Objects.requireNonNull(row.columns().get(column));
    List<String> editions = Objects.requireNonNull(row.columnEditions().get(column));
    if (editions.isEmpty()) {
      long stating =
          summands.stream().mapToLong(s -> tally.reportsSaying(s.path())).max().orElse(0);
      return new Having(SectionLayouts.followed(row.editions(), reports), stating);
    }
    Having all = having(editions);
    long having = summands.size() == 1 ? having(summands.getFirst()) : all.reports();
    return having == all.reports() ? all : new Having(all.editions(), having);
  }

  private Having having(List<String> editions) {
    return known.computeIfAbsent(
        editions, e -> new Having(SectionLayouts.followed(e, reports), in(e)));
  }

  private long having(SectionPlan.Summand summand) {
    long having = in(summand.editions());
    for (String elsewhere : summand.inStatedUnits()) {
      having -= tally.reportsSaying(elsewhere);
    }
    return having;
  }

  private long in(List<String> editions) {
    long sum = 0;
    for (String edition : editions) {
      sum += Objects.requireNonNull(reports.get(edition));
    }
    return sum;
  }
}
