package org.gongkai.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/**
 * The role that the service works with. It owns nothing, so that it cannot give itself the rights
 * that it does not have: to change or delete what was recorded. The tables belong to the role that
 * migrates them.
 *
 * @param url of the embedded database
 * @param password one for all of its roles: there is one secret to keep
 */
record ServiceRole(String url, String password) {

  static final String NAME = "gongkai_service";

  /** Makes the role where it is missing: in a new cluster, and in one of an earlier version. */
  void make() throws IOException {
    try (Connection connection =
            DriverManager.getConnection(url, PostgresCluster.SUPERUSER, password);
        Statement statement = connection.createStatement()) {
      if (!isThere(statement)) {
        connection.setAutoCommit(false);
        statement.execute("SET LOCAL scram_iterations = 1"); // see PostgresCluster
        statement.execute(
            "CREATE ROLE %s LOGIN PASSWORD '%s'"
                .formatted(NAME, connection.unwrap(PGConnection.class).escapeLiteral(password)));
        connection.commit();
      }
    } catch (SQLException e) {
      throw new IOException("The service's role could not be made", e);
    }
  }

  private static boolean isThere(Statement statement) throws SQLException {
    try (ResultSet found =
        statement.executeQuery("SELECT 1 FROM pg_roles WHERE rolname = '%s'".formatted(NAME))) {
      return found.next();
    }
  }
}
