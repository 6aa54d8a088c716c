package org.gongkai.bulk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many reports are filed in one request. */
@ConfigMapping(prefix = "gongkai.bulk")
interface BulkSettings {

  /**
   * A filing in bulk ends after so many refused lines, where more are refused than taken: whatever
   * is wrong with the first thousand is wrong with all. Up to there each refusal is told in full,
   * the same one no more than twenty times; after that in short.
   */
  @WithDefault("1000")
  int maxRefused();
}
