package org.gongkai.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

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
      statement.execute(
          """
          DO $$
          BEGIN
            IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '%s') THEN
              SET LOCAL scram_iterations = 1;
              CREATE ROLE %s LOGIN PASSWORD '%s';
            END IF;
          END
          $$
          """
              .formatted(NAME, NAME, password));
    } catch (SQLException e) {
      throw new IOException("The service's role could not be made", e);
    }
  }
}
