package org.gongkai.tally;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The upkeep of the kept sums. */
// nobody injects it: what is scheduled names the setting, whose default must be there
@Unremovable
@ConfigMapping(prefix = "gongkai.rollup")
interface TallySettings {

  /**
   * How often each instance looks for changes to add. Sums are exact at every moment; this is how
   * long what is not folded into them yet has to be added by each who asks.
   */
  @WithDefault("1s")
  String foldEvery();

  /**
   * How often some of the kept sums are held against what they are made of; a round takes some 80
   * turns for the nation.
   */
  @WithDefault("1m")
  String checkEvery();
}
