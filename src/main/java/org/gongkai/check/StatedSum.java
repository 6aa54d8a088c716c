package org.gongkai.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.finding.CellState;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.Row;
import org.gongkai.form.Section;

/**
 * What a report states in the cells that a text may speak of, added up.
 *
 * @param whole whether every cell states a number
 */
public record StatedSum(BigDecimal sum, boolean whole, List<CellState> cells) {

  /** Adds the cells; empty where the report's edition lacks one. */
  public static Optional<StatedSum> of(List<String> terms, Content content, Forms forms) {
    BigDecimal sum = BigDecimal.ZERO;
    boolean whole = true;
    List<CellState> cells = new ArrayList<>();
    for (String written : terms) {
      boolean minus = written.startsWith("-");
      List<String> paths = paths(minus ? written.substring(1) : written, content, forms);
      if (paths.isEmpty()) {
        return Optional.empty();
      }
      for (String path : paths) {
        Figure figure = content.figures().at(path);
        if (figure == null) {
          return Optional.empty();
        }
        cells.add(CellState.of(path, figure));
        if (figure instanceof Figure.Stated stated) {
          sum = minus ? sum.subtract(stated.number()) : sum.add(stated.number());
        } else {
          whole = false;
        }
      }
    }
    return Optional.of(new StatedSum(sum, whole, cells));
  }

  /** {@code section.rows.column}, where rows may be every leaf below one. */
  private static List<String> paths(String term, Content content, Forms forms) {
    String id = term.substring(0, term.indexOf('.'));
    String edition = content.editions().get(id);
    if (edition == null) {
      return List.of();
    }
    if (!term.contains("*")) {
      return List.of(term);
    }
    Form form = forms.known(edition);
    Section section = form.section(id);
    int column = term.lastIndexOf('.');
    return Objects.requireNonNull(section)
        .rowsNamed(term.substring(id.length() + 1, column))
        .stream()
        .map(Row::id)
        .map(row -> id + "." + row + term.substring(column))
        .toList();
  }
}
