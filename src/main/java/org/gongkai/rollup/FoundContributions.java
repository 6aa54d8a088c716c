package org.gongkai.rollup;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * The whole and some of its parts.
 *
 * @param total how many parts there are
 */
record FoundContributions(
    long total, BigDecimal sum, long blank, long reports, List<ContributionView> parts) {

  /** The columns of a part, which stand after the four of the whole. */
  static ContributionView part(ResultSet row) throws SQLException {
    return new ContributionView(
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getBigDecimal(9),
        row.getLong(10),
        row.getObject(11) == null ? null : row.getLong(11),
        row.getLong(12),
        row.getObject(13, Long.class),
        row.getObject(14, Integer.class),
        null);
  }
}
