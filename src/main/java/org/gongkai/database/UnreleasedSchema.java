package org.gongkai.database;

import static java.util.stream.Collectors.joining;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.ErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/**
 * Refuses a database whose migrations are not those of this version: it was made before the first
 * release, when files of migrations were still changed. Flyway would complain of checksums and
 * recommend a repair, which would leave the tables as they are.
 */
@Singleton
public class UnreleasedSchema implements FlywayConfigurationCustomizer, Callback {

  /** What a migration differs by that was applied as another. */
  private static final Set<ErrorCode> OF_ANOTHER_HISTORY =
      Set.of(
          CoreErrorCode.CHECKSUM_MISMATCH,
          CoreErrorCode.DESCRIPTION_MISMATCH,
          CoreErrorCode.TYPE_MISMATCH,
          CoreErrorCode.APPLIED_VERSIONED_MIGRATION_NOT_RESOLVED);

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
    return event == Event.AFTER_VALIDATE_ERROR;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    String different =
        Flyway.configure()
            .configuration(context.getConfiguration())
            .callbacks(new Callback[0])
            .load()
            .validateWithResult()
            .invalidMigrations
            .stream()
            .filter(migration -> OF_ANOTHER_HISTORY.contains(migration.errorDetails.errorCode))
            .map(migration -> migration.version + " " + migration.description)
            .collect(joining(", "));
    if (different.isEmpty()) {
      return; // it is older, or has failed: Flyway says so itself
    }
    throw new FlywayException(
        "该数据库由正式发布前的版本创建，本版本不能升级它。请使用新的数据目录或空数据库。 The database was made by a version before the"
            + " first release, and this one cannot bring it up to date. Use a new data directory or"
            + " an empty database. Different: "
            + different);
  }

  @Override
  public String getCallbackName() {
    return "unreleased schema";
  }
}
