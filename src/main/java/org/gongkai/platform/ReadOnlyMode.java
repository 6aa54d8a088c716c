package org.gongkai.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Whether the operator lets nothing be written, and why. */
@Singleton
public class ReadOnlyMode {

  /** Asked before the service starts too. */
  @ConfigMapping(prefix = "gongkai")
  public interface Settings {

    /**
     * Whether nothing is written, for maintenance, and on a copy or a standby: requests are
     * answered 503, what works in the background rests, no new database is made, and the database
     * itself would refuse.
     */
    @WithDefault("false")
    boolean readOnly();

    /** What callers are told of it; none: that it is under maintenance. */
    Optional<String> readOnlyReason();

    /**
     * How old what an instance reads from a standby may be; beyond, it answers 503 and is not
     * ready.
     */
    @WithDefault("30s")
    Duration readOnlyMaxStaleness();
  }

  private final boolean on;
  private final Optional<String> reason;

  ReadOnlyMode(Settings settings) {
    this.on = settings.readOnly();
    this.reason = settings.readOnlyReason();
  }

  public boolean isOn() {
    return on;
  }

  Optional<String> reason() {
    return reason;
  }
}
