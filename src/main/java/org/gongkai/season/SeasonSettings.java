package org.gongkai.season;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What operators see of the season. */
@ConfigMapping(prefix = "gongkai.season")
interface SeasonSettings {

  /** Of this region and those directly below it, metrics tell how many have filed. */
  @WithDefault("000000")
  String metricsRegion();

  /** How often that is counted, by the kept sums; {@code off}: never. */
  @WithDefault("1m")
  String metricsEvery();
}
