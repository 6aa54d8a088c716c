package org.gongkai.rollup;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One sum over another, exactly: rates are compared, and points between them are found, before
 * anything is rounded.
 *
 * @param denominator above 0
 */
record Fraction(BigDecimal numerator, BigDecimal denominator) implements Comparable<Fraction> {

  private static final int DECIMALS = 6;

  @Override
  public int compareTo(Fraction other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /** The point that lies so many hundredths of the way to another one. */
  Fraction towards(Fraction other, int hundredths) {
    BigDecimal here = BigDecimal.valueOf(100L - hundredths);
    BigDecimal there = BigDecimal.valueOf(hundredths);
    return new Fraction(
        numerator
            .multiply(other.denominator)
            .multiply(here)
            .add(other.numerator.multiply(denominator).multiply(there)),
        denominator.multiply(other.denominator).multiply(BigDecimal.valueOf(100)));
  }

  /** With six decimals, rounded half up. */
  BigDecimal rounded() {
    return numerator.divide(denominator, DECIMALS, RoundingMode.HALF_UP);
  }
}
