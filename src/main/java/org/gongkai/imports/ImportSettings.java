package org.gongkai.imports;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How files that are sent in are read and kept. */
@ConfigMapping(prefix = "gongkai.imports")
interface ImportSettings {

  /** How often each instance looks for files to read; {@code off}: this instance reads none. */
  @WithDefault("2s")
  String every();

  /**
   * Files that are read while their senders wait, at once on each instance; one more is read in the
   * background. Each is read in a process of its own, which takes a core meanwhile.
   */
  @WithDefault("1")
  int maxConcurrentReaders();

  /**
   * What reading one file may have in memory; a process that needs more ends, and the file is
   * refused. It takes some 100 MB beside it.
   */
  @WithDefault("192M")
  MemorySize readerMemory();

  /** How long the reading of a file may take; a long report takes a second. */
  @WithDefault("20s")
  Duration maxReadingTime();

  /** The largest file, in a zip too; a Word file with pictures has a few megabytes. */
  @WithDefault("16M")
  MemorySize maxFileSize();

  /** What the files of a zip may have together, unpacked. */
  @WithDefault("512M")
  MemorySize maxZipSize();

  /** How many files a zip may have: a city has 600 organs. */
  @WithDefault("2000")
  int maxFiles();

  /** What an organ, or the office of a region, may have kept here at a time. */
  @WithDefault("1G")
  MemorySize maxKept();

  /**
   * How many files may wait for their turn, of all, and of each sender no more than there are
   * places left; then senders are asked to come again.
   */
  @WithDefault("10000")
  int maxWaiting();

  /**
   * How long an import is there after it was sent. Files hold personal data, and whoever has not
   * taken them over by then has them elsewhere.
   */
  @WithDefault("30d")
  Duration keep();
}
