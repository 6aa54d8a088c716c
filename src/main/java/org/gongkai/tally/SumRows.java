package org.gongkai.tally;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Rows of statements about sums, whether kept or added up: their columns have the same names. */
final class SumRows {

  private SumRows() {}

  /** Something that is said of a place. */
  sealed interface Line {
    SumKey key();
  }

  /** Of what is expected or there; all of a place add up. */
  record Covered(SumKey key, Coverage coverage) implements Line {}

  /** One report that is counted; its revision never changes. */
  record Counted(SumKey key, Coverage coverage, Revision revision) {}

  record Revision(long report, int number) {}

  /** One report, and what it says in some sections. */
  record ReportCells(Counted counted, CellChanges cells) implements Line {

    @Override
    public SumKey key() {
      return counted.key();
    }
  }

  /** What is added up in a cell. */
  record Stated(SumKey key, String path, Tally.Added added) {}

  static SumKey key(ResultSet row) throws SQLException {
    return new SumKey(row.getString("code"), row.getInt("year"));
  }

  static Tally.Added added(ResultSet row) throws SQLException {
    return new Tally.Added(
        row.getBigDecimal("number"),
        row.getLong("stated"),
        row.getLong("blank"),
        row.getLong("approximate"),
        row.getLong("reports"));
  }

  static Stated stated(ResultSet row) throws SQLException {
    return new Stated(key(row), row.getString("path"), added(row));
  }

  static Counted counted(ResultSet row) throws SQLException {
    return new Counted(
        key(row),
        Coverage.of(
            0,
            1,
            row.getBoolean("expected") ? 1 : 0,
            row.getInt("unexplained"),
            row.getInt("waived")),
        revision(row));
  }

  static Revision revision(ResultSet row) throws SQLException {
    return new Revision(row.getLong("report"), row.getInt("revision"));
  }

  static Covered expected(ResultSet row) throws SQLException {
    return new Covered(key(row), Coverage.of(row.getLong("expected"), 0, 0, 0, 0));
  }

  static Covered reported(ResultSet row) throws SQLException {
    return new Covered(
        key(row),
        Coverage.of(
            0,
            row.getLong("reports"),
            row.getLong("expected_reports"),
            row.getLong("unexplained"),
            row.getLong("waived")));
  }

  /** All together, by place. */
  static Map<SumKey, Coverage> coverage(
      Collection<Covered> expected, Collection<Covered> reported) {
    Map<SumKey, Coverage> coverage = new TreeMap<>();
    expected.forEach(row -> coverage.merge(row.key(), row.coverage(), Coverage::plus));
    reported.forEach(row -> coverage.merge(row.key(), row.coverage(), Coverage::plus));
    return coverage;
  }
}
