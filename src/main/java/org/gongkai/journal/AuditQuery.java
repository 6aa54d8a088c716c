package org.gongkai.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Sql;
import org.jspecify.annotations.Nullable;

/** Reads the audit log, newest first. */
@Singleton
class AuditQuery {

  private static final String PAGE =
      """
      SELECT a.id, a.at, a.action, a.outcome, a.status, a.problem, a.role, a.caller, a.organ, a.region, a.report,
        a.method, a.path, a.address, a.lines, a.organs, a.reports, a.problems, a.first
      FROM audit a
      WHERE (:visible::text IS NULL
          OR a.region IN (SELECT w.region FROM region_within w WHERE w.within = :visible)
          OR a.caller_region IN (SELECT w.region FROM region_within w WHERE w.within = :visible))
        AND (:region::text IS NULL
          OR a.region IN (SELECT w.region FROM region_within w WHERE w.within = :region)
          OR a.caller_region IN (SELECT w.region FROM region_within w WHERE w.within = :region))
        AND (:organ::text IS NULL OR a.organ = :organ OR a.caller_organ = :organ OR :organ = ANY (a.organs))
        AND (:report::bigint IS NULL OR a.report = :report OR a.reports @> ARRAY[:report::bigint])
        AND (:outcome::text IS NULL OR a.outcome = :outcome)
        AND (:from::timestamptz IS NULL OR a.at >= :from)
        AND (:to::timestamptz IS NULL OR a.at < :to)
        AND (:before::bigint IS NULL OR a.id < :before)
      ORDER BY a.id DESC
      LIMIT :limit
      """;

  /**
   * Which entries; null: any.
   *
   * @param visible the region that the caller may see, with all below it; null: all
   * @param before only entries before this one
   */
  record Filter(
      @Nullable String visible,
      @Nullable String region,
      @Nullable String organ,
      @Nullable Long report,
      @Nullable String outcome,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Long before) {}

  private static final TypeReference<TreeMap<String, Integer>> COUNTS = new TypeReference<>() {};
  private static final TypeReference<List<AuditLines.Refused>> LINES = new TypeReference<>() {};

  private final Sql sql;
  private final ObjectMapper mapper;

  AuditQuery(Sql sql, ObjectMapper mapper) {
    this.sql = sql;
    this.mapper = mapper;
  }

  List<AuditView> page(Filter filter, int limit) {
    return sql.statement(PAGE)
        .bind("visible", filter.visible())
        .bind("region", filter.region())
        .bind("organ", filter.organ())
        .bind("report", filter.report())
        .bind("outcome", filter.outcome())
        .bind("from", filter.from())
        .bind("to", filter.to())
        .bind("before", filter.before())
        .bind("limit", limit)
        .list(this::view);
  }

  private AuditView view(ResultSet row) throws SQLException {
    return new AuditView(
        row.getLong("id"),
        Sql.instant(row, "at"),
        row.getString("action"),
        Parameters.choice(row.getString("outcome"), AuditEntry.AuditOutcome.class).orElseThrow(),
        row.getInt("status"),
        row.getString("problem"),
        row.getString("role"),
        row.getString("caller"),
        row.getString("organ"),
        row.getString("region"),
        row.getObject("report", Long.class),
        row.getString("method"),
        row.getString("path"),
        row.getString("address"),
        row.getObject("lines", Integer.class),
        array(row, "organs", String[].class),
        array(row, "reports", Long[].class),
        json(row.getString("problems"), COUNTS),
        json(row.getString("first"), LINES));
  }

  private static <T> @Nullable List<T> array(ResultSet row, String column, Class<T[]> type)
      throws SQLException {
    Array array = row.getArray(column);
    return array == null ? null : List.of(type.cast(array.getArray()));
  }

  private <T> @Nullable T json(@Nullable String stored, TypeReference<T> type) {
    try {
      return stored == null ? null : mapper.readValue(stored, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
