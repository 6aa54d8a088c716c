package org.gongkai.rollup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.gongkai.form.Forms;
import org.gongkai.problem.Text;

/** Adds the rows of a section up. */
final class SectionRows {

  private static final String TOTAL = "total";

  /** What stands for a cell that no report has. */
  private static final Sum ABSENT = new Sum(null, 0);

  private final String section;
  private final SectionPlan plan;

  /** By identity: the same sums are asked for again and again, until they change. */
  private final Cache<Tally, List<AddedRow>> known = Caffeine.newBuilder().weakKeys().build();

  SectionRows(Forms forms, String section) {
    this.section = section;
    this.plan = new SectionPlan(forms, section);
  }

  /** One row of an answer: what the row is, and its sums by column. */
  record AddedRow(String id, Text label, Map<String, Sum> sums, long blank, long reports) {}

  /** Adds the section up for one place. Rows and columns that no report has are left out. */
  List<AddedRow> add(Tally tally) {
    return known.get(tally, this::addUp);
  }

  private List<AddedRow> addUp(Tally tally) {
    Map<String, Long> reports = new HashMap<>();
    plan.editions().forEach(edition -> reports.put(edition, tally.reportsOf(section, edition)));
    Sum[] leaves = new Sum[plan.size()];
    List<AddedRow> rows = new ArrayList<>();
    for (SectionPlan.RowPlan row : plan.rows()) {
      long having = in(row.editions(), reports);
      if (having > 0) {
        rows.add(add(row, summand -> leaf(summand, leaves, tally, reports), having));
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

  private static Sum leaf(
      SectionPlan.Summand summand, Sum[] leaves, Tally tally, Map<String, Long> reports) {
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
  private static Sum sum(SectionPlan.Summand summand, Tally tally, Map<String, Long> reports) {
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

  private static AddedRow add(
      SectionPlan.RowPlan plan, Function<SectionPlan.Summand, Sum> leaf, long reports) {
    Map<String, Sum> sums = new LinkedHashMap<>();
    Sum total = Sum.NOTHING;
    long blank = 0;
    for (Map.Entry<String, List<SectionPlan.Summand>> column : plan.columns().entrySet()) {
      Sum sum = Sum.NOTHING;
      boolean had = false;
      for (SectionPlan.Summand summand : column.getValue()) {
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
