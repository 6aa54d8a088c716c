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
    BigDecimal both =
        number == null ? other.number : other.number == null ? number : number.add(other.number);
    return new Sum(both, blank + other.blank);
  }
}
