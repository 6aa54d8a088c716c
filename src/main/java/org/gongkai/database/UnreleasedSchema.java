package org.gongkai.database;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/**
 * Refuses a database that was made before the first release. Its migrations were replaced by one
 * file for each room, under numbers that it has used for others: Flyway would complain of checksums
 * and recommend a repair, which would leave the tables as they are.
 */
@Singleton
public class UnreleasedSchema implements FlywayConfigurationCustomizer, Callback {

  /** A migration that every such database has, and no other. */
  private static final String APPLIED =
      "SELECT 1 FROM flyway_schema_history WHERE script = 'V040__life.sql'";

  @Override
  public void customize(FluentConfiguration configuration) {
    // The lock of one transaction for all is what CREATE INDEX CONCURRENTLY would wait for, for
    // ever.
    configuration
        .getPluginRegister()
        .getExact(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
    configuration.callbacks(this, new NoMigrationTimeout());
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.BEFORE_VALIDATE || event == Event.BEFORE_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    try (Statement statement = context.getConnection().createStatement()) {
      if (hasRow(statement, "SELECT 1 WHERE to_regclass('flyway_schema_history') IS NOT NULL")
          && hasRow(statement, APPLIED)) {
        throw new FlywayException(
            "该数据库由正式发布前的版本创建，本版本不能升级它。请使用新的数据目录或空数据库。 The database was made by a version before the"
                + " first release, and this one cannot bring it up to date. Use a new data"
                + " directory or an empty database.");
      }
    } catch (SQLException e) {
      throw new FlywayException("Cannot read which migrations the database has", e);
    }
  }

  private static boolean hasRow(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      return row.next();
    }
  }

  @Override
  public String getCallbackName() {
    return "unreleased schema";
  }
}
