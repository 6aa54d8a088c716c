package org.gongkai.rollup;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.gongkai.platform.Sql;

/**
 * Folds what has changed into the sums, by one transaction at a time, on whatever instance. When it
 * dies nothing has happened; while it works readers see either all of a batch folded or nothing.
 */
@ApplicationScoped
class Folding {

  /**
   * Large enough that the rows of the nation are not written for each report, small enough to be
   * short.
   */
  private static final int BATCH = 4000;

  private static final long LOCK = 0x676f6e676b616907L;

  private static final String TRY = "SELECT pg_try_advisory_xact_lock(?)";

  private static final String WAIT = "SELECT pg_advisory_xact_lock(?)";

  private final Sql sql;
  private final FoldStore store;

  Folding(Sql sql, FoldStore store) {
    this.sql = sql;
    this.store = store;
  }

  /** Leaves it to another instance where one is at it already. */
  @Scheduled(every = "{gongkai.rollup.fold-every}", concurrentExecution = ConcurrentExecution.SKIP)
  void keepUp() {
    while (foldSome()) {
      // until less than a batch is left
    }
  }

  /**
   * Folds a batch.
   *
   * @return whether there may be more
   */
  boolean foldSome() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                sql.first(TRY, row -> row.getBoolean(1), LOCK).orElse(false)
                    && (store.foldReports(BATCH) == BATCH | store.foldDuties(BATCH) == BATCH));
  }

  /** Makes folding wait until the transaction at hand has ended. */
  void hold() {
    sql.first(WAIT, row -> true, LOCK);
  }
}
