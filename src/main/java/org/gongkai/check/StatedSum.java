package org.gongkai.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.form.CellPath;
import org.gongkai.form.Figure;
import org.gongkai.form.Form;
import org.gongkai.form.Row;
import org.gongkai.form.Section;

/**
 * What a report states in the cells that a text may speak of, added up. A total that was left blank
 * is what its parts make.
 *
 * @param place the cell; of several the row that they stand under, or all that are added
 * @param whole whether nothing can make it more: every cell states a number, or its parts do
 * @param least whether it is not whole, but cannot be less
 */
public record StatedSum(
    String place, BigDecimal sum, boolean whole, boolean least, List<CellState> cells) {

  private static final String EVERY_LEAF = ".*";

  /** Adds the cells; empty where the report's edition lacks one. */
  static Optional<StatedSum> of(List<String> terms, KnownTotals totals) {
    BigDecimal sum = BigDecimal.ZERO;
    boolean whole = true;
    boolean less = false;
    int silent = 0;
    boolean added = false;
    List<CellState> cells = new ArrayList<>();
    for (String written : terms) {
      boolean minus = written.startsWith("-");
      List<String> paths = paths(minus ? written.substring(1) : written, totals);
      if (paths.isEmpty()) {
        return Optional.empty();
      }
      for (String path : paths) {
        Figure figure = totals.content.figures().at(path);
        if (figure == null) {
          return Optional.empty();
        }
        cells.add(CellState.of(path, figure));
        KnownTotals.Total total = totals.of(path);
        if (figure instanceof Figure.Stated stated) {
          sum = minus ? sum.subtract(stated.number()) : sum.add(stated.number());
        } else if (total != null) {
          sum = minus ? sum.subtract(total.sum()) : sum.add(total.sum());
          total.parts().stream()
              .map(part -> CellState.of(part, totals.content.figures().known(part)))
              .forEach(cells::add);
          whole &= total.exact();
          less |= minus && !total.exact();
          added = true;
        } else if (figure instanceof Figure.Blank
            && totals.isTotal(path)
            && totals.leavesNoneBlank(path)) {
          silent++;
        } else {
          whole = false;
          less |= minus;
        }
      }
    }
    boolean none = silent > 0 && silent == cells.size();
    return Optional.of(
        new StatedSum(
            place(terms), sum, whole && !none, added && !less && !(whole && !none), cells));
  }

  private static String place(List<String> terms) {
    return terms.stream()
        .map(term -> term.replaceFirst("^-", "").replace(EVERY_LEAF, ""))
        .collect(Collectors.joining(Finding.AND));
  }

  /** {@code section.rows.column}, where rows may be every leaf below one. */
  private static List<String> paths(String term, KnownTotals totals) {
    String id = CellPath.section(term);
    String edition = totals.content.editions().get(id);
    if (edition == null) {
      return List.of();
    }
    if (!term.contains("*")) {
      return List.of(term);
    }
    Form form = totals.forms.known(edition);
    Section section = form.section(id);
    return Objects.requireNonNull(section).rowsNamed(CellPath.rowId(term)).stream()
        .map(Row::id)
        .map(row -> id + "." + row + "." + CellPath.column(term))
        .toList();
  }
}
