package org.gongkai.database;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/** Decides whether the service brings its own database, and ties the two lives together. */
public final class DatabaseAtStart {

  private static final Logger LOG = Logger.getLogger(DatabaseAtStart.class);

  private static final String URL = "quarkus.datasource.jdbc.url";

  private DatabaseAtStart() {}

  /**
   * Leaves the system properties such that Quarkus finds a database.
   *
   * <p>They are also how a second call knows of the first: development mode runs {@code main} again
   * in the same process after every change, with the classes loaded anew.
   */
  public static void provide() {
    SmallRyeConfig config = ConfigUtils.configBuilder().build();
    if (config.getOptionalValue(URL, String.class).filter(url -> !url.isBlank()).isPresent()) {
      return;
    }
    Path directory =
        config.getOptionalValue("gongkai.data-dir", Path.class).orElse(Path.of("gongkai-data"));
    EmbeddedDatabase database =
        EmbeddedDatabase.open(
            directory,
            config.getOptionalValue("gongkai.programs-dir", Path.class),
            EmbeddedDatabase.DURABLE);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(database), "Database stop"));
    var unused = database.lost().thenRun(DatabaseAtStart::giveUp);
    database.configuration().forEach(System::setProperty);
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
