package org.gongkai.report;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** Sums of many cells, by the numbers of the cells; only grows as far as it must. */
public final class CellSums {

  private BigDecimal[] numbers = new BigDecimal[0];
  private int[] stated = new int[0];
  private int[] blank = new int[0];
  private int[] approximate = new int[0];
  private int[] reports = new int[0];

  /**
   * Adds what is said in a cell.
   *
   * @param number null where none is stated
   */
  public void add(
      int cell, BigDecimal number, int stated, int blank, int approximate, int reports) {
    if (cell >= numbers.length) {
      grow(cell + 32);
    }
    if (number != null) {
      BigDecimal known = numbers[cell];
      numbers[cell] = known == null ? number : known.add(number);
    }
    this.stated[cell] += stated;
    this.blank[cell] += blank;
    this.approximate[cell] += approximate;
    this.reports[cell] += reports;
  }

  public void add(CellSums other) {
    for (int cell = 0; cell < other.numbers.length; cell++) {
      if (other.isAnything(cell)) {
        add(
            cell,
            other.numbers[cell],
            other.stated[cell],
            other.blank[cell],
            other.approximate[cell],
            other.reports[cell]);
      }
    }
  }

  private void grow(int size) {
    numbers = Arrays.copyOf(numbers, size);
    stated = Arrays.copyOf(stated, size);
    blank = Arrays.copyOf(blank, size);
    approximate = Arrays.copyOf(approximate, size);
    reports = Arrays.copyOf(reports, size);
  }

  public int size() {
    return numbers.length;
  }

  /** Whether there is something to be kept of a cell. */
  public boolean isAnything(int cell) {
    return (stated[cell] | blank[cell] | approximate[cell] | reports[cell]) != 0
        || (numbers[cell] != null && numbers[cell].signum() != 0);
  }

  /** Without zeros at its end that nobody wrote. */
  public String number(int cell) {
    return numbers[cell] == null ? "0" : plain(numbers[cell]).toPlainString();
  }

  public int stated(int cell) {
    return stated[cell];
  }

  public int blank(int cell) {
    return blank[cell];
  }

  public int approximate(int cell) {
    return approximate[cell];
  }

  public int reports(int cell) {
    return reports[cell];
  }

  /** A property of each cell that is wanted and has anything, as PostgreSQL writes arrays. */
  public String array(IntPredicate wanted, IntFunction<Object> property) {
    StringBuilder array = new StringBuilder("{");
    for (int cell = 0; cell < numbers.length; cell++) {
      if (isAnything(cell) && wanted.test(cell)) {
        array.append(array.length() > 1 ? "," : "").append(property.apply(cell));
      }
    }
    return array.append('}').toString();
  }

  /** Without zeros at its end that nobody wrote. */
  public static BigDecimal plain(BigDecimal number) {
    if (number.scale() <= 0) {
      return number;
    }
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
