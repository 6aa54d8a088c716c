package org.gongkai.tally;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.IntSupplier;
import org.gongkai.platform.BackgroundWork;
import org.gongkai.platform.BackgroundWork.Background;
import org.gongkai.platform.StatementTimeout;
import org.gongkai.report.Backlog;

/**
 * Folds what has changed into the sums, by one transaction at a time, on whatever instance. When it
 * dies nothing has happened; while it works readers see either all of a batch folded or nothing.
 *
 * <p>What all readers of the nation and of a province must add is folded first. What is then left
 * for the sums below is read by few, each of whom reads only what is of his region; it is folded
 * when {@link FoldSchedule} says so. Reports that come one by one are of as many regions, whose
 * sums would be written again for each: that was the larger part of what a filing cost the
 * database.
 */
@ApplicationScoped
class Folding {

  /**
   * Large enough that the rows of the nation are not written for each report, small enough to be
   * short.
   */
  private static final int BATCH = 5000;

  /** Every row of sums that it touches is in memory, and below there are many. */
  private static final int BATCH_BELOW = 2000;

  private static final int LONGEST_SECONDS = 600;

  private final FoldStore store;
  private final FoldBatches batches;
  private final Backlog backlog;
  private final StatementTimeout timeout;
  private final BackgroundWork work;
  private final FoldSchedule schedule = new FoldSchedule(System::nanoTime);

  Folding(
      FoldStore store,
      FoldBatches batches,
      Backlog backlog,
      StatementTimeout timeout,
      BackgroundWork work) {
    this.store = store;
    this.batches = batches;
    this.backlog = backlog;
    this.timeout = timeout;
    this.work = work;
  }

  /** Leaves it to another instance where one is at it already. */
  @Background
  @Scheduled(every = "{gongkai.rollup.fold-every}", concurrentExecution = ConcurrentExecution.SKIP)
  void keepUp() {
    int above = foldAbove();
    if (above >= BATCH) {
      above = foldAbove(); // it took a while: what came meanwhile says whether it is quiet
    }
    boolean isTime = schedule.begins(above, backlog.isDeepBelow());
    while (isTime && !work.stops()) {
      if (foldSomeBelow() == 0) {
        schedule.done();
        return;
      }
      above = foldAbove(); // what came meanwhile goes first
      isTime = schedule.goesOn(above, backlog.isDeepBelow());
    }
  }

  private int foldAbove() {
    int all = 0;
    int some = BATCH;
    while (some >= BATCH && !work.stops()) {
      some = foldSome();
      all += some;
    }
    return all;
  }

  /** Folds all that waits; takes turns with other instances. */
  void foldAll() {
    while (folded(true, this::above) + folded(true, this::below) > 0) {
      // until nothing is left
    }
    backlog.count();
  }

  /**
   * Folds a batch into the sums of the nation and of provinces.
   *
   * @return how many changes it was
   */
  int foldSome() {
    int changes = folded(false, this::above);
    if (changes > 0) {
      backlog.count(); // who waits for room has some
    }
    return changes;
  }

  /** The same into the sums below, of what is in those above. */
  int foldSomeBelow() {
    int changes = folded(false, this::below);
    backlog.foldedBelow(changes);
    return changes;
  }

  private int above() {
    return batches.foldReports(BATCH) + batches.foldExpected(BATCH);
  }

  private int below() {
    return batches.foldBelow(BATCH_BELOW);
  }

  private int folded(boolean waits, IntSupplier batch) {
    return QuarkusTransaction.requiringNew()
        .timeout(LONGEST_SECONDS)
        .call(
            () -> {
              timeout.lengthen();
              if (waits) {
                hold();
                return batch.getAsInt();
              }
              return store.tryLock() ? batch.getAsInt() : 0;
            });
  }

  /** Makes folding wait until the transaction at hand has ended. */
  void hold() {
    store.lock();
  }
}
