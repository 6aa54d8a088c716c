package org.gongkai.access;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.gongkai.platform.Sql;

/** Writes the audit. There is nothing here to change it with, nor may the service's role. */
@Singleton
class AuditStore {

  private static final String INSERT =
      """
      INSERT INTO audit (at, action, outcome, status, problem, role, caller, caller_organ, caller_region, organ, region,
        report, method, path, address)
      SELECT ?, ?, ?, ?, ?, ?, ?, who.organ,
        coalesce(?, (
          SELECT v.region FROM organ_version v WHERE v.organ = who.organ ORDER BY v.valid_from DESC LIMIT 1)),
        ?, ?, ?, ?, ?, ?
      FROM (SELECT ?::text) AS who (organ)
      """;

  private static final int LONGEST = 1000;

  private final Sql sql;
  private final Clock clock;

  AuditStore(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** In the transaction at hand, where there is one. */
  void add(AuditEntry entry) {
    Optional<Caller> caller = entry.caller();
    sql.update(
        INSERT,
        OffsetDateTime.now(clock),
        entry.action(),
        entry.done() ? "done" : "refused",
        entry.status(),
        entry.problem(),
        caller.map(c -> c.role().code()).orElse(null),
        caller.map(Caller::authorName).orElse(null),
        caller.flatMap(Caller::region).orElse(null),
        entry.organ(),
        entry.region(),
        entry.report(),
        entry.method(),
        entry.path().substring(0, Math.min(LONGEST, entry.path().length())),
        entry.address(),
        caller.flatMap(Caller::organ).orElse(null));
  }
}
