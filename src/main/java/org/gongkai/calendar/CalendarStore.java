package org.gongkai.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.gongkai.platform.Sql;

/** Stores the dates that regions set. */
@ApplicationScoped
class CalendarStore {

  static final String ORGAN = "organ";
  static final String GOVERNMENT = "government";

  private static final String IN_FORCE =
      """
      SELECT asked.scope_group, legal_due(:year, asked.scope_group) AS legal, earliest.due AS earliest,
        earliest.region, r.name AS region_name, own.due AS own
      FROM unnest(:scopeGroups) AS asked (scope_group)
      LEFT JOIN LATERAL (
        SELECT d.due, d.region
        FROM region_within w
        JOIN due_date d ON d.region = w.within AND d.year = :year AND d.scope_group = asked.scope_group
        WHERE w.region = :region AND d.due < legal_due(:year, asked.scope_group)
        ORDER BY d.due, w.depth DESC
        LIMIT 1) AS earliest ON true
      LEFT JOIN region r ON r.code = earliest.region
      LEFT JOIN due_date own ON own.year = :year AND own.region = :region AND own.scope_group = asked.scope_group
      """;

  private static final String REVISION =
      "SELECT revision FROM calendar WHERE region = :region AND year = :year";

  /** Waits for a concurrent change of the same region and year. */
  private static final String MAKE_ROOM =
      """
      INSERT INTO calendar (region, year, author, changed_at) VALUES (:region, :year, :author, :now)
      ON CONFLICT (region, year) DO NOTHING
      """;

  private static final String LOCK = REVISION + " FOR UPDATE";

  private static final String FORGET =
      "DELETE FROM due_date WHERE year = :year AND region = :region";

  private static final String PUT =
      """
      INSERT INTO due_date (region, year, scope_group, due)
      SELECT :region, :year, stated.scope_group, stated.due
      FROM (VALUES ('organ', CAST(:organ AS date)), ('government', CAST(:government AS date))) AS stated (scope_group, due)
      WHERE stated.due IS NOT NULL
      """;

  private static final String REVISE =
      """
      UPDATE calendar SET revision = revision + 1, author = :author, changed_at = :now
      WHERE region = :region AND year = :year
      """;

  private final Sql sql;

  CalendarStore(Sql sql) {
    this.sql = sql;
  }

  RegionCalendar inForce(String region, int year) {
    Map<String, DueDate> dates = new HashMap<>();
    statement(IN_FORCE, region, year)
        .bind("scopeGroups", new String[] {ORGAN, GOVERNMENT})
        .list(row -> dates.put(row.getString("scope_group"), dueDate(row)));
    return new RegionCalendar(
        Objects.requireNonNull(dates.get(ORGAN)), Objects.requireNonNull(dates.get(GOVERNMENT)));
  }

  /** The strong entity tag of what the region itself has set. */
  String tag(String region, int year) {
    return statement(REVISION, region, year).first(CalendarStore::tag).orElse("\"0\"");
  }

  /** As {@link #tag}, and holds off other writers until the transaction ends. */
  String lock(String region, int year, String author, Instant now) {
    statement(MAKE_ROOM, region, year).bind("author", author).bind("now", now).update();
    return statement(LOCK, region, year).first(CalendarStore::tag).orElseThrow();
  }

  void put(String region, int year, CalendarForm dates, String author, Instant now) {
    statement(FORGET, region, year).update();
    statement(PUT, region, year)
        .bind("organ", dates.organ())
        .bind("government", dates.government())
        .update();
    statement(REVISE, region, year).bind("author", author).bind("now", now).update();
  }

  private Sql.Statement statement(String text, String region, int year) {
    return sql.statement(text).bind("region", region).bind("year", year);
  }

  private static String tag(ResultSet row) throws SQLException {
    return '"' + row.getString("revision") + '"';
  }

  private static DueDate dueDate(ResultSet row) throws SQLException {
    LocalDate legal = row.getObject("legal", LocalDate.class);
    LocalDate local = row.getObject("earliest", LocalDate.class);
    return new DueDate(
        local == null ? legal : local,
        legal,
        local == null ? DueSource.LEGAL : DueSource.REGION,
        row.getString("region"),
        row.getString("region_name"),
        row.getObject("own", LocalDate.class));
  }
}
