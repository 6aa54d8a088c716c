package org.gongkai.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.platform.Sql;

/** Keeps the dates that regions set. */
@ApplicationScoped
class CalendarStore {

  static final String ORGAN = "organ";
  static final String GOVERNMENT = "government";

  private static final String IN_FORCE =
      """
      SELECT asked.scope_group, legal_due(?, asked.scope_group), earliest.due, earliest.region, r.name, own.due
      FROM unnest(?) AS asked (scope_group)
      LEFT JOIN LATERAL (
        SELECT d.due, d.region
        FROM region_within w
        JOIN due_date d ON d.region = w.within AND d.year = ? AND d.scope_group = asked.scope_group
        WHERE w.region = ? AND d.due < legal_due(?, asked.scope_group)
        ORDER BY d.due, w.depth DESC
        LIMIT 1) AS earliest ON true
      LEFT JOIN region r ON r.code = earliest.region
      LEFT JOIN due_date own ON own.year = ? AND own.region = ? AND own.scope_group = asked.scope_group
      """;

  private static final String REVISION =
      "SELECT revision FROM calendar WHERE region = ? AND year = ?";

  /** Waits for whoever sets dates of the same region and year at the same moment. */
  private static final String MAKE_ROOM =
      """
      INSERT INTO calendar (region, year, author, changed_at) VALUES (?, ?, ?, ?)
      ON CONFLICT (region, year) DO NOTHING
      """;

  private static final String LOCK =
      "SELECT revision FROM calendar WHERE region = ? AND year = ? FOR UPDATE";

  private static final String FORGET = "DELETE FROM due_date WHERE year = ? AND region = ?";

  private static final String PUT =
      """
      INSERT INTO due_date (region, year, scope_group, due)
      SELECT ?, ?, stated.scope_group, stated.due
      FROM (VALUES ('organ', CAST(? AS date)), ('government', CAST(? AS date))) AS stated (scope_group, due)
      WHERE stated.due IS NOT NULL
      """;

  private static final String REVISE =
      """
      UPDATE calendar SET revision = revision + 1, author = ?, changed_at = ?
      WHERE region = ? AND year = ?
      """;

  private final Sql sql;

  CalendarStore(Sql sql) {
    this.sql = sql;
  }

  RegionCalendar inForce(String region, int year) {
    Map<String, DueDate> dates = new HashMap<>();
    Object groups = new String[] {ORGAN, GOVERNMENT};
    sql.list(
        IN_FORCE,
        row -> dates.put(row.getString(1), dueDate(row)),
        year,
        groups,
        year,
        region,
        year,
        year,
        region);
    return new RegionCalendar(dates.get(ORGAN), dates.get(GOVERNMENT));
  }

  /** The strong entity tag of what the region itself has set. */
  String tag(String region, int year) {
    return sql.first(REVISION, CalendarStore::tag, region, year).orElse("\"0\"");
  }

  /** As {@link #tag}, and holds off other writers until the transaction ends. */
  String lock(String region, int year, String author, Instant now) {
    sql.update(MAKE_ROOM, region, year, author, moment(now));
    return sql.first(LOCK, CalendarStore::tag, region, year).orElseThrow();
  }

  void put(String region, int year, CalendarForm dates, String author, Instant now) {
    sql.update(FORGET, year, region);
    sql.update(PUT, region, year, dates.organ(), dates.government());
    sql.update(REVISE, author, moment(now), region, year);
  }

  static OffsetDateTime moment(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static String tag(ResultSet row) throws SQLException {
    return '"' + row.getString(1) + '"';
  }

  private static DueDate dueDate(ResultSet row) throws SQLException {
    LocalDate legal = row.getObject(2, LocalDate.class);
    LocalDate local = row.getObject(3, LocalDate.class);
    return new DueDate(
        local == null ? legal : local,
        legal,
        local == null ? DueSource.LEGAL : DueSource.REGION,
        row.getString(4),
        row.getString(5),
        row.getObject(6, LocalDate.class));
  }
}
