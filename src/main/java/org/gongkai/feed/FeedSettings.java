package org.gongkai.feed;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How changes are put in their order. */
// nobody injects it: what is scheduled names the setting, whose default must be there
@Unremovable
@ConfigMapping(prefix = "gongkai.feed")
interface FeedSettings {

  /**
   * How often each instance gives positions to changes that have none; {@code off}: never. Whoever
   * asks for changes gives them at once; this is for those who are told.
   */
  @WithDefault("1s")
  String every();
}
