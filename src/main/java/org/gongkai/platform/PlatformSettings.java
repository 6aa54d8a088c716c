package org.gongkai.platform;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bodies, connections, large answers and statements. */
@ConfigMapping(prefix = "gongkai")
interface PlatformSettings {

  Bodies bodies();

  Connections connections();

  Answers answers();

  Database database();

  /** Bodies are received before a worker is taken; beyond 128 KiB they are on disk meanwhile. */
  interface Bodies {

    /** For all of them together; one caller gets half of it. */
    @WithDefault("4G")
    MemorySize onDisk();

    /** A pause longer than this ends a body. */
    @WithDefault("15s")
    Duration idle();

    /**
     * From then on nothing may come slower than {@link #minRate}, which is slower than any line is:
     * what comes slower only means to hold a connection.
     */
    @WithDefault("20s")
    Duration grace();

    @WithDefault("4K")
    MemorySize minRate();
  }

  /** When a connection is closed. An answer may take as long as it wants. */
  interface Connections {

    /**
     * Closes a connection without a complete first head after this time, and without any other head
     * so long after its first byte.
     */
    @WithDefault("15s")
    Duration headerTimeout();

    /** That sends none after its last answer; longer than a proxy keeps one. */
    @WithDefault("75s")
    Duration idle();

    /** That takes nothing of an answer. */
    @WithDefault("60s")
    Duration stalled();
  }

  /**
   * Rollups by organ and whole lists. Each takes a worker and a connection while it is made; then
   * it is on disk and takes neither, however slowly it is read.
   */
  interface Answers {

    @WithDefault("4")
    int maxConcurrent();

    /** One of them may take half of it. */
    @WithDefault("2G")
    MemorySize onDisk();

    /** A reader that takes less than some 64 kB in this time is cut off. */
    @WithDefault("60s")
    Duration stalledAfter();
  }

  Disk disk();

  Clocks clock();

  /** Writes are refused before a disk is full: a database without room cannot even recover. */
  interface Disk {

    /**
     * What must be free where the embedded database is. The log of what was committed alone may
     * take that much before it is worked off.
     */
    @WithDefault("512M")
    MemorySize minFree();

    /** What must be free in the directory for temporary files, for a body to be received. */
    @WithDefault("16M")
    MemorySize minFreeTemporary();
  }

  /** What is done takes its time from the instance's clock, and is never before what was done. */
  interface Clocks {

    /** How often that clock is held against the database's; {@code off}: never. */
    @WithDefault("10s")
    String checkEvery();

    /**
     * How far this clock may be from the database's, and the last event of a report ahead of it,
     * before what would be written is refused: a wrong time stays for ever.
     */
    @WithDefault("5m")
    Duration maxSkew();
  }

  /** No statement goes on after the client has given up: 503 with Retry-After. */
  interface Database {

    /**
     * For those that are known to take long: imports, checks of sums, rehearsals, sums of the past
     * or organ by organ. The limit of all others is sent when a connection is made, and stands in
     * {@code application.properties}.
     */
    @WithDefault("5m")
    Duration longStatementTimeout();
  }
}
