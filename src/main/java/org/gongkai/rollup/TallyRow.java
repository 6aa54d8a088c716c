package org.gongkai.rollup;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * A row of the table of sums.
 *
 * @param kind of the organs; empty, as level is: of all organs together
 * @param level of the regions that they belong to
 */
record TallyRow(String region, int year, String basis, String kind, String level, String section) {

  /** Its cells, and a property of each, as PostgreSQL writes arrays. */
  static String array(int size, IntPredicate wanted, IntFunction<Object> value) {
    StringBuilder array = new StringBuilder("{");
    for (int cell = 0; cell < size; cell++) {
      if (wanted.test(cell)) {
        array.append(array.length() > 1 ? "," : "").append(value.apply(cell));
      }
    }
    return array.append('}').toString();
  }

  /** The first six columns. */
  static TallyRow of(ResultSet row) throws SQLException {
    return new TallyRow(
        row.getString(1),
        row.getInt(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6));
  }

  static Number[] array(Array array) throws SQLException {
    return (Number[]) array.getArray();
  }
}
