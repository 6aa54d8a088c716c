package org.gongkai.database;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.gongkai.platform.ReadOnlyMode;
import org.jboss.logging.Logger;

/** Decides whether the service brings its own database, and ties the two lives together. */
public final class DatabaseAtStart {

  private static final Logger LOG = Logger.getLogger(DatabaseAtStart.class);

  private static final String URL = "quarkus.datasource.jdbc.url";

  private DatabaseAtStart() {}

  /** All settings, as they are before the service starts. */
  public static SmallRyeConfig settings() {
    return DatabaseSettings.config();
  }

  /**
   * Leaves the system properties such that Quarkus finds a database.
   *
   * <p>They are also how a second call knows of the first: development mode runs {@code main} again
   * in the same process after every change, with the classes loaded anew.
   *
   * @param meanwhile is done while PostgreSQL starts; not at all where there is nothing to wait for
   * @throws StartupRefused where the operator has to do something
   */
  public static void provide(SmallRyeConfig config, Runnable meanwhile) {
    if (config.getOptionalValue(URL, String.class).filter(url -> !url.isBlank()).isPresent()) {
      return;
    }
    DatabaseSettings settings = config.getConfigMapping(DatabaseSettings.class);
    boolean readOnly = config.getConfigMapping(ReadOnlyMode.Settings.class).readOnly();
    if (readOnly) {
      requireDatabase(settings.dataDir());
    }
    CompletableFuture<EmbeddedDatabase> start =
        CompletableFuture.supplyAsync(
            () -> open(settings), task -> Thread.ofPlatform().name("Database start").start(task));
    meanwhile.run();
    EmbeddedDatabase database = started(start);
    database.configuration().forEach(System::setProperty);
    if (!readOnly) { // nothing is new where nothing is written
      BackupSchedule.begin(database, settings.backup());
    }
  }

  private static EmbeddedDatabase started(CompletableFuture<EmbeddedDatabase> start) {
    try {
      return start.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof StartupRefused refused) {
        throw refused;
      }
      throw e;
    }
  }

  private static EmbeddedDatabase open(DatabaseSettings settings) {
    EmbeddedDatabase database =
        EmbeddedDatabase.open(settings.dataDir(), settings.programsDir(), EmbeddedDatabase.DURABLE);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(database), "Database stop"));
    var unused = database.lost().thenRun(DatabaseAtStart::giveUp);
    return database;
  }

  /**
   * A database that everything is to be copied from.
   *
   * @param user may read all of it
   */
  public record Source(String url, String user, String password) {}

  /**
   * Starts the embedded database beside the one that is configured, to copy from it.
   *
   * @throws StartupRefused where there is none, or the embedded one is the one that is configured
   */
  public static Source embeddedSource() {
    SmallRyeConfig config = DatabaseSettings.config();
    if (config.getOptionalValue("gongkai.embedded-directory", String.class).isPresent()) {
      throw new StartupRefused(
          "未指定目标数据库：请设置 QUARKUS_DATASOURCE_JDBC_URL，或给出源数据库的地址。",
          "There is no other database to copy to: set QUARKUS_DATASOURCE_JDBC_URL, or give the"
              + " address of the one to copy from.");
    }
    DatabaseSettings settings = config.getConfigMapping(DatabaseSettings.class);
    requireDatabase(settings.dataDir());
    EmbeddedDatabase database = open(settings);
    return new Source(
        database.jdbcUrl(PostgresCluster.DATABASE), PostgresCluster.USER, database.password());
  }

  /** What only reads is not to make a new one where the name of a directory is misspelt. */
  private static void requireDatabase(Path directory) {
    if (!Files.isDirectory(directory.resolve("cluster"))) {
      throw new StartupRefused(
          "数据目录中没有数据库：" + directory, "There is no database in the data directory " + directory);
    }
  }

  /** Shutdown hooks run side by side; requests that are being finished still need the database. */
  private static void stop(EmbeddedDatabase database) {
    Application application = ApplicationLifecycleManager.getCurrentApplication();
    if (application != null) {
      application.awaitShutdown();
    }
    database.close();
  }

  /** The service's supervisor starts it again, and that repairs the database as well. */
  private static void giveUp() {
    LOG.error("PostgreSQL has ended unexpectedly; the service stops");
    Quarkus.asyncExit(1);
  }
}
