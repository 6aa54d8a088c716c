package org.gongkai.platform;

import jakarta.inject.Singleton;
import java.util.Optional;

/** Whether the operator lets nothing be written, and why. */
@Singleton
public class ReadOnlyMode {

  private final boolean on;
  private final Optional<String> reason;

  ReadOnlyMode(PlatformSettings settings) {
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
