package org.gongkai.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How reports are filed. */
@ConfigMapping(prefix = "gongkai")
interface ReportSettings {

  Rollup rollup();

  Filing filing();

  /** Filings, and steps of reports' lives, that come at the same time. */
  interface Filing {

    /**
     * How many may wait while a transaction of others is under way; more are told to come again.
     * Each that waits takes a worker and no connection to the database. While transactions are
     * short, fewer requests than this are let in at once. Where one hangs, those at work are no
     * longer counted after a second and more are let in each second: this leaves workers to others.
     */
    @WithDefault("128")
    int maxWaiting();

    /** How many share a transaction at the most: their organs are held until it ends. */
    @WithDefault("64")
    int maxBatch();
  }

  /** What filing leaves to be added to the kept sums. */
  interface Rollup {

    /**
     * Rows of changes that may wait, each the sums of a transaction for a region and a kind of
     * organs. Readers of the nation add all of them, so that there must not be more than they can
     * add within a second; beyond, writers wait or are told to come again.
     */
    @WithDefault("6000")
    int maxWaiting();
  }
}
