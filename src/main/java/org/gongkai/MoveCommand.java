package org.gongkai;

import io.quarkus.runtime.QuarkusApplication;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.Config;
import org.gongkai.database.DatabaseAtStart;
import org.gongkai.database.DatabaseSettings;
import org.gongkai.database.StartupRefused;
import org.gongkai.database.Transfer;
import org.jboss.logging.Logger;

/**
 * The command {@code move}: copies everything into the database that the settings name, out of the
 * embedded one or of the one whose address is given. Whoever starts it has seen to it that nothing
 * writes to the source meanwhile.
 */
public class MoveCommand implements QuarkusApplication {

  private static final Logger LOG = Logger.getLogger(MoveCommand.class);

  private final Config config;
  private final DatabaseSettings settings;

  MoveCommand(Config config, DatabaseSettings settings) {
    this.config = config;
    this.settings = settings;
  }

  @Override
  public int run(String... args) {
    try {
      copy(source(args));
      LOG.info("All is copied");
      return 0;
    } catch (StartupRefused refused) {
      LOG.error(refused.getMessage());
    } catch (SQLException e) {
      LOG.error("Nothing was copied", e);
    }
    return 1;
  }

  private DatabaseAtStart.Source source(String... args) {
    return args.length > 1
        ? new DatabaseAtStart.Source(
            args[1], settings.move().username(), settings.move().password().orElse(""))
        : DatabaseAtStart.embeddedSource();
  }

  private void copy(DatabaseAtStart.Source source) throws SQLException {
    try (Connection from =
            DriverManager.getConnection(source.url(), source.user(), source.password());
        Connection to =
            DriverManager.getConnection(
                value("quarkus.datasource.jdbc.url"),
                config
                    .getOptionalValue("quarkus.flyway.username", String.class)
                    .orElseGet(() -> value("quarkus.datasource.username")),
                config
                    .getOptionalValue("quarkus.flyway.password", String.class)
                    .orElseGet(() -> value("quarkus.datasource.password")))) {
      Transfer.all(from, to, System.out);
    }
  }

  private String value(String name) {
    return config.getValue(name, String.class);
  }
}
