package org.gongkai.rollup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.form.CellPath;
import org.gongkai.form.Form;
import org.gongkai.form.FormRole;
import org.gongkai.form.Forms;
import org.gongkai.form.Row;
import org.gongkai.form.RowTree;

/** What the totals and headings of a section are added up from, in all editions together. */
public final class PartsOfTotals {

  private final Map<String, SectionPlan.RowPlan> plans = new LinkedHashMap<>();
  private final Map<String, List<String>> below = new LinkedHashMap<>();

  /** A place in the table, by the ids of its row and column. */
  public record Spot(String row, String column) {}

  PartsOfTotals(Forms forms, String section, SectionPlan plan) {
    plan.rows().forEach(row -> plans.put(row.id(), row));
    Set<Row> rows = new LinkedHashSet<>();
    for (Form form : forms.newestFirst()) {
      rows.addAll(form.knownSection(section).rows());
    }
    plans.keySet().forEach(id -> below.put(id, below(id, rows)));
  }

  /** The rows that a row adds; one that an edition has as a whole stands for its parts. */
  private static List<String> below(String id, Set<Row> rows) {
    Set<String> leaves = new LinkedHashSet<>();
    for (Row row : rows) {
      if (row.role() == FormRole.LEAF
          && !row.id().equals(id)
          && rows.stream().anyMatch(r -> r.id().equals(id) && RowTree.isIn(row, r))) {
        leaves.add(row.id());
      }
    }
    return leaves.stream()
        .filter(leaf -> leaves.stream().noneMatch(above -> CellPath.isBelow(leaf, above)))
        .toList();
  }

  /**
   * The ways in which a number is added up from others: a total from its columns, a heading or a
   * total row from the rows below it, the total of such a row from all of their cells, too.
   */
  public List<List<Spot>> of(String rowId, String column) {
    List<List<Spot>> ways = new ArrayList<>();
    SectionPlan.RowPlan row = plans.get(rowId);
    if (row == null) {
      return ways;
    }
    if (row.hasTotal() && !row.columns().containsKey(column)) {
      ways.add(row.columns().keySet().stream().map(c -> new Spot(rowId, c)).toList());
    }
    List<String> parts = below.get(rowId);
    if (!Objects.requireNonNull(parts).isEmpty()) {
      ways.add(parts.stream().map(part -> new Spot(part, column)).toList());
    }
    if (ways.size() > 1) {
      ways.add(
          parts.stream()
              .flatMap(part -> row.columns().keySet().stream().map(c -> new Spot(part, c)))
              .toList());
    }
    return ways;
  }
}
