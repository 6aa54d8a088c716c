package org.gongkai;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import org.jboss.logging.Logger;

/** Starts what brings the schema up to date, and nothing that serves anybody; then ends. */
public class MigrateCommand implements QuarkusApplication {

  private static final Logger LOG = Logger.getLogger(MigrateCommand.class);

  /** Runs it, or another command that begins with the same. */
  static void run(Class<? extends QuarkusApplication> command, String... args) {
    System.setProperty("quarkus.flyway.migrate-at-start", "true");
    System.setProperty("quarkus.http.host-enabled", "false");
    System.setProperty("quarkus.management.host-enabled", "false");
    System.setProperty("quarkus.scheduler.enabled", "false");
    Quarkus.run(command, args);
  }

  @Override
  public int run(String... args) {
    LOG.info("The schema is up to date");
    return 0;
  }
}
