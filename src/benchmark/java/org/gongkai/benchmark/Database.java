package org.gongkai.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The service's database server, seen by its superuser. */
final class Database implements AutoCloseable {

  static final String NAME = "gongkai";
  static final String SERVICE_ROLE = "gongkai_service";

  private static final String WAITING =
      "SELECT (SELECT count(*) FROM tally_delta) + (SELECT count(*) FROM tally_delta_below)";

  /** Whoever folds has this lock of the service. */
  private static final String HOLD = "SELECT pg_advisory_lock(x'676f6e676b616907'::bigint)";

  private static final String LET_GO = "SELECT pg_advisory_unlock(x'676f6e676b616907'::bigint)";

  private static final String FOLDING =
      """
      SELECT count(*) FROM pg_locks
      WHERE locktype = 'advisory' AND granted AND classid = x'676f6e67'::int AND objid = x'6b616907'::int
      """;

  private static final long PAUSE = 50;
  private static final int LONGEST_FOLDING = 6000;

  private final Connection connection;

  private Database(Connection connection) {
    this.connection = connection;
  }

  static Database of(Service service) throws IOException, SQLException {
    String url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(service.databasePort(), NAME);
    return new Database(DriverManager.getConnection(url, "postgres", service.databasePassword()));
  }

  void execute(String statement) throws SQLException {
    try (Statement s = connection.createStatement()) {
      s.execute(statement);
    }
  }

  /** The rows, each cell as text. */
  List<List<String>> rows(String query, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      List<List<String>> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        int width = result.getMetaData().getColumnCount();
        while (result.next()) {
          List<String> row = new ArrayList<>();
          for (int i = 1; i <= width; i++) {
            row.add(result.getString(i));
          }
          rows.add(row);
        }
      }
      return rows;
    }
  }

  long number(String query) throws SQLException {
    return Long.parseLong(rows(query).getFirst().getFirst());
  }

  String text(String query) throws SQLException {
    return rows(query).getFirst().getFirst();
  }

  /**
   * The statistics and visibility that autovacuum would see to in its own time, in the midst of it.
   */
  void settle() throws SQLException {
    execute("VACUUM (ANALYZE)");
    execute("CHECKPOINT");
  }

  /** Keeps the service from folding what is filed from now on. */
  void holdFolding() throws SQLException {
    execute(HOLD);
  }

  /** Lets it fold again, and returns as soon as it does. */
  void letFold() throws SQLException, InterruptedException {
    execute(LET_GO);
    for (int i = 0; i < LONGEST_FOLDING; i++) {
      if (number(FOLDING) > 0) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(1);
    }
    throw new Unmeasurable("Nothing is folded; is its lock another one now?");
  }

  /** How many rows are not in all kept sums yet. */
  long waiting() throws SQLException {
    return number(WAITING);
  }

  /**
   * Waits until all that was filed is in the kept sums: who files pays for that, and who is
   * measured next does not.
   */
  void awaitFolded() throws SQLException, InterruptedException {
    for (int i = 0; i < LONGEST_FOLDING; i++) {
      if (waiting() == 0) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE);
    }
    throw new Unmeasurable("What was filed is not folded into the sums");
  }

  /** Bytes of each table with its indexes and its long texts, largest first. */
  Map<String, Long> tableSizes() throws SQLException {
    Map<String, Long> sizes = new LinkedHashMap<>();
    for (List<String> row :
        rows(
            """
            SELECT c.relname, pg_total_relation_size(c.oid)
            FROM pg_class c
            WHERE c.relkind IN ('r', 'm') AND c.relnamespace = 'public'::regnamespace
            ORDER BY 2 DESC
            """)) {
      sizes.put(row.get(0), Long.valueOf(row.get(1)));
    }
    return sizes;
  }

  /** Types of the columns whose name has the same type in all tables. */
  Map<String, String> columnTypes() throws SQLException {
    Map<String, String> types = new LinkedHashMap<>();
    for (List<String> row :
        rows(
            """
            SELECT column_name, min(data_type) FROM information_schema.columns
            WHERE table_schema = 'public' AND data_type <> 'ARRAY'
            GROUP BY column_name HAVING count(DISTINCT data_type) = 1
            """)) {
      types.put(row.get(0), row.get(1));
    }
    return types;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
