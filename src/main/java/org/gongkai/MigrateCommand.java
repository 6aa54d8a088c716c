package org.gongkai;

import io.quarkus.runtime.QuarkusApplication;
import org.jboss.logging.Logger;

/** Starts what brings the schema up to date, and nothing that serves anybody; then ends. */
public class MigrateCommand implements QuarkusApplication {

  private static final Logger LOG = Logger.getLogger(MigrateCommand.class);

  static void prepare() {
    System.setProperty("quarkus.flyway.migrate-at-start", "true");
    System.setProperty("quarkus.http.host-enabled", "false");
    System.setProperty("quarkus.management.host-enabled", "false");
    System.setProperty("quarkus.scheduler.enabled", "false");
  }

  @Override
  public int run(String... args) {
    LOG.info("The schema is up to date");
    return 0;
  }
}
