package org.gongkai.rollup;

import java.util.Locale;
import org.gongkai.problem.WireCode;

/** How the rows of a rollup are laid out. */
public enum RollupShape implements WireCode {
  /** A row has a column for each number, and its coverage as an object. */
  NESTED,
  /** As CSV has it: coverage and place are columns of every row. */
  FLAT,
  /** A row for each number. */
  LONG;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
