package org.gongkai.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.report.CellSums;
import org.junit.jupiter.api.Test;

/** Sums are exact, whether numbers are whole and small, as most are, or not. */
class CellChangesTest {

  private static final int CELLS = 40;

  /** Whole, with decimals, more than a long holds, negative: as corrections have them. */
  private static BigDecimal number(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> BigDecimal.valueOf(random.nextInt(-100_000, 100_000), 2);
      case 1 -> BigDecimal.valueOf(Long.MAX_VALUE - random.nextInt(9));
      case 2 -> BigDecimal.valueOf(Long.MIN_VALUE + random.nextInt(9));
      case 3 -> new BigDecimal("123456789012345678901234567890.5").negate();
      case 4 -> BigDecimal.ZERO;
      default -> BigDecimal.valueOf(random.nextInt(-1000, 1000));
    };
  }

  @Test
  void sumsAreThoseOfDecimals() throws SQLException {
    Random random = new Random(14);
    CellSums read = new CellSums();
    CellSums added = new CellSums();
    BigDecimal[] expected = new BigDecimal[CELLS];
    int[] stated = new int[CELLS];
    for (int i = 0; i < 200; i++) {
      int first = random.nextInt(CELLS / 2);
      List<Integer> cells =
          IntStream.range(first, CELLS).filter(c -> random.nextBoolean()).boxed().toList();
      List<BigDecimal> numbers = cells.stream().map(c -> number(random)).toList();
      CellChanges.read(
              row(
                  Map.of(
                      "cells", array(cells),
                      "numbers", array(numbers),
                      "stated", array(cells.stream().map(c -> -1).toList()),
                      "blank", array(cells.stream().map(c -> 0).toList()),
                      "approximate", array(cells.stream().map(c -> 0).toList()),
                      "reported", array(cells.stream().map(c -> 1).toList()))))
          .addTo(read);
      CellSums one = new CellSums();
      for (int c = 0; c < cells.size(); c++) {
        int cell = cells.get(c);
        one.add(cell, numbers.get(c), -1, 0, 0, 1);
        expected[cell] =
            expected[cell] == null ? numbers.get(c) : expected[cell].add(numbers.get(c));
        stated[cell]--;
      }
      added.add(one);
    }
    for (int cell = 0; cell < CELLS; cell++) {
      assertThat(read.number(cell)).isEqualByComparingTo(expected[cell]);
      assertThat(added.number(cell)).isEqualByComparingTo(expected[cell]);
      assertThat(read.stated(cell)).isEqualTo(stated[cell]);
      assertThat(added.stated(cell)).isEqualTo(stated[cell]);
    }
    assertThat(read.columns().numbers()).isEqualTo(added.columns().numbers()).doesNotContain("E");
  }

  /**
   * Most rows are so: nothing is blank, nothing approximate, and all that is reported is stated.
   */
  @Test
  void whatIsAllTheSameIsLeftOut() throws SQLException {
    CellSums plain = new CellSums();
    plain.add(2, 5, 1, 0, 0, 1);
    plain.add(7, 0, 2, 0, 0, 2);
    assertThat(plain.columns())
        .isEqualTo(new CellSums.Columns("{2,7}", "{5,0}", "{}", "{}", "{}", "{1,2}"));
    assertThat(readBack(plain)).isEqualTo(plain.columns());
    CellSums mixed = new CellSums();
    mixed.add(2, 5, 1, 1, 0, 2);
    mixed.add(7, 0, 0, 0, 1, 0);
    assertThat(mixed.columns())
        .isEqualTo(new CellSums.Columns("{2,7}", "{5,0}", "{1,0}", "{1,0}", "{0,1}", "{2,0}"));
    assertThat(readBack(mixed)).isEqualTo(mixed.columns());
    assertThat(readBack(new CellSums())).isEqualTo(new CellSums().columns());
  }

  private static CellSums.Columns readBack(CellSums sums) throws SQLException {
    CellSums.Columns arrays = sums.columns();
    CellSums read = new CellSums();
    CellChanges.read(
            row(
                Map.of(
                    "cells", arrays.cells(),
                    "numbers", arrays.numbers(),
                    "stated", arrays.stated(),
                    "blank", arrays.blank(),
                    "approximate", arrays.approximate(),
                    "reported", arrays.reports())))
        .addTo(read);
    return read.columns();
  }

  @Test
  void whatCancelsOutIsNothing() {
    CellSums sums = new CellSums();
    sums.add(3, new BigDecimal("0.5"), 1, 0, 0, 1);
    sums.add(3, new BigDecimal("-0.5"), -1, 0, 0, -1);
    sums.add(4, 7, 0, 0, 0, 0);
    sums.add(5, new BigDecimal("7.0"), 0, 0, 0, 0);
    assertThat(sums.isAnything(3)).isFalse();
    assertThat(sums.columns().cells()).isEqualTo("{4,5}");
    assertThat(sums.columns().numbers()).isEqualTo("{7,7}");
    assertThat(new CellSums().columns().cells()).isEqualTo("{}");
  }

  private static String array(List<?> values) {
    return values.stream()
        .map(v -> v instanceof BigDecimal number ? number.toPlainString() : v.toString())
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** A row as the driver would give it. */
  private static ResultSet row(Map<String, String> columns) {
    return (ResultSet)
        Proxy.newProxyInstance(
            ResultSet.class.getClassLoader(),
            new Class<?>[] {ResultSet.class},
            (proxy, method, arguments) -> columns.get((String) arguments[0]));
  }
}
