package org.gongkai.form;

import java.math.BigDecimal;
import java.util.Locale;
import org.gongkai.problem.WireCode;

/** What numbers a cell takes. */
public enum CellKind implements WireCode {
  /** How many: a whole number from 0 to 2^53 − 1, the largest that JSON carries exactly. */
  COUNT,
  /** More or fewer than before: a whole number with a sign. */
  SIGNED,
  /** An amount of money: exact, from 0 to below 10^15, with up to 6 decimal places. */
  MONEY;

  static final BigDecimal LARGEST_COUNT = BigDecimal.valueOf((1L << 53) - 1);
  static final BigDecimal BEYOND_ALL_AMOUNTS = BigDecimal.valueOf(1_000_000_000_000_000L);
  private static final int DECIMALS = 6;

  /** Whether the number is of this kind and in its range; nothing is rounded to make it so. */
  public boolean takes(BigDecimal number) {
    return switch (this) {
      case COUNT -> isWhole(number) && number.signum() >= 0 && isUpTo(number, LARGEST_COUNT);
      case SIGNED -> isWhole(number) && isUpTo(number.abs(), LARGEST_COUNT);
      case MONEY ->
          number.stripTrailingZeros().scale() <= DECIMALS
              && number.signum() >= 0
              && number.compareTo(BEYOND_ALL_AMOUNTS) < 0;
    };
  }

  private static boolean isWhole(BigDecimal number) {
    return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
  }

  private static boolean isUpTo(BigDecimal number, BigDecimal largest) {
    return number.compareTo(largest) <= 0;
  }

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
