package org.gongkai.feed;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.gongkai.platform.Sql;

/**
 * Gives committed changes their positions. One transaction at a time does so, on whatever instance,
 * and it holds its lock until its positions are there for all to see: therefore nothing ever comes
 * to stand at or before a position that was seen.
 */
@ApplicationScoped
public class Sequencer {

  private static final long LOCK = 0x676f6e676b616906L;

  private static final String IS_WAITED_FOR = "SELECT 1 FROM outbox LIMIT 1";

  private static final String WAIT = "SELECT pg_advisory_xact_lock(?)";

  private static final String TRY = "SELECT pg_try_advisory_xact_lock(?)";

  /** A statement of its own after the lock, so that it sees what was committed until then. */
  private static final String MOVE =
      """
      WITH taken AS (DELETE FROM outbox RETURNING *)
      INSERT INTO change (at, kind, report, organ, year, scope, region, revision, state, moved_from, moved_to, published)
      SELECT at, kind, report, organ, year, scope, region, revision, state, moved_from, moved_to, published FROM taken ORDER BY id
      """;

  private final Sql sql;

  Sequencer(Sql sql) {
    this.sql = sql;
  }

  /**
   * Makes sure that all that was committed before has its position. What another instance is about
   * to move is still seen in the outbox, and so waited for. Within a transaction it is part of that
   * one: a second connection while one is held is what a full pool cannot give.
   */
  @Transactional
  public void catchUp() {
    if (isWaitedFor()) {
      sql.first(WAIT, row -> true, LOCK);
      sql.update(MOVE);
    }
  }

  /** Leaves it to another instance where one is at it already. */
  @Scheduled(every = "{gongkai.feed.every}", concurrentExecution = ConcurrentExecution.SKIP)
  @Transactional(TxType.REQUIRES_NEW)
  public void keepUp() {
    if (isWaitedFor() && sql.first(TRY, row -> row.getBoolean(1), LOCK).orElse(false)) {
      sql.update(MOVE);
    }
  }

  private boolean isWaitedFor() {
    return sql.first(IS_WAITED_FOR, row -> true).isPresent();
  }
}
