package org.gongkai.tally;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.IntPredicate;
import org.gongkai.report.CellSums;
import org.jspecify.annotations.Nullable;

/**
 * What a row of sums, or of a change of them, says of cells: six arrays side by side, which never
 * change. They are read as text, and numbers as whole ones where they are: the driver makes an
 * object of each, and that takes longer than everything else that is done with them.
 */
final class CellChanges {

  /** What {@link #read} reads of a kept sum, or of a change, {@code t}. */
  static final String COLUMNS =
      """
      t.cells::text AS cells, t.numbers::text AS numbers, t.stated::text AS stated, t.blank::text AS blank,
        t.approximate::text AS approximate, t.reported::text AS reported
      """;

  /** How long an empty array is. */
  private static final int EMPTY = 2;

  /** More digits might not fit. */
  private static final int SAFE_DIGITS = 18;

  private final int[] cells;
  private final long[] numbers;

  /** What is not whole, in its place; null where all is. */
  private final @Nullable BigDecimal @Nullable [] others;

  private final int[] stated;
  private final int[] blank;
  private final int[] approximate;
  private final int[] reports;

  private CellChanges(
      int[] cells,
      long[] numbers,
      @Nullable BigDecimal @Nullable [] others,
      int[] stated,
      int[] blank,
      int[] approximate,
      int[] reports) {
    this.cells = cells;
    this.numbers = numbers;
    this.others = others;
    this.stated = stated;
    this.blank = blank;
    this.approximate = approximate;
    this.reports = reports;
  }

  static CellChanges read(ResultSet row) throws SQLException {
    int[] cells = numbers(row.getString("cells"));
    long[] numbers = new long[cells.length];
    int[] reports = numbers(row.getString("reported"));
    return new CellChanges(
        cells,
        numbers,
        decimals(row.getString("numbers"), numbers),
        numbersOr(reports, row.getString("stated")),
        numbersOr(new int[cells.length], row.getString("blank")),
        numbersOr(new int[cells.length], row.getString("approximate")),
        reports);
  }

  int size() {
    return cells.length;
  }

  void addTo(CellSums sums) {
    if (cells.length > 0) {
      sums.reserve(cells[cells.length - 1] + 1); // the last is the highest
    }
    addTo(sums, cell -> true);
  }

  /** Adds what is said of some cells. */
  void addTo(CellSums sums, IntPredicate wanted) {
    for (int i = 0; i < cells.length; i++) {
      if (wanted.test(cells[i])) {
        sums.add(cells[i], numbers[i], stated[i], blank[i], approximate[i], reports[i]);
        if (others != null) {
          sums.add(cells[i], others[i], 0, 0, 0, 0);
        }
      }
    }
  }

  /** Takes what is said of a cell. */
  @FunctionalInterface
  interface Taking {
    void take(int cell, Tally.Added said);
  }

  /** What is said of each cell, as it stands: no sums are made where there is nothing to add. */
  void each(Taking taking) {
    for (int i = 0; i < cells.length; i++) {
      BigDecimal other = others == null ? null : others[i];
      taking.take(
          cells[i],
          new Tally.Added(
              other == null ? BigDecimal.valueOf(numbers[i]) : CellSums.plain(other),
              stated[i],
              blank[i],
              approximate[i],
              reports[i]));
    }
  }

  /** What an array that is left out stands for, or its numbers. */
  private static int[] numbersOr(int[] leftOut, String array) {
    return array.length() == EMPTY ? leftOut : numbers(array);
  }

  /** Numbers of an array as PostgreSQL writes it. */
  private static int[] numbers(String array) {
    Digits text = new Digits(array);
    int[] numbers = new int[text.length()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (int) text.whole();
      text.next();
    }
    return numbers;
  }

  /** The same of any numbers: the whole ones, and what is left. */
  private static @Nullable BigDecimal @Nullable [] decimals(String array, long[] whole) {
    @Nullable BigDecimal @Nullable [] others = null;
    Digits text = new Digits(array);
    for (int i = 0; i < whole.length; i++) {
      int begin = text.at;
      long number = text.whole();
      if (text.isAtEnd() && text.at - begin <= SAFE_DIGITS) {
        whole[i] = number;
      } else {
        text.skip();
        others = others == null ? new BigDecimal[whole.length] : others;
        others[i] = new BigDecimal(array.substring(begin, text.at));
      }
      text.next();
    }
    return others;
  }

  /** An array in which one place is read. Most of the time of folding in Java went into this. */
  private static final class Digits {

    private final byte[] text;
    private int at = 1;

    Digits(String array) {
      this.text = array.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** How many numbers the array has. */
    int length() {
      if (text.length == EMPTY) {
        return 0;
      }
      int length = 1;
      for (byte character : text) {
        if (character == ',') {
          length++;
        }
      }
      return length;
    }

    /** The sign and the digits here. */
    long whole() {
      boolean isNegative = text[at] == '-';
      if (isNegative) {
        at++;
      }
      long number = 0;
      for (int digit = text[at] - '0'; digit >= 0 && digit <= 9; digit = text[at] - '0') {
        number = number * 10 + digit;
        at++;
      }
      return isNegative ? -number : number;
    }

    /** Whether the number is over. */
    boolean isAtEnd() {
      return text[at] == ',' || text[at] == '}';
    }

    /** Goes to the end of the number, whatever it has. */
    void skip() {
      while (!isAtEnd()) {
        at++;
      }
    }

    /** Goes to the next number. */
    void next() {
      if (!isAtEnd()) {
        throw new NumberFormatException(
            "Not whole: " + new String(text, StandardCharsets.ISO_8859_1));
      }
      at++;
    }
  }
}
