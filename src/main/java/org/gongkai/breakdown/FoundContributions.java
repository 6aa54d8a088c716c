package org.gongkai.breakdown;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * The whole and some of its parts.
 *
 * @param total how many parts there are
 * @param others how many reports are laid out without the number
 */
record FoundContributions(
    long total,
    BigDecimal sum,
    long blank,
    long reports,
    long others,
    List<ContributionView> parts) {

  /** Whether a part stands beside the whole. */
  static boolean isPart(ResultSet row) throws SQLException {
    return row.getString(6) != null;
  }

  /** The columns of a part, which stand after the five of the whole. */
  static ContributionView part(ResultSet row) throws SQLException {
    return new ContributionView(
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getBigDecimal(10),
        row.getLong(11),
        row.getObject(12) == null ? null : row.getLong(12),
        row.getLong(13),
        row.getObject(14, Long.class),
        row.getObject(15, Integer.class),
        null,
        row.getLong(16),
        row.getString(17));
  }
}
