package org.gongkai.tally;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The sum of one cell.
 *
 * @param number of what is stated; null where no report states anything
 * @param blank how many reports leave the cell blank
 */
public record Sum(@Nullable BigDecimal number, long blank) {

  /** Where no report has the cell. */
  public static final Sum NOTHING = new Sum(null, 0);

  public Sum plus(Sum other) {
    if (number != null && other.isPlainZero()) {
      return this;
    }
    BigDecimal both =
        number == null ? other.number : other.number == null ? number : number.add(other.number);
    return new Sum(both, blank + other.blank);
  }

  /** Most cells of most reports are, and to add it changes nothing, decimals included. */
  private boolean isPlainZero() {
    return blank == 0 && number != null && number.signum() == 0 && number.scale() == 0;
  }
}
