package org.gongkai.report;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Sums of many cells, by the numbers of the cells; only grows as far as it must. Most numbers are
 * whole and small: they are added as such, and others beside them, exactly.
 */
public final class CellSums {

  private static final int LONG_BITS = 62;

  private static final String NONE = "{}";

  private long[] whole = new long[0];

  /** What is not whole, or too large; null where all is. */
  private BigDecimal @Nullable [] others;

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
      int cell, @Nullable BigDecimal number, int stated, int blank, int approximate, int reports) {
    if (number == null) {
      add(cell, 0, stated, blank, approximate, reports);
    } else if (number.scale() == 0 && number.unscaledValue().bitLength() <= LONG_BITS) {
      add(cell, number.longValue(), stated, blank, approximate, reports);
    } else {
      add(cell, 0, stated, blank, approximate, reports);
      addOther(cell, number);
    }
  }

  /** The same of a whole number. */
  public void add(int cell, long number, int stated, int blank, int approximate, int reports) {
    if (cell >= whole.length) {
      grow(cell + 32);
    }
    long sum = whole[cell] + number;
    if (((whole[cell] ^ sum) & (number ^ sum)) < 0) {
      addOther(cell, BigDecimal.valueOf(number)); // more than a long holds
    } else {
      whole[cell] = sum;
    }
    this.stated[cell] += stated;
    this.blank[cell] += blank;
    this.approximate[cell] += approximate;
    this.reports[cell] += reports;
  }

  /** Makes room for cells of lower numbers at once. */
  public void reserve(int cells) {
    if (cells > whole.length) {
      grow(cells);
    }
  }

  private void addOther(int cell, BigDecimal number) {
    if (others == null) {
      others = new BigDecimal[whole.length];
    }
    BigDecimal known = others[cell];
    others[cell] = known == null ? number : known.add(number);
  }

  public void add(CellSums other) {
    reserve(other.whole.length);
    for (int cell = 0; cell < other.whole.length; cell++) {
      if (other.isAnything(cell)) {
        add(
            cell,
            other.whole[cell],
            other.stated[cell],
            other.blank[cell],
            other.approximate[cell],
            other.reports[cell]);
        if (other.others != null && other.others[cell] != null) {
          addOther(cell, other.others[cell]);
        }
      }
    }
  }

  private void grow(int size) {
    whole = Arrays.copyOf(whole, size);
    others = others == null ? null : Arrays.copyOf(others, size);
    stated = Arrays.copyOf(stated, size);
    blank = Arrays.copyOf(blank, size);
    approximate = Arrays.copyOf(approximate, size);
    reports = Arrays.copyOf(reports, size);
  }

  public int size() {
    return whole.length;
  }

  /** Whether there is something to be kept of a cell. */
  public boolean isAnything(int cell) {
    return (stated[cell] | blank[cell] | approximate[cell] | reports[cell]) != 0
        || whole[cell] != 0 && others == null
        || others != null && number(cell).signum() != 0;
  }

  /** Without zeros at its end that nobody wrote. */
  public BigDecimal number(int cell) {
    BigDecimal sum = BigDecimal.valueOf(whole[cell]);
    return others == null || others[cell] == null ? sum : plain(sum.add(others[cell]));
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

  /**
   * What is to be kept, side by side and as PostgreSQL writes arrays.
   *
   * @param cells those that have anything; the others are in their order
   * @param stated empty where all are as {@code reports}, which they nearly always are
   * @param blank empty where all are 0
   * @param approximate empty where all are 0
   */
  public record Columns(
      String cells,
      String numbers,
      String stated,
      String blank,
      String approximate,
      String reports) {}

  /** What is to be kept of all cells. */
  public Columns columns() {
    StringBuilder cells = new StringBuilder("{");
    StringBuilder numbers = new StringBuilder("{");
    StringBuilder stated = new StringBuilder("{");
    StringBuilder blank = new StringBuilder("{");
    StringBuilder approximate = new StringBuilder("{");
    StringBuilder reports = new StringBuilder("{");
    boolean statedDiffers = false;
    int anyBlank = 0;
    int anyApproximate = 0;
    for (int cell = 0; cell < whole.length; cell++) {
      if (isAnything(cell)) {
        cells.append(cell).append(',');
        appendNumber(cell, numbers);
        stated.append(this.stated[cell]).append(',');
        blank.append(this.blank[cell]).append(',');
        approximate.append(this.approximate[cell]).append(',');
        reports.append(this.reports[cell]).append(',');
        statedDiffers |= this.stated[cell] != this.reports[cell];
        anyBlank |= this.blank[cell];
        anyApproximate |= this.approximate[cell];
      }
    }
    return new Columns(
        closed(cells),
        closed(numbers),
        statedDiffers ? closed(stated) : NONE,
        anyBlank != 0 ? closed(blank) : NONE,
        anyApproximate != 0 ? closed(approximate) : NONE,
        closed(reports));
  }

  private void appendNumber(int cell, StringBuilder array) {
    if (others == null || others[cell] == null) {
      array.append(whole[cell]).append(',');
    } else {
      array.append(number(cell).toPlainString()).append(',');
    }
  }

  private static String closed(StringBuilder array) {
    if (array.length() > 1) {
      array.setLength(array.length() - 1);
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
