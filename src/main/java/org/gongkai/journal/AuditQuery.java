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
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import org.gongkai.platform.Sql;

/** Reads the audit, newest first. */
@Singleton
class AuditQuery {

  private static final String PAGE =
      """
      SELECT a.id, a.at, a.action, a.outcome, a.status, a.problem, a.role, a.caller, a.organ, a.region, a.report,
        a.method, a.path, a.address, a.lines, a.organs, a.reports, a.problems::text, a.first::text
      FROM audit a
      WHERE (?::text IS NULL
          OR a.region IN (SELECT w.region FROM region_within w WHERE w.within = ?)
          OR a.caller_region IN (SELECT w.region FROM region_within w WHERE w.within = ?))
        AND (?::text IS NULL
          OR a.region IN (SELECT w.region FROM region_within w WHERE w.within = ?)
          OR a.caller_region IN (SELECT w.region FROM region_within w WHERE w.within = ?))
        AND (?::text IS NULL OR a.organ = ? OR a.caller_organ = ? OR ? = ANY (a.organs))
        AND (?::bigint IS NULL OR a.report = ? OR a.reports @> ARRAY[?::bigint])
        AND (?::text IS NULL OR a.outcome = ?)
        AND (?::timestamptz IS NULL OR a.at >= ?)
        AND (?::timestamptz IS NULL OR a.at < ?)
        AND (?::bigint IS NULL OR a.id < ?)
      ORDER BY a.id DESC
      LIMIT ?
      """;

  /**
   * What is asked for; null: any.
   *
   * @param visible the region, with all below it, that the caller may see
   * @param before only entries before this one
   */
  record Filter(
      String visible,
      String region,
      String organ,
      Long report,
      String outcome,
      Instant from,
      Instant to,
      Long before) {}

  private static final TypeReference<TreeMap<String, Integer>> COUNTS = new TypeReference<>() {};
  private static final TypeReference<List<AuditLines.Refused>> LINES = new TypeReference<>() {};

  private final Sql sql;
  private final ObjectMapper mapper;

  AuditQuery(Sql sql, ObjectMapper mapper) {
    this.sql = sql;
    this.mapper = mapper;
  }

  List<AuditView> page(Filter filter, int limit) {
    OffsetDateTime from = time(filter.from());
    OffsetDateTime to = time(filter.to());
    return sql.list(
        PAGE,
        this::view,
        filter.visible(),
        filter.visible(),
        filter.visible(),
        filter.region(),
        filter.region(),
        filter.region(),
        filter.organ(),
        filter.organ(),
        filter.organ(),
        filter.organ(),
        filter.report(),
        filter.report(),
        filter.report(),
        filter.outcome(),
        filter.outcome(),
        from,
        from,
        to,
        to,
        filter.before(),
        filter.before(),
        limit);
  }

  private static OffsetDateTime time(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private AuditView view(ResultSet row) throws SQLException {
    return new AuditView(
        row.getLong(1),
        row.getObject(2, OffsetDateTime.class).toInstant(),
        row.getString(3),
        row.getString(4),
        row.getInt(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10),
        row.getObject(11, Long.class),
        row.getString(12),
        row.getString(13),
        row.getString(14),
        row.getObject(15, Integer.class),
        array(row, 16, String[].class),
        array(row, 17, Long[].class),
        json(row.getString(18), COUNTS),
        json(row.getString(19), LINES));
  }

  private static <T> List<T> array(ResultSet row, int column, Class<T[]> type) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? null : List.of(type.cast(array.getArray()));
  }

  private <T> T json(String stored, TypeReference<T> type) {
    try {
      return stored == null ? null : mapper.readValue(stored, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
