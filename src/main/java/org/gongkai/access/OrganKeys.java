package org.gongkai.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.registry.Registry;
import org.jboss.logging.Logger;

/** Makes the keys of many organs in one transaction, each as if it were alone. */
@ApplicationScoped
class OrganKeys {

  private static final Logger LOG = Logger.getLogger(OrganKeys.class);

  private final OrganKeyStore store;
  private final Keys keys;
  private final Access access;
  private final Registry registry;
  private final Clock clock;

  OrganKeys(OrganKeyStore store, Keys keys, Access access, Registry registry, Clock clock) {
    this.store = store;
    this.keys = keys;
    this.access = access;
    this.registry = registry;
    this.clock = clock;
  }

  /**
   * What became of the key of one organ; that has its name and region, or its code alone where it
   * is not registered.
   */
  sealed interface Made {

    OrganKeyStore.Owner organ();
  }

  /** A key was made. */
  record Issued(OrganKeyStore.Owner organ, Keys.Issued key) implements Made {}

  /** No key was made. */
  record Refused(OrganKeyStore.Owner organ, ProblemException why) implements Made {}

  /**
   * What became of all of them.
   *
   * @param more whether the region has other organs without a key, beyond what is made at once
   */
  record Batch(List<Made> made, boolean more) {}

  @Transactional
  Batch issue(OrganKeysForm wanted) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    wanted.requireConsistent(now);
    List<OrganKeyStore.Owner> owners =
        wanted.organs() == null
            ? without(wanted.region(), now)
            : store.named(wanted.organs(), today());
    boolean more = owners.size() > OrganKeysForm.MOST;
    Map<String, Boolean> permitted = new HashMap<>();
    List<OrganKeyStore.Owner> asked = more ? owners.subList(0, OrganKeysForm.MOST) : owners;
    List<Optional<ProblemException>> refusals =
        asked.stream().map(owner -> refusal(owner, permitted)).toList();
    List<Keys.Place> places = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      if (refusals.get(i).isEmpty()) {
        OrganKeyStore.Owner owner = asked.get(i);
        places.add(
            new Keys.Place(wanted.keyOf(owner.organ()), Optional.ofNullable(owner.region())));
      }
    }
    List<Keys.Issued> issued = keys.insert(places, now, Optional.empty());
    Iterator<Keys.Issued> next = issued.iterator();
    List<Made> made = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      OrganKeyStore.Owner owner = asked.get(i);
      made.add(
          refusals
              .get(i)
              .<Made>map(why -> new Refused(owner, why))
              .orElseGet(() -> new Issued(owner, next.next())));
    }
    LOG.infof(
        "%d keys of role organ were made by %s", issued.size(), access.current().authorName());
    return new Batch(made, more);
  }

  private List<OrganKeyStore.Owner> without(String region, Instant now) {
    if (!mayKeep(region)) {
      throw ProblemException.of(ProblemType.FORBIDDEN);
    }
    registry.requireRegion(region, "/region");
    return store.withoutKey(region, today(), now, OrganKeysForm.MOST + 1);
  }

  private Optional<ProblemException> refusal(
      OrganKeyStore.Owner owner, Map<String, Boolean> permitted) {
    if (owner.region() == null) {
      return Optional.of(ProblemException.of(ProblemType.UNKNOWN_ORGAN));
    }
    return permitted.computeIfAbsent(owner.region(), this::mayKeep)
        ? Optional.empty()
        : Optional.of(ProblemException.of(ProblemType.FORBIDDEN));
  }

  private boolean mayKeep(String region) {
    return access.permissions().mayKeep(Role.ORGAN, Optional.of(region));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
