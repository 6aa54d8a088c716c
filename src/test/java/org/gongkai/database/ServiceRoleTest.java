package org.gongkai.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/** The password is a text, whatever it holds: nothing of it is read as a statement. */
class ServiceRoleTest {

  @Test
  void anyPasswordIsAWhole(@TempDir Path directory) throws Exception {
    try (EmbeddedDatabase server =
        EmbeddedDatabase.open(
            directory, Optional.of(TestDatabase.PROGRAMS), Map.of("fsync", "off"))) {
      String url = server.jdbcUrl(PostgresCluster.DATABASE);
      String before = server.password();
      for (String password :
          new String[] {
            "it's",
            "'; DROP ROLE gongkai; --",
            "a\\' OR 'b",
            "$$; END $$ $1 ${x}",
            "%s %d \"",
            "密码？"
          }) {
        try (Connection connection =
                DriverManager.getConnection(url, PostgresCluster.SUPERUSER, before);
            Statement statement = connection.createStatement()) {
          statement.execute("DROP ROLE " + ServiceRole.NAME);
          statement.execute(
              "ALTER ROLE %s PASSWORD '%s'"
                  .formatted(
                      PostgresCluster.SUPERUSER,
                      connection.unwrap(PGConnection.class).escapeLiteral(password)));
        }
        ServiceRole role = new ServiceRole(url, password);
        role.make();
        role.make(); // a second start changes nothing
        try (Connection connection = DriverManager.getConnection(url, ServiceRole.NAME, password);
            Statement statement = connection.createStatement();
            ResultSet roles =
                statement.executeQuery(
                    "SELECT count(*) FROM pg_roles WHERE rolname LIKE 'gongkai%'")) {
          assertThat(roles.next()).isTrue();
          assertThat(roles.getInt(1)).as(password).isEqualTo(2);
        }
        before = password;
      }
    }
  }
}
