package org.gongkai.season;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Sql;
import org.gongkai.registry.OrganKind;

/** Asks the database where organs stand; {@code organ_standing} says what that means. */
@ApplicationScoped
class CoverageStore {

  /**
   * Which organs.
   *
   * @param region with all below it
   * @param own whether only organs of the region itself are meant
   * @param status code, or null for any
   * @param state code, or null for any
   * @param unfiled whether only those are meant that must still file
   */
  record Filter(
      String region,
      int year,
      LocalDate today,
      boolean own,
      String status,
      String state,
      boolean unfiled) {

    private Object[] with(Object... more) {
      Object[] values = {
        year, region, today, !own, region, status, status, status, state, state, !unfiled
      };
      Object[] all = java.util.Arrays.copyOf(values, values.length + more.length);
      System.arraycopy(more, 0, all, values.length, more.length);
      return all;
    }
  }

  /** A plan that suits a district is ten times too slow for the nation, so none is kept. */
  private static final String PLAN_EACH_TIME = "SET LOCAL plan_cache_mode = force_custom_plan";

  private static final String COUNTS =
      """
      SELECT place.below, s.exempt, coalesce(s.state, 'notStarted'), s.status, count(*)
      FROM organ_standing(?, ?, ?) AS s
      JOIN region_place(?) AS place ON place.region = s.region
      GROUP BY 1, 2, 3, 4
      """;

  private static final String CHILDREN =
      """
      SELECT code, name FROM region
      WHERE parent = ? AND valid_from <= make_date(?, 12, 31) AND valid_to > make_date(?, 12, 31)
         OR code = ANY (?)
      ORDER BY code
      """;

  private static final String STANDINGS =
      """
      SELECT s.organ, s.name, s.region, r.name, s.kind, s.status, coalesce(s.state, 'notStarted'), s.exempt,
        s.due, s.extension, s.report, s.filed_at, s.changed_at, s.days_late
      FROM organ_standing(?, ?, ?) AS s
      JOIN region r ON r.code = s.region
      WHERE (? OR s.region = ?)
        AND (?::text IS NULL OR s.status = ? OR ? = 'exempt' AND s.exempt)
        AND (?::text IS NULL OR coalesce(s.state, 'notStarted') = ?)
        AND (? OR s.status IN ('missing', 'pending'))
        AND (s.region, s.organ) > (?, ?)
      ORDER BY s.region, s.organ
      LIMIT ?
      """;

  private static final String TOTAL =
      """
      SELECT count(*)
      FROM organ_standing(?, ?, ?) AS s
      WHERE (? OR s.region = ?)
        AND (?::text IS NULL OR s.status = ? OR ? = 'exempt' AND s.exempt)
        AND (?::text IS NULL OR coalesce(s.state, 'notStarted') = ?)
        AND (? OR s.status IN ('missing', 'pending'))
      """;

  private final Sql sql;

  CoverageStore(Sql sql) {
    this.sql = sql;
  }

  /** Makes the statements of the transaction fit for the region that each asks about. */
  void planEachTime() {
    sql.update(PLAN_EACH_TIME);
  }

  /** What is counted under the region itself and under each directly below it. */
  Map<String, FilingCounts> counts(String region, int year, LocalDate today) {
    Map<String, FilingCounts> counts = new TreeMap<>();
    sql.list(
        COUNTS,
        row -> counts.merge(row.getString(1), alike(row), FilingCounts::plus),
        year,
        region,
        today,
        region);
    return counts;
  }

  /** Names of the regions directly below that were there at the end of the year, and of others. */
  Map<String, String> names(String parent, int year, Iterable<String> others) {
    Map<String, String> names = new LinkedHashMap<>();
    List<String> codes = new java.util.ArrayList<>();
    others.forEach(codes::add);
    sql.list(
        CHILDREN,
        row -> names.put(row.getString(1), row.getString(2)),
        parent,
        year,
        year,
        codes.toArray(String[]::new));
    return names;
  }

  List<Standing> standings(Filter filter, StandingCursor after, int limit) {
    return sql.list(
        STANDINGS, CoverageStore::standing, filter.with(after.region(), after.organ(), limit));
  }

  Sql.Cursor<Standing> all(Filter filter) {
    StandingCursor start = StandingCursor.START;
    return sql.cursor(
        STANDINGS,
        CoverageStore::standing,
        filter.with(start.region(), start.organ(), Integer.MAX_VALUE));
  }

  long total(Filter filter) {
    return sql.first(TOTAL, row -> row.getLong(1), filter.with()).orElse(0L);
  }

  private static FilingCounts alike(ResultSet row) throws SQLException {
    return FilingCounts.of(
        row.getBoolean(2),
        Parameters.choice(row.getString(3), Stage.class).orElseThrow(),
        Parameters.choice(row.getString(4), Status.class).orElseThrow(),
        row.getLong(5));
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        Parameters.choice(row.getString(5), OrganKind.class).orElse(null),
        Parameters.choice(row.getString(6), Status.class).orElseThrow(),
        Parameters.choice(row.getString(7), Stage.class).orElseThrow(),
        row.getBoolean(8),
        row.getObject(9, LocalDate.class),
        row.getObject(10, LocalDate.class),
        row.getObject(11, Long.class),
        instant(row, 12),
        instant(row, 13),
        row.getObject(14, Integer.class));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
