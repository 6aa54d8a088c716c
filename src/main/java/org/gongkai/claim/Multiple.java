package org.gongkai.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many times last year's a number is said to be.
 *
 * @param said as it is printed: 2 of 2倍, 1 of 翻一番
 */
record Multiple(Kind kind, BigDecimal said) {

  /** So near to it a number is said to have doubled. */
  private static final BigDecimal ABOUT = new BigDecimal("0.2");

  /** What is said. */
  enum Kind {
    /** 是上年的2倍. */
    TIMES,
    /** 增长2倍: that many times more, or, as some write it, that many times as much. */
    MORE,
    /** 翻两番: doubled so many times, hardly ever to the digit. */
    DOUBLED
  }

  /** Whether a number is this of last year's. */
  boolean isOf(BigDecimal now, BigDecimal before) {
    return switch (kind) {
      case TIMES -> Percentage.isPrinted(said, now, before);
      case MORE ->
          Percentage.isPrinted(said, now, before)
              || Percentage.isPrinted(said, now.subtract(before), before);
      case DOUBLED -> {
        BigDecimal wanted = before.multiply(factor());
        yield now.subtract(wanted).abs().compareTo(wanted.multiply(ABOUT)) <= 0;
      }
    };
  }

  /** What it should be: so many times, or so many times more. */
  BigDecimal made(BigDecimal now, BigDecimal before) {
    return switch (kind) {
      case TIMES -> now.divide(before, said.scale(), RoundingMode.HALF_UP);
      case MORE ->
          now.subtract(before).divide(before, Math.max(1, said.scale()), RoundingMode.HALF_UP);
      case DOUBLED -> now.divide(before, 1, RoundingMode.HALF_UP);
    };
  }

  /** What is said, to be held against what it should be: of 翻两番 it is 4. */
  BigDecimal shown() {
    return kind == Kind.DOUBLED ? factor() : said;
  }

  private BigDecimal factor() {
    return BigDecimal.TWO.pow(said.intValue());
  }
}
