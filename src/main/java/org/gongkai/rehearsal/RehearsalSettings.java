package org.gongkai.rehearsal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How rule files are tried over stored reports. */
@ConfigMapping(prefix = "gongkai.rehearsal")
interface RehearsalSettings {

  /** How often each instance looks for a file to try; {@code off}: this instance tries none. */
  @WithDefault("5s")
  String every();

  /**
   * Of each rule, how many findings that appear and that disappear are listed. Nobody reads more;
   * counts are of all.
   */
  @WithDefault("1000")
  int keptFindings();

  /** How long results are there after the end. */
  @WithDefault("90d")
  Duration keep();
}
