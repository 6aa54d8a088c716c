package org.gongkai.tally;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.gongkai.platform.Sql;

/**
 * By how much the sums of a region's own organs of a kind change. It waits to be folded, above or
 * below, and never changes itself.
 *
 * @param made how many changes were made that are added up in it
 * @param at when the newest of them was made
 */
record WaitingRow(
    String region,
    int year,
    String basis,
    String kind,
    int made,
    Instant at,
    Reports reports,
    CellChanges cells) {

  /** What is counted of reports, or by how much that changes. */
  record Reports(int all, int expected, int unexplained, int waived) {

    static final Reports NONE = new Reports(0, 0, 0, 0);

    Reports plus(Reports other) {
      return new Reports(
          all + other.all,
          expected + other.expected,
          unexplained + other.unexplained,
          waived + other.waived);
    }

    Coverage coverage() {
      return Coverage.of(0, all, expected, unexplained, waived);
    }

    static Reports of(ResultSet row) throws SQLException {
      return new Reports(
          row.getInt("reports"),
          row.getInt("expected"),
          row.getInt("unexplained"),
          row.getInt("waived"));
    }
  }

  static WaitingRow of(ResultSet row) throws SQLException {
    return new WaitingRow(
        row.getString("region"),
        row.getInt("year"),
        row.getString("basis"),
        row.getString("kind"),
        row.getInt("changes"),
        Sql.instant(row, "at"),
        Reports.of(row),
        CellChanges.read(row));
  }
}
