package org.gongkai.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.gongkai.access.Caller;
import org.gongkai.platform.Sql;
import org.gongkai.registry.OrganSql;
import org.jspecify.annotations.Nullable;

/**
 * Writes the audit log. Insert-only: no update or delete exists, and the service's role lacks the
 * right.
 */
@Singleton
class AuditStore {

  private static final String INSERT =
      """
      INSERT INTO audit (at, action, outcome, status, problem, role, caller, caller_organ, caller_region, organ, region,
        report, method, path, address, lines, organs, reports, problems, first)
      SELECT :at, action, outcome, status, problem, role, caller, caller_organ,
        coalesce(caller_region, (SELECT p.region FROM %s AS p)),
        organ, region, report, method, path, address,
        (of_lines ->> 'count')::integer,
        CASE WHEN of_lines IS NOT NULL THEN ARRAY(SELECT jsonb_array_elements_text(of_lines -> 'organs')) END,
        CASE WHEN of_lines IS NOT NULL THEN ARRAY(SELECT jsonb_array_elements_text(of_lines -> 'reports')::bigint) END,
        of_lines -> 'problems', of_lines -> 'first'
      FROM unnest(:actions, :outcomes, :statuses, :problems, :roles, :callers, :callerOrgans, :callerRegions, :organs,
          :regions, :reports, :methods, :paths, :addresses, :lines::jsonb[])
        WITH ORDINALITY AS a (action, outcome, status, problem, role, caller, caller_organ, caller_region, organ, region,
          report, method, path, address, of_lines, place)
      ORDER BY place
      """
          .formatted(OrganSql.regionOn("caller_organ", ":today"));

  private static final int LONGEST = 1000;

  private final Sql sql;
  private final Clock clock;
  private final ObjectMapper mapper;

  AuditStore(Sql sql, Clock clock, ObjectMapper mapper) {
    this.sql = sql;
    this.clock = clock;
    this.mapper = mapper;
  }

  /** Joins the transaction at hand, if any. */
  void add(List<AuditEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    sql.statement(INSERT)
        .bind("at", clock.instant())
        .bind("today", LocalDate.now(clock))
        .bind("actions", texts(entries, AuditEntry::action))
        .bind("outcomes", texts(entries, e -> e.done() ? "done" : "refused"))
        .bind("statuses", entries.stream().mapToInt(AuditEntry::status).toArray())
        .bind("problems", texts(entries, AuditEntry::problem))
        .bind("roles", texts(entries, e -> e.caller().map(c -> c.role().code()).orElse(null)))
        .bind("callers", texts(entries, e -> e.caller().map(Caller::authorName).orElse(null)))
        .bind("callerOrgans", texts(entries, e -> e.caller().flatMap(Caller::organ).orElse(null)))
        .bind("callerRegions", texts(entries, e -> e.caller().flatMap(Caller::region).orElse(null)))
        .bind("organs", texts(entries, AuditEntry::organ))
        .bind("regions", texts(entries, AuditEntry::region))
        .bind("reports", entries.stream().map(AuditEntry::report).toArray(Long[]::new))
        .bind("methods", texts(entries, AuditEntry::method))
        .bind("paths", texts(entries, AuditStore::path))
        .bind("addresses", texts(entries, AuditEntry::address))
        .bind("lines", texts(entries, this::lines))
        .send();
  }

  private static String path(AuditEntry entry) {
    return entry.path().substring(0, Math.min(LONGEST, entry.path().length()));
  }

  private @Nullable String lines(AuditEntry entry) {
    try {
      return entry.lines() == null ? null : mapper.writeValueAsString(entry.lines());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] texts(List<AuditEntry> entries, Function<AuditEntry, String> column) {
    return entries.stream().map(column).toArray(String[]::new);
  }
}
