package org.gongkai.breakdown;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole and some of its parts.
 *
 * @param total how many parts there are
 * @param sum null where nothing at all is stated
 * @param others how many reports are laid out without the number
 */
record FoundContributions(
    long total,
    @Nullable BigDecimal sum,
    long blank,
    long reports,
    long others,
    List<ContributionView> parts) {

  /** The same whole with others of its parts. */
  FoundContributions with(List<ContributionView> others) {
    return new FoundContributions(total, sum, blank, reports, this.others, List.copyOf(others));
  }

  /** Whether a part stands beside the whole. */
  static boolean isPart(ResultSet row) throws SQLException {
    return row.getString("code") != null;
  }

  static ContributionView part(ResultSet row) throws SQLException {
    return new ContributionView(
        row.getString("code"),
        row.getString("name"),
        row.getString("region"),
        row.getString("region_name"),
        row.getBigDecimal("number"),
        row.getLong("blank"),
        row.getObject("approximate") == null ? null : row.getLong("approximate"),
        row.getLong("reports"),
        row.getObject("report", Long.class),
        row.getObject("revision", Integer.class),
        null,
        row.getLong("others"),
        row.getString("edition"));
  }
}
