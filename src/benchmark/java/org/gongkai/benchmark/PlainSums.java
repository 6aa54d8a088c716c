package org.gongkai.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * The same sums by a plain {@code GROUP BY} over the figures of the reports, as anybody would write
 * it in {@code psql}, by the service's own role. Without coverage, names and labels.
 */
final class PlainSums implements AutoCloseable {

  private static final String CELLS =
      """
      WITH place AS MATERIALIZED (
        SELECT w.region, CASE ? WHEN 'none' THEN w.within ELSE coalesce(child.within, w.within) END AS code
        FROM region_within w
        LEFT JOIN (region_within child JOIN region c ON c.code = child.within AND c.parent = ?)
          ON child.region = w.region
        WHERE w.within = ?)
      SELECT place.code, f.cell, sum(f.number), count(*) FILTER (WHERE f.blank)
      FROM place
      JOIN report r ON r.region = place.region
      JOIN figure f ON f.report = r.id AND f.revision = r.revision
      WHERE r.year = ? AND r.scope = 'organ' AND r.state IN ('submitted', 'accepted', 'published')
        AND f.cell IN (SELECT id FROM cell WHERE path ~ ?)
      GROUP BY 1, 2
      """;

  private static final String CHANNELS =
      """
      WITH place AS MATERIALIZED (
        SELECT w.region, CASE ? WHEN 'none' THEN w.within ELSE coalesce(child.within, w.within) END AS code
        FROM region_within w
        LEFT JOIN (region_within child JOIN region c ON c.code = child.within AND c.parent = ?)
          ON child.region = w.region
        WHERE w.within = ?)
      SELECT place.code, p.channel, sum(p.count), count(*) FILTER (WHERE p.count IS NULL), p.unit
      FROM place
      JOIN report r ON r.region = place.region
      JOIN publication p ON p.report = r.id AND p.revision = r.revision
      WHERE r.year = ? AND r.scope = 'organ' AND r.state IN ('submitted', 'accepted', 'published')
      GROUP BY 1, 2, 5
      """;

  private static final Map<String, String> CELLS_OF =
      Map.of("applications", "^applications\\.", "indicators", "^(applications|contests)\\.");

  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  PlainSums(Service service) throws IOException, SQLException {
    String url =
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(service.databasePort(), Database.NAME);
    connection =
        DriverManager.getConnection(url, Database.SERVICE_ROLE, service.databasePassword());
    try (PreparedStatement planned =
        connection.prepareStatement("SET plan_cache_mode = force_custom_plan")) {
      planned.execute();
    }
  }

  /** Reads all sums; says how many there are. */
  int ask(RollupQuestion question, String region, int year) throws SQLException {
    String cells = CELLS_OF.get(question.section());
    String query = cells == null ? CHANNELS : CELLS;
    PreparedStatement statement = statements.get(query);
    if (statement == null) {
      statement = connection.prepareStatement(query);
      statements.put(query, statement);
    }
    statement.setString(1, question.by());
    statement.setString(2, region);
    statement.setString(3, region);
    statement.setInt(4, year);
    if (cells != null) {
      statement.setString(5, cells);
    }
    int sums = 0;
    try (ResultSet result = statement.executeQuery()) {
      while (result.next()) {
        result.getBigDecimal(3);
        sums++;
      }
    }
    return sums;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
