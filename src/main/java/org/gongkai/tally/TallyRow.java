package org.gongkai.tally;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.gongkai.report.CellSums;

/**
 * A row of the table of sums.
 *
 * @param kind of the organs; empty, as level is: of all organs together
 * @param level of the regions that they belong to
 */
record TallyRow(String region, int year, String basis, String kind, String level, String section) {

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

  /** Adds what a row says of cells in six arrays, the first of which has their numbers. */
  static CellSums addTo(CellSums sums, ResultSet row, int first) throws SQLException {
    Number[] ids = array(row.getArray(first));
    Number[] numbers = array(row.getArray(first + 1));
    Number[] stated = array(row.getArray(first + 2));
    Number[] blank = array(row.getArray(first + 3));
    Number[] approximate = array(row.getArray(first + 4));
    Number[] reports = array(row.getArray(first + 5));
    for (int i = 0; i < ids.length; i++) {
      sums.add(
          ids[i].intValue(),
          (BigDecimal) numbers[i],
          stated[i].intValue(),
          blank[i].intValue(),
          approximate[i].intValue(),
          reports[i].intValue());
    }
    return sums;
  }

  static Number[] array(Array array) throws SQLException {
    return (Number[]) array.getArray();
  }
}
