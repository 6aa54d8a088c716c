package org.gongkai.tally;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.gongkai.platform.BackgroundWork;
import org.gongkai.platform.BackgroundWork.Background;
import org.gongkai.platform.StatementTimeout;

/**
 * Makes all kept sums anew, region by region from below. Each is replaced in one transaction, so
 * that readers have what was kept until then, and never more to add than at any other time.
 */
@ApplicationScoped
class Rebuilding {

  private static final int LONGEST_SECONDS = 600;

  private final RebuildStore store;
  private final Folding folding;
  private final StatementTimeout timeout;
  private final Clock clock;
  private final BackgroundWork work;

  Rebuilding(
      RebuildStore store,
      Folding folding,
      StatementTimeout timeout,
      Clock clock,
      BackgroundWork work) {
    this.store = store;
    this.folding = folding;
    this.timeout = timeout;
    this.clock = clock;
    this.work = work;
  }

  /**
   * Enters every region.
   *
   * @return how many wait
   */
  @Transactional
  int rebuild() {
    timeout.lengthen();
    return store.enterAll();
  }

  @Background
  @Scheduled(every = "{gongkai.rollup.fold-every}", concurrentExecution = ConcurrentExecution.SKIP)
  void keepUp() {
    while (!work.stops() && rebuildOne()) {
      folding.foldSome(); // which had to wait
    }
  }

  /**
   * Makes the sums of the next region anew.
   *
   * @return whether there was one
   */
  boolean rebuildOne() {
    return QuarkusTransaction.requiringNew()
        .timeout(LONGEST_SECONDS)
        .call(
            () -> {
              if (store.next().isEmpty()) {
                return false;
              }
              timeout.lengthen();
              folding.hold();
              Optional<String> next = store.next();
              next.ifPresent(region -> store.rebuild(region, clock.instant()));
              return next.isPresent();
            });
  }
}
