package org.gongkai.rollup;

import java.math.BigDecimal;
import java.util.Arrays;

/** Sums of many cells, by the numbers of the cells; only grows as far as it must. */
final class CellSums {

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
  void add(int cell, BigDecimal number, int stated, int blank, int approximate, int reports) {
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

  void add(CellSums other) {
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

  int size() {
    return numbers.length;
  }

  /** Whether there is something to be kept of a cell. */
  boolean isAnything(int cell) {
    return (stated[cell] | blank[cell] | approximate[cell] | reports[cell]) != 0
        || (numbers[cell] != null && numbers[cell].signum() != 0);
  }

  /** Without zeros at its end that nobody wrote. */
  String number(int cell) {
    return numbers[cell] == null ? "0" : Tally.Added.plain(numbers[cell]).toPlainString();
  }

  int stated(int cell) {
    return stated[cell];
  }

  int blank(int cell) {
    return blank[cell];
  }

  int approximate(int cell) {
    return approximate[cell];
  }

  int reports(int cell) {
    return reports[cell];
  }
}
