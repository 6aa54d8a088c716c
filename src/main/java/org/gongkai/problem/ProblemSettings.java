package org.gongkai.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is refused at the edge of HTTP. */
@ConfigMapping(prefix = "gongkai")
interface ProblemSettings {

  /** The longest JSON, which is read into memory as a whole. */
  @WithDefault("8M")
  MemorySize maxJsonSize();

  /**
   * The longest file. A report with its text is some 100 kB, a Word file with pictures a few
   * megabytes; a file of all the organs of the nation has 150,000 lines, some 15 MB, and is
   * streamed.
   */
  @WithDefault("64M")
  MemorySize maxFileSize();

  RateLimit rateLimit();

  /** How much unrecognised callers may ask. */
  interface RateLimit {

    /**
     * Answers 401 per minute to one address (of IPv6, one /64), on each instance; 0: no limit.
     * Somebody who mistypes a key sends a few, somebody who guesses sends thousands.
     */
    @WithDefault("120")
    long refusedPerMinute();
  }
}
