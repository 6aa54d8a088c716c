package org.gongkai.database;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

/**
 * The database of every {@code @QuarkusTest}: the service's own, with an empty schema at each run.
 *
 * <p>The directory is kept until the next {@code clean}, for making it is what takes longest, and
 * nothing needs to survive a power cut. It is registered for all tests in {@code
 * META-INF/services}.
 */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

  /** PostgreSQL's programs, once for all databases of the tests. */
  static final Path PROGRAMS = Path.of("target", "test-programs").toAbsolutePath();

  /** Where it is: processes that run beside each other have one each. */
  public static final Path HOME =
      Path.of("target", System.getProperty("test.database", "test-database"));

  /** Each minute what has grown would be read again: an eighth of all that the server does. */
  private static final Map<String, String> FAST =
      Map.of(
          "fsync",
          "off",
          "synchronous_commit",
          "off",
          "full_page_writes",
          "off",
          "autovacuum_naptime",
          "3min");

  private EmbeddedDatabase database;

  @Override
  public Map<String, String> start() {
    database = EmbeddedDatabase.open(HOME, Optional.of(PROGRAMS), FAST);
    makeEmpty();
    return database.configuration();
  }

  private void makeEmpty() {
    String url = database.jdbcUrl(PostgresCluster.SUPERUSER);
    try (Connection connection =
            DriverManager.getConnection(url, PostgresCluster.SUPERUSER, database.password());
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS gongkai WITH (FORCE)");
      statement.execute("CREATE DATABASE gongkai OWNER gongkai");
    } catch (SQLException e) {
      throw new IllegalStateException("The test database could not be emptied", e);
    }
  }

  @Override
  public void stop() {
    if (database != null) {
      database.close();
    }
  }
}
