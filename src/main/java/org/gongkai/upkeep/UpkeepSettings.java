package org.gongkai.upkeep;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How reports follow the registry. */
// nobody injects it: what is scheduled names the setting, whose default must be there
@Unremovable
@ConfigMapping(prefix = "gongkai.recheck")
interface UpkeepSettings {

  /** How often reports are judged again after their organ or a neighbour has changed. */
  @WithDefault("2s")
  String every();
}
