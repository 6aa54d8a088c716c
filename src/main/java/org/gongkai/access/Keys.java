package org.gongkai.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.registry.Registry;
import org.jboss.logging.Logger;

/** Makes, shows and revokes keys, as far as the caller may. */
@ApplicationScoped
class Keys {

  /** A new key with its text, which is shown once. */
  record Issued(ApiKey key, KeyText text) {}

  private static final Logger LOG = Logger.getLogger(Keys.class);

  private final KeyStore store;
  private final KeyQuery query;
  private final Access access;
  private final Registry registry;
  private final Clock clock;

  Keys(KeyStore store, KeyQuery query, Access access, Registry registry, Clock clock) {
    this.store = store;
    this.query = query;
    this.access = access;
    this.registry = registry;
    this.clock = clock;
  }

  @Transactional
  Issued issue(NewKey wanted) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    wanted.requireConsistent(now);
    Optional<String> place = placeOf(wanted);
    access.note(wanted.organ(), place);
    if (!access.permissions().mayKeep(wanted.role(), place)) {
      throw ProblemException.of(ProblemType.FORBIDDEN);
    }
    Issued issued = insert(wanted, place, now, Optional.empty());
    LOG.infof(
        "Key %s of role %s was made by %s",
        issued.key().prefix(), wanted.role().code(), access.current().authorName());
    return issued;
  }

  /**
   * Adds a key that the caller may make.
   *
   * @param rotatedFrom the key that it replaces, if any
   */
  Issued insert(NewKey wanted, Optional<String> place, Instant now, Optional<UUID> rotatedFrom) {
    return insert(List.of(new Place(wanted, place)), now, rotatedFrom).getFirst();
  }

  /**
   * A key that is wanted.
   *
   * @param region where its organ is, or what it is bound to
   */
  record Place(NewKey wanted, Optional<String> region) {}

  /** Likewise many that are alike but for their organs, in their order. */
  List<Issued> insert(List<Place> wanted, Instant now, Optional<UUID> rotatedFrom) {
    Optional<Caller> caller = Optional.of(access.current());
    Issued[] issued = new Issued[wanted.size()];
    List<Integer> missing = IntStream.range(0, issued.length).boxed().toList();
    while (!missing.isEmpty()) {
      for (int i : missing) {
        KeyText text = KeyText.random();
        Place its = wanted.get(i);
        issued[i] =
            new Issued(ApiKey.of(text, its.wanted(), its.region(), now, caller, rotatedFrom), text);
      }
      Set<UUID> added = store.insert(missing.stream().map(i -> issued[i].key()).toList(), caller);
      // a prefix that another key has by chance
      missing = missing.stream().filter(i -> !added.contains(issued[i].key().id())).toList();
    }
    return List.of(issued);
  }

  private Optional<String> placeOf(NewKey wanted) {
    if (wanted.organ() != null) {
      return Optional.of(registry.regionOfNamed(wanted.organ(), "/organ"));
    }
    if (wanted.region() != null) {
      registry.requireRegion(wanted.region(), "/region");
    }
    return Optional.ofNullable(wanted.region());
  }

  /** A key that the caller may see. Others answer 404, as if they did not exist. */
  ApiKey get(UUID id) {
    return store
        .byId(id)
        .filter(key -> access.permissions().mayKeep(key.role(), key.place()))
        .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
  }

  @Transactional
  void revoke(UUID id) {
    if (get(id).role() == Role.ADMIN) {
      store.lockAdmins();
    }
    ApiKey key = get(id);
    access.note(key.organ().orElse(null), key.place());
    Instant now = clock.instant();
    if (key.isConfigured()) {
      throw ConfiguredKey.unchangeable();
    }
    if (key.role() == Role.ADMIN && key.isLiveAt(now) && !store.hasLiveAdminBut(id, now)) {
      throw ProblemException.of(
          ProblemType.STATE_CONFLICT,
          "这是最后一个有效的管理员密钥；请先创建另一个。",
          "This is the last working key of an administrator; make another one first.");
    }
    store.revoke(id, now, Optional.of(access.current()));
    LOG.infof("Key %s was revoked by %s", key.prefix(), access.current().authorName());
  }

  long count(KeyQuery.Filter filter) {
    return query.count(filter);
  }

  List<ApiKey> page(KeyQuery.Filter filter, Optional<KeyQuery.Position> after, int limit) {
    return query.page(filter, after, limit);
  }

  /** The region for which the caller manages keys; empty for an administrator, who manages all. */
  Optional<String> keeper() {
    Caller caller = access.current();
    return caller.isAdmin() ? Optional.empty() : caller.region();
  }

  ApiKey.KeyState stateOf(ApiKey key) {
    return key.isConfigured() && key.revokedAt().isEmpty()
        ? ApiKey.KeyState.LIVE
        : key.stateAt(clock.instant());
  }
}
