package org.gongkai.database;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/**
 * Copies all that a database holds into another one of the same schema, whatever the versions of
 * the servers are: as text, which every version reads. It is one moment of the one, and one
 * transaction of the other, so that there is all of it or nothing.
 */
public final class Transfer {

  /** Columns that are computed are computed again. */
  private static final String TABLES =
      """
      SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name,
        string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname) AS value
      FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      WHERE c.relkind = 'r' AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
        AND c.relname <> 'flyway_schema_history'
      GROUP BY n.nspname, c.relname
      """;

  private static final String REFERENCES =
      """
      SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name,
        quote_ident(m.nspname) || '.' || quote_ident(d.relname) AS other
      FROM pg_constraint k
      JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_class d ON d.oid = k.confrelid JOIN pg_namespace m ON m.oid = d.relnamespace
      WHERE k.contype = 'f' AND k.conrelid <> k.confrelid
      """;

  /** Without what is made anew at each change, in which the name of a role stands. */
  private static final String SCHEMA =
      """
      SELECT version AS name, checksum::text AS value
      FROM flyway_schema_history WHERE success AND version IS NOT NULL
      """;

  private static final String NUMBERS =
      """
      SELECT quote_ident(schemaname) || '.' || quote_ident(sequencename) AS name, last_value::text AS value
      FROM pg_sequences WHERE last_value IS NOT NULL
      """;

  private Transfer() {}

  /**
   * Copies everything. The connection to the target is of the role that owns it.
   *
   * @throws StartupRefused where the schemas differ, or what is in the target would be lost
   */
  public static void all(Connection source, Connection target, PrintStream output)
      throws SQLException {
    source.setAutoCommit(false);
    target.setAutoCommit(false);
    Map<String, Long> rows;
    try {
      rows = copyAll(source, target);
      target.commit();
      source.commit();
    } catch (SQLException | RuntimeException e) {
      undo(source, e);
      undo(target, e);
      throw e;
    }
    source.setAutoCommit(true);
    target.setAutoCommit(true);
    rows.entrySet().stream()
        .filter(table -> table.getValue() > 0)
        .forEach(table -> output.println(table.getKey() + "\t" + table.getValue()));
    try (Statement to = target.createStatement()) {
      to.execute("ANALYZE");
    }
  }

  /**
   * Where the connection is gone, what ended it is the error, not that there is nothing to undo.
   */
  private static void undo(Connection connection, Exception error) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      error.addSuppressed(e);
    }
  }

  /** The rows of each table. */
  private static Map<String, Long> copyAll(Connection source, Connection target)
      throws SQLException {
    try (Statement from = source.createStatement();
        Statement to = target.createStatement()) {
      from.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
      from.execute("SET LOCAL statement_timeout = 0");
      to.execute("SET LOCAL statement_timeout = 0");
      Map<String, String> tables = pairs(from, TABLES);
      requireTheSame(pairs(from, SCHEMA), pairs(to, SCHEMA), tables, pairs(to, TABLES));
      requireEmpty(to);
      to.execute("TRUNCATE " + String.join(", ", tables.keySet()));
      Map<String, Long> rows = new TreeMap<>();
      for (String table : inOrder(tables.keySet(), references(to))) {
        rows.put(table, copy(source, target, table, Objects.requireNonNull(tables.get(table))));
      }
      for (Map.Entry<String, String> number : pairs(from, NUMBERS).entrySet()) {
        to.execute(
            "SELECT setval('" + number.getKey() + "'::regclass, " + number.getValue() + ", true)");
      }
      for (Map.Entry<String, Long> table : rows.entrySet()) {
        requireCount(to, table.getKey(), table.getValue());
      }
      return rows;
    }
  }

  private static Map<String, String> pairs(Statement statement, String sql) throws SQLException {
    Map<String, String> pairs = new LinkedHashMap<>();
    try (ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        pairs.put(row.getString("name"), String.valueOf(row.getString("value")));
      }
    }
    return pairs;
  }

  private static void requireTheSame(
      Map<String, String> fromSchema,
      Map<String, String> toSchema,
      Map<String, String> fromTables,
      Map<String, String> toTables) {
    if (!fromSchema.equals(toSchema) || !fromTables.equals(toTables)) {
      throw new StartupRefused(
          "两个数据库的结构不同。请先用本版本对源数据库执行 migrate。",
          "The two databases have different schemas. Bring the source up to date first, with the"
              + " command migrate of this version.");
    }
  }

  private static void requireEmpty(Statement to) throws SQLException {
    if (hasRows(to, "report")) {
      throw new StartupRefused(
          "目标数据库中已有报告，不会覆盖。",
          "There are reports in the target database; they are not overwritten.");
    }
    if (hasRows(to, "organ")) {
      throw new StartupRefused(
          "目标数据库中已登记行政机关，不会覆盖；请换一个空的数据库。",
          "There are organs in the target database, which are not overwritten; take an empty one.");
    }
  }

  private static boolean hasRows(Statement statement, String table) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT 1 FROM " + table + " LIMIT 1")) {
      return row.next();
    }
  }

  private static Map<String, Set<String>> references(Statement statement) throws SQLException {
    Map<String, Set<String>> references = new LinkedHashMap<>();
    try (ResultSet row = statement.executeQuery(REFERENCES)) {
      while (row.next()) {
        references
            .computeIfAbsent(row.getString("name"), name -> new LinkedHashSet<>())
            .add(row.getString("other"));
      }
    }
    return references;
  }

  /** What others refer to comes before them. */
  static List<String> inOrder(Collection<String> tables, Map<String, Set<String>> references) {
    List<String> order = new ArrayList<>();
    Set<String> left = new LinkedHashSet<>(tables);
    while (!left.isEmpty()) {
      Set<String> next =
          left.stream()
              .filter(
                  table ->
                      references.getOrDefault(table, Set.of()).stream().noneMatch(left::contains))
              .collect(Collectors.toCollection(LinkedHashSet::new));
      if (next.isEmpty()) {
        throw new IllegalStateException("These refer to each other: " + left);
      }
      order.addAll(next);
      left.removeAll(next);
    }
    return order;
  }

  private static long copy(Connection source, Connection target, String table, String columns)
      throws SQLException {
    CopyOut out =
        source
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("COPY " + table + " (" + columns + ") TO STDOUT");
    CopyIn in =
        target
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY " + table + " (" + columns + ") FROM STDIN");
    for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
      in.writeToCopy(row, 0, row.length);
    }
    return in.endCopy();
  }

  private static void requireCount(Statement to, String table, long rows) throws SQLException {
    try (ResultSet row = to.executeQuery("SELECT count(*) FROM " + table)) {
      row.next();
      if (row.getLong(1) != rows) {
        throw new SQLException(table + " has " + row.getLong(1) + " rows of " + rows);
      }
    }
  }
}
