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
import org.gongkai.problem.Violation;
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
   * What became of the key of one organ.
   *
   * @param organ with its name and region, or by its code alone where it is not registered
   * @param issued null where it was refused
   * @param refusal why it was, or null
   */
  record Made(OrganKeyStore.Owner organ, Keys.Issued issued, ProblemException refusal) {}

  /**
   * What became of all of them.
   *
   * @param more whether the region has other organs without a key, beyond what is made at once
   */
  record Lot(List<Made> made, boolean more) {}

  @Transactional
  Lot issue(OrganKeysForm wanted) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    wanted.requireConsistent(now);
    List<OrganKeyStore.Owner> owners =
        wanted.organs() == null
            ? without(wanted.region(), now)
            : store.named(wanted.organs(), today());
    boolean more = owners.size() > OrganKeysForm.MOST;
    Map<String, Boolean> permitted = new HashMap<>();
    List<Made> made = new ArrayList<>();
    List<Keys.Place> places = new ArrayList<>();
    for (OrganKeyStore.Owner owner : more ? owners.subList(0, OrganKeysForm.MOST) : owners) {
      ProblemException refusal = refusal(owner, permitted);
      made.add(new Made(owner, null, refusal));
      if (refusal == null) {
        places.add(new Keys.Place(wanted.keyOf(owner.organ()), Optional.of(owner.region())));
      }
    }
    List<Keys.Issued> issued = keys.insert(places, now, Optional.empty());
    Iterator<Keys.Issued> next = issued.iterator();
    made.replaceAll(
        each -> each.refusal() == null ? new Made(each.organ(), next.next(), null) : each);
    LOG.infof(
        "%d keys of role organ were made by %s", issued.size(), access.current().authorName());
    return new Lot(made, more);
  }

  private List<OrganKeyStore.Owner> without(String region, Instant now) {
    if (!mayKeep(region)) {
      throw ProblemException.of(ProblemType.FORBIDDEN);
    }
    if (!registry.regionExists(region)) {
      throw ProblemException.invalid(
          ProblemType.UNKNOWN_REGION,
          List.of(
              Violation.at("/region", "该行政区划没有登记。", "No region is registered under this code.")));
    }
    return store.withoutKey(region, today(), now, OrganKeysForm.MOST + 1);
  }

  private ProblemException refusal(OrganKeyStore.Owner owner, Map<String, Boolean> permitted) {
    if (owner.region() == null) {
      return ProblemException.of(ProblemType.UNKNOWN_ORGAN);
    }
    return permitted.computeIfAbsent(owner.region(), this::mayKeep)
        ? null
        : ProblemException.of(ProblemType.FORBIDDEN);
  }

  private boolean mayKeep(String region) {
    return access.permissions().mayKeep(Role.ORGAN, Optional.of(region));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
