package org.gongkai.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** How long something took, in rounds: the median of the rounds' medians counts. */
final class Latencies {

  private static final long LONGEST = 600_000_000_000L;

  private final List<Histogram> rounds = new ArrayList<>();
  private final Histogram all = new Histogram(LONGEST, 3);

  /** What is timed. */
  interface Act {
    void run() throws IOException, java.sql.SQLException;
  }

  void nextRound() {
    rounds.add(new Histogram(LONGEST, 3));
  }

  void time(Act act) throws IOException, java.sql.SQLException {
    long begin = System.nanoTime();
    act.run();
    add(System.nanoTime() - begin);
  }

  void add(long nanos) {
    if (rounds.isEmpty()) {
      nextRound();
    }
    rounds.getLast().recordValue(nanos);
    all.recordValue(nanos);
  }

  /** Adds what another thread has measured in the same round. */
  void add(Latencies other) {
    if (rounds.isEmpty()) {
      nextRound();
    }
    rounds.getLast().add(other.all);
    all.add(other.all);
  }

  long count() {
    return all.getTotalCount();
  }

  /** The median of the rounds' medians, in milliseconds. */
  double median() {
    return Median.of(
        rounds.stream()
            .filter(round -> round.getTotalCount() > 0)
            .map(round -> round.getValueAtPercentile(50) / 1e6)
            .toList());
  }

  /** Over all rounds, in milliseconds. */
  double p99() {
    return all.getValueAtPercentile(99) / 1e6;
  }

  double mean() {
    return all.getMean() / 1e6;
  }
}
