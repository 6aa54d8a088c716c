package org.gongkai.tally;

import java.math.BigDecimal;
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

  static TallyRow of(ResultSet row) throws SQLException {
    return new TallyRow(
        row.getString("region"),
        row.getInt("year"),
        row.getString("basis"),
        row.getString("kind"),
        row.getString("level"),
        row.getString("section"));
  }

  /** Takes what is said of one cell. */
  @FunctionalInterface
  interface Cells {
    void take(int cell, BigDecimal number, int stated, int blank, int approximate, int reports);
  }

  /** What a row of {@code tally} or of a change of it says of cells, in six arrays side by side. */
  static void read(ResultSet row, Cells cells) throws SQLException {
    Number[] ids = array(row, "cells");
    Number[] numbers = array(row, "numbers");
    Number[] stated = array(row, "stated");
    Number[] blank = array(row, "blank");
    Number[] approximate = array(row, "approximate");
    Number[] reports = array(row, "reports");
    for (int i = 0; i < ids.length; i++) {
      cells.take(
          ids[i].intValue(),
          (BigDecimal) numbers[i],
          stated[i].intValue(),
          blank[i].intValue(),
          approximate[i].intValue(),
          reports[i].intValue());
    }
  }

  static CellSums addTo(CellSums sums, ResultSet row) throws SQLException {
    read(row, sums::add);
    return sums;
  }

  private static Number[] array(ResultSet row, String column) throws SQLException {
    return (Number[]) row.getArray(column).getArray();
  }
}
