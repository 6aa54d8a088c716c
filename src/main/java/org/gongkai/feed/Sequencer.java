package org.gongkai.feed;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.gongkai.platform.BackgroundWork.Background;
import org.gongkai.platform.ReadOnlyMode;

/**
 * Gives committed changes their positions. One transaction of all instances does so at a time, and
 * holds its lock until its positions are committed: so no change ever appears at or before a
 * position that a reader has seen.
 */
@ApplicationScoped
public class Sequencer {

  private final OutboxStore outbox;
  private final ReadOnlyMode readOnly;

  Sequencer(OutboxStore outbox, ReadOnlyMode readOnly) {
    this.readOnly = readOnly;
    this.outbox = outbox;
  }

  /**
   * Makes sure that every change committed before has its position. A change that another instance
   * is moving still stands in the outbox, so this waits for it. Joins a transaction that runs
   * already: a full pool could not give a second connection.
   */
  @Transactional
  public void catchUp() {
    if (!readOnly.isOn() && outbox.hasChanges()) {
      outbox.lock();
      outbox.move();
    }
  }

  /** Does nothing while another instance holds the lock. */
  @Background
  @Scheduled(every = "{gongkai.feed.every}", concurrentExecution = ConcurrentExecution.SKIP)
  @Transactional(TxType.REQUIRES_NEW)
  public void keepUp() {
    if (outbox.hasChanges() && outbox.tryLock()) {
      outbox.move();
    }
  }
}
