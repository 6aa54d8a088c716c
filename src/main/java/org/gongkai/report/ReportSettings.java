package org.gongkai.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How reports are filed. */
@ConfigMapping(prefix = "gongkai")
interface ReportSettings {

  Rollup rollup();

  /** What filing leaves to be added to the kept sums. */
  interface Rollup {

    /**
     * Rows of changes that may wait, each the sums of a transaction for a region and a kind of
     * organs. Readers of the nation add all of them, so that there must not be more than they can
     * add within a second; beyond, writers wait or are told to come again.
     */
    @WithDefault("6000")
    int mostWaiting();
  }
}
