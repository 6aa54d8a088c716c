package org.gongkai.benchmark;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Says on the way how far it is, with the time since the begin. */
final class Progress {

  private final Instant begin = Instant.now();
  private final PrintStream out;

  Progress(PrintStream out) {
    this.out = out;
  }

  synchronized void say(String format, Object... values) {
    long seconds = Duration.between(begin, Instant.now()).toSeconds();
    out.printf(Locale.ROOT, "%4d:%02d ", seconds / 60, seconds % 60);
    out.printf(Locale.ROOT, format + "%n", values);
  }
}
