package org.gongkai.journal;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.platform.BackgroundWork.Background;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;

/**
 * Lets one execution at a time work on a request, among all instances, however long it takes, and
 * without a connection of its own. The leases of an instance that crashes expire.
 */
@Singleton
class Leases {

  private final LeaseStore store;
  private final Duration length;

  /** Leases of work in progress on this instance. */
  private final Set<UUID> atWork = ConcurrentHashMap.newKeySet();

  Leases(LeaseStore store, JournalSettings settings) {
    this.store = store;
    this.length = settings.lease();
  }

  /**
   * Takes the lease of a request in the transaction at hand; empty where another execution holds
   * it.
   */
  Optional<Lease> take(RequestName name) {
    UUID holder = UUID.randomUUID();
    return store.take(name.id(), holder, length) ? Optional.of(new Held(holder)) : Optional.empty();
  }

  @Background
  @Scheduled(
      every = "{gongkai.idempotency.renew-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void renew() {
    List<UUID> wanted = List.copyOf(atWork);
    if (!wanted.isEmpty()) {
      List<UUID> held = store.renew(wanted, length);
      wanted.stream().filter(holder -> !held.contains(holder)).forEach(atWork::remove);
    }
  }

  @Background
  @Scheduled(every = "{gongkai.idempotency.clean-every}", delayed = "1m")
  void forget() {
    store.forget();
  }

  private final class Held implements Lease {

    private final UUID holder;

    Held(UUID holder) {
      this.holder = holder;
    }

    @Override
    public void begin() {
      atWork.add(holder);
    }

    @Override
    public void requireHeld() {
      if (!atWork.contains(holder)) {
        throw ProblemException.of(ProblemType.REQUEST_IN_FLIGHT);
      }
    }

    @Override
    public void close() {
      atWork.remove(holder);
      store.release(holder);
    }
  }
}
