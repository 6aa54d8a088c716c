package org.gongkai.imports;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.gongkai.matrix.UnreadableFile;

/** What became of files that were read, how long they took, and how often a process had to end. */
@Singleton
class ReadingMeters {

  private static final String READ = "read";

  private final MeterRegistry metrics;

  ReadingMeters(MeterRegistry metrics) {
    this.metrics = metrics;
    for (ReadingProcess.Why why : ReadingProcess.Why.values()) {
      ended(why, 0);
    }
  }

  /**
   * @param begun when, as {@link System#nanoTime} says
   */
  void read(long begun) {
    took(READ, begun);
  }

  void refused(UnreadableFile.Reason reason, long begun) {
    took(Unreadable.code(reason), begun);
  }

  private void took(String outcome, long begun) {
    metrics
        .timer("gongkai.imports.reading", "outcome", outcome)
        .record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
  }

  void ended(ReadingProcess.Why why) {
    ended(why, 1);
  }

  private void ended(ReadingProcess.Why why, int more) {
    metrics
        .counter("gongkai.imports.readers.ended", "by", why.name().toLowerCase(Locale.ROOT))
        .increment(more);
  }
}
