package org.gongkai.rollup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.form.Forms;
import org.gongkai.problem.Text;
import org.gongkai.tally.Sum;
import org.gongkai.tally.Tally;
import org.jspecify.annotations.Nullable;

/** The rows of a section, added up for whatever place is asked for. */
public final class SectionRows {

  static final String TOTAL = "total";

  private final SectionPlan plan;
  private final PartsOfTotals parts;
  private final SectionLayouts layouts;
  private final Set<String> rowIds;
  private final Set<String> columnIds;
  private final boolean columnsDiffer;

  /**
   * How many are remembered, some 30 kB each: the nation's provinces of two years. Of all sums that
   * are remembered they would be more than half of the heap, and garbage collection would take one
   * processor of two.
   */
  private static final long MOST_KNOWN = 64;

  /** By identity: the same sums are asked for again and again, until they change. */
  private final Cache<Tally, List<AddedRow>> known =
      Caffeine.newBuilder().weakKeys().maximumSize(MOST_KNOWN).build();

  SectionRows(Forms forms, String section) {
    this.plan = new SectionPlan(forms, section);
    this.parts = new PartsOfTotals(forms, section, plan);
    this.layouts = new SectionLayouts(forms, section, plan.editions());
    this.rowIds =
        plan.rows().stream().map(SectionPlan.RowPlan::id).collect(Collectors.toUnmodifiableSet());
    this.columnIds = columnIds(plan);
    this.columnsDiffer = plan.columnsDiffer();
  }

  /**
   * One row of an answer.
   *
   * @param parent the row that adds it, or null
   * @param leaf whether it is added up from no other row: such rows together are every total
   * @param columns by id
   * @param reports how many have the row
   */
  public record AddedRow(
      @Nullable String id,
      @Nullable Text label,
      @Nullable String parent,
      boolean leaf,
      Map<String, AddedColumn> columns,
      long blank,
      long reports) {

    /** Where no report has the row. */
    public static final AddedRow NONE = new AddedRow(null, null, null, true, Map.of(), 0, 0);

    /** What is added up in a column; null where the row has none of it. */
    public @Nullable Sum sum(String column) {
      AddedColumn added = columns.get(column);
      return added == null ? null : added.sum();
    }

    /** The number of a column; null where nothing is stated. */
    public @Nullable BigDecimal number(String column) {
      Sum sum = sum(column);
      return sum == null ? null : sum.number();
    }

    /** Which reports have a column of the row. */
    public Having having(String column) {
      AddedColumn added = columns.get(column);
      return added == null ? Having.NONE : added.having();
    }
  }

  /** A column of a row: what is added up, and which reports have it. */
  public record AddedColumn(Sum sum, Having having) {}

  /**
   * Which reports a sum stands on.
   *
   * @param editions that they follow
   */
  public record Having(Set<String> editions, long reports) {

    /** Where there is no such sum. */
    public static final Having NONE = new Having(Set.of(), 0);
  }

  /** Adds the section up for one place. Rows and columns that no report has are left out. */
  List<AddedRow> add(Tally tally) {
    return known.get(tally, t -> adder(t).rows(row -> true));
  }

  /** The rows of it that are wanted. */
  List<AddedRow> add(Tally tally, RollupFilter wanted) {
    List<AddedRow> all = wanted.hasAllRows() ? add(tally) : known.getIfPresent(tally);
    return all == null
        ? addOnce(tally, wanted)
        : all.stream().filter(row -> wanted.hasRow(Objects.requireNonNull(row.id()))).toList();
  }

  /** The same of sums that are nobody's any more after this. */
  List<AddedRow> addOnce(Tally tally, RollupFilter wanted) {
    return adder(tally).rows(wanted::hasRow);
  }

  private SectionAdder adder(Tally tally) {
    return new SectionAdder(plan, tally, layouts.editions(tally));
  }

  /** The rows that sums can have. */
  Set<String> rowIds() {
    return rowIds;
  }

  /** The columns that sums can have. */
  Set<String> columnIds() {
    return columnIds;
  }

  private static Set<String> columnIds(SectionPlan plan) {
    Set<String> ids = new HashSet<>();
    for (SectionPlan.RowPlan row : plan.rows()) {
      ids.addAll(row.columns().keySet());
      if (row.hasTotal()) {
        ids.add(TOTAL);
      }
    }
    return Set.copyOf(ids);
  }

  /** Whether editions differ in the columns of a row, so that those stand on different reports. */
  boolean columnsDiffer() {
    return columnsDiffer;
  }

  /** Which editions the reports follow. */
  public SectionLayouts layouts() {
    return layouts;
  }

  /** What totals are added up from. */
  public PartsOfTotals parts() {
    return parts;
  }

  /** The rows that forms have, by their ids. */
  public Map<String, AddedRow> rows(Tally tally) {
    Map<String, AddedRow> rows = new LinkedHashMap<>();
    for (AddedRow row : add(tally)) {
      if (!plan.isUndivided(row.id())) {
        rows.put(row.id(), row);
      }
    }
    return rows;
  }

  /** What is not broken down, by the id of the row that some editions have as a whole. */
  public Map<String, AddedRow> undivided(Tally tally) {
    Map<String, AddedRow> rests = new LinkedHashMap<>();
    for (AddedRow row : add(tally)) {
      String whole = plan.wholeOf(row.id());
      if (whole != null) {
        rests.put(whole, row);
      }
    }
    return rests;
  }

  /** The rows of all sections. */
  @Singleton
  public static class All {

    private final Map<String, SectionRows> sections = new HashMap<>();

    public All(Forms forms) {
      forms
          .inForce(Integer.MAX_VALUE)
          .sections()
          .keySet()
          .forEach(section -> sections.put(section, new SectionRows(forms, section)));
    }

    /** Those of a section of the form. */
    public SectionRows of(String section) {
      SectionRows rows = sections.get(section);
      if (rows == null) {
        throw new IllegalArgumentException("The form has no section " + section);
      }
      return rows;
    }

    Set<String> ids() {
      return sections.keySet();
    }
  }
}
