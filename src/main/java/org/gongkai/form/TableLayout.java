package org.gongkai.form;

import java.util.Locale;
import org.gongkai.problem.Text;
import org.gongkai.problem.WireCode;
import org.jspecify.annotations.Nullable;

/**
 * How the table of a section is laid out on paper, as far as rows and columns do not say it.
 *
 * @param layout which way its rows and columns run
 * @param corner what stands over the labels of the rows, or null for the section's note
 * @param over the heading over all columns, or null
 */
public record TableLayout(Direction layout, @Nullable Text corner, @Nullable Text over) {

  static final TableLayout PLAIN = new TableLayout(Direction.ROWS, null, null);

  public TableLayout {
    layout = layout == null ? Direction.ROWS : layout;
  }

  /** Which way rows and columns run. */
  public enum Direction implements WireCode {
    /** A row for each row, headings beside the rows that stand under them. */
    ROWS,
    /** A block for each article, with columns of its own. */
    BLOCKS,
    /** A single row: the columns of the rows stand beside each other under their labels. */
    ACROSS;

    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
