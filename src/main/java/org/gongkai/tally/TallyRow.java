package org.gongkai.tally;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A row of the table of sums: what counts together.
 *
 * @param kind of the organs; empty, as level is: of all organs together
 * @param level of the regions that they belong to
 */
record TallyRow(String region, int year, String basis, String kind, String level) {

  static TallyRow of(ResultSet row) throws SQLException {
    return new TallyRow(
        row.getString("region"),
        row.getInt("year"),
        row.getString("basis"),
        row.getString("kind"),
        row.getString("level"));
  }
}
