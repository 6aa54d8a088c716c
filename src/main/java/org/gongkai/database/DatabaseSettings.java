package org.gongkai.database;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.gongkai.platform.ReadOnlyMode;

/** Where the embedded database is, how it is backed up, and what is copied out of another one. */
@ConfigMapping(prefix = "gongkai")
public interface DatabaseSettings {

  /** Of the embedded database; relative to where the service was started. */
  @WithDefault("gongkai-data")
  Path dataDir();

  /** Where the programs of PostgreSQL are unpacked; beside the data where nothing is said. */
  Optional<Path> programsDir();

  Backup backup();

  Move move();

  /** Of the embedded database, while the service runs. */
  interface Backup {

    /** How often; 0, or nothing: never. */
    Optional<Duration> every();

    /** Has to be said where there is to be one. */
    Optional<Path> directory();

    /** How many of the newest are kept, 1 at least. */
    @WithDefault("7")
    int keep();
  }

  /** The database that the command {@code move} copies from, where it is not the embedded one. */
  interface Move {

    @WithDefault("gongkai")
    String username();

    Optional<String> password();
  }

  /** Before the service starts, when there is no container that has read them. */
  static DatabaseSettings atStart() {
    return config().getConfigMapping(DatabaseSettings.class);
  }

  /** All settings, of others too, as they are before the service starts. */
  static SmallRyeConfig config() {
    return ConfigUtils.configBuilder()
        .withMapping(DatabaseSettings.class)
        .withMapping(ReadOnlyMode.Settings.class)
        .withValidateUnknown(false) // other rooms have theirs below the same name
        .build();
  }
}
