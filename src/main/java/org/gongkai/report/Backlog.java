package org.gongkai.report;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.gongkai.platform.BackgroundWork.Background;
import org.gongkai.platform.Moments;
import org.gongkai.platform.WriteGate;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;

/**
 * How much waits to be folded into the sums of rollups, which every reader adds. Where it is as
 * much as readers can add in good time, writers wait or are told to come again: readers never are.
 *
 * <p>It is counted each second, and whenever this instance has folded above; what it appends or
 * folds below meanwhile is reckoned at once, what others do is known a second later.
 */
@Singleton
public class Backlog {

  /** What waits for the sums below provinces is read by its region, never all of it. */
  private static final int TIMES_BELOW = 5;

  /** A row of what is expected is one number, of what reports say a hundred. */
  private static final int TIMES_EXPECTED = 10;

  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  /** How long a bulk request waits for room before its reports are refused. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final DeltaStore store;
  private final Clock clock;
  private final WriteGate gate;
  private final int most;
  private final Counter refused;
  private final Counter slowed;
  private volatile DeltaStore.Waiting known = new DeltaStore.Waiting(0, 0, 0, null);

  Backlog(
      DeltaStore store,
      Clock clock,
      MeterRegistry metrics,
      WriteGate gate,
      ReportSettings settings) {
    this.gate = gate;
    this.store = store;
    this.clock = clock;
    this.most = settings.rollup().maxWaiting();
    this.refused = metrics.counter("gongkai.rollup.writes.refused");
    this.slowed = metrics.counter("gongkai.rollup.writes.slowed");
    metrics.gauge("gongkai.rollup.waiting", this, b -> b.known.above());
    metrics.gauge("gongkai.rollup.waiting.below", this, b -> b.known.below());
    metrics.gauge("gongkai.rollup.waiting.expected", this, b -> b.known.expected());
    metrics.gauge(
        "gongkai.rollup.waiting.seconds",
        this,
        m -> Moments.secondsSince(m.known.oldest(), m.clock));
  }

  /** Whether as much waits as may. */
  public boolean isFull() {
    DeltaStore.Waiting now = known;
    return now.above() >= most
        || now.below() >= (long) TIMES_BELOW * most
        || now.expected() >= (long) TIMES_EXPECTED * most;
  }

  /**
   * Whether so much waits for the sums below provinces that it should be folded even under load.
   */
  public boolean isDeepBelow() {
    return known.below() >= most / 2;
  }

  /**
   * Refuses to write where as much waits as may, and where nothing may be written.
   *
   * @throws ProblemException {@code service-unavailable}, to be tried again, or what {@link
   *     WriteGate} says
   */
  public void requireRoom() {
    gate.requireOpen();
    if (isFull()) {
      refused.increment();
      throw ProblemException.of(
              ProblemType.SERVICE_UNAVAILABLE,
              "等待计入汇总的变更过多，暂不接收新的变更；数据未改变，请稍后重试。",
              "Too many changes wait to be added to the sums; nothing was changed, try again"
                  + " later.")
          .withHeader("Retry-After", "2");
    }
  }

  /** Waits until there is room, half a minute at most. No transaction may be open. */
  public void awaitRoom() {
    if (!isFull()) {
      return;
    }
    slowed.increment();
    long begin = System.nanoTime();
    while (isFull() && System.nanoTime() - begin < PATIENCE.toNanos()) {
      try {
        TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Adds what was appended just now. */
  void grown(int rows) {
    DeltaStore.Waiting k = known;
    known = new DeltaStore.Waiting(k.above() + rows, k.below(), k.expected(), k.oldest());
  }

  /** Takes away what was folded just now into the sums below; it is counted within a second. */
  public void foldedBelow(int rows) {
    DeltaStore.Waiting k = known;
    long left = Math.max(0, k.below() - rows);
    known = new DeltaStore.Waiting(k.above(), left, k.expected(), k.oldest());
  }

  /** Counts anew. */
  @Background
  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  public void count() {
    known = store.waiting(most, (long) TIMES_BELOW * most, (long) TIMES_EXPECTED * most);
  }
}
