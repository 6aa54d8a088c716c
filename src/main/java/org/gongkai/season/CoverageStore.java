package org.gongkai.season;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.calendar.CalendarSql;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Sql;
import org.gongkai.registry.OrganKind;
import org.gongkai.registry.RegionSql;
import org.jspecify.annotations.Nullable;

/** Asks the database where organs stand. */
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
      @Nullable String status,
      @Nullable String state,
      boolean unfiled) {}

  /** A region's place is looked up once, not for every organ. */
  private static final String COUNTED =
      """
      SELECT s.region, place.below AS place, s.exempt, s.state, s.status, s.organs
      FROM (
        SELECT o.region, o.exempt, o.state, o.status, count(*) AS organs
        FROM STANDING AS o
        GROUP BY o.region, o.exempt, o.state, o.status
      ) AS s
      JOIN PLACES AS place ON place.region = s.region
      """
          .replace("PLACES", RegionSql.placesWithin(":region"));

  private static final String COUNTS = COUNTED.replace("STANDING", StandingSql.STANDING);

  /** The same of some regions, looked up by their keys. */
  private static final String SOME_COUNTS =
      COUNTED.replace(
          "STANDING",
          StandingSql.standing(
              """
              (
                SELECT w.region FROM unnest(:regions) AS asked (region)
                JOIN region_within w ON w.region = asked.region AND w.within = :region
              )
              """));

  private static final String DAYS = "SELECT " + CalendarSql.daysOf(":year", "days");

  private static final String CHILDREN =
      """
      SELECT code, name FROM region
      WHERE parent = :parent AND valid_from <= make_date(:year, 12, 31) AND valid_to > make_date(:year, 12, 31)
         OR code = ANY (:others)
      ORDER BY code
      """;

  private static final String MATCHING =
      """
      (NOT :own OR s.region = :region)
        AND (:status::text IS NULL OR s.status = :status OR :status = 'exempt' AND s.exempt)
        AND (:state::text IS NULL OR s.state = :state)
        AND (NOT :unfiled OR s.status IN ('missing', 'pending'))
      """;

  private static final String STANDINGS =
      """
      SELECT s.organ, s.name, s.region, r.name AS region_name, s.kind, s.status, s.state, s.exempt, s.due, s.extension, s.return_due,
        s.report, s.filed_at, s.handed_in_on, s.changed_at, s.days_late
      FROM STANDING AS s
      JOIN region r ON r.code = s.region
      WHERE MATCHING
        AND (s.region, s.organ) > (:after_region, :after_organ)
      ORDER BY s.region, s.organ
      LIMIT :limit
      """
          .replace("STANDING", StandingSql.STANDING)
          .replace("MATCHING", MATCHING);

  private static final String TOTAL =
      "SELECT count(*) AS total FROM " + StandingSql.STANDING + " AS s WHERE " + MATCHING;

  private final Sql sql;

  CoverageStore(Sql sql) {
    this.sql = sql;
  }

  /** Makes the statements of the transaction fit for the region that each asks about. */
  void planEachTime() {
    sql.planEachTime();
  }

  /**
   * How many of the organs of a region itself stand where.
   *
   * @param place that they count under: a region directly below the one that is asked about, or
   *     that one
   */
  record Own(String place, FilingCoverageView.Counts counts) {

    private Own plus(Own more) {
      return new Own(place, counts.plus(more.counts));
    }
  }

  /** Counts the organs of a region and of those below it, region by region. */
  Map<String, Own> counts(String region, int year, LocalDate today) {
    sql.planEachTime();
    return own(counted(COUNTS, region, year, today));
  }

  /** The same of some of these regions, within a snapshot for kept sums. */
  Map<String, Own> counts(String region, int year, LocalDate today, Collection<String> some) {
    return own(
        counted(SOME_COUNTS, region, year, today).bind("regions", some.toArray(String[]::new)));
  }

  private Sql.Statement counted(String statement, String region, int year, LocalDate today) {
    return sql.statement(statement).bind("region", region).bind("year", year).bind("today", today);
  }

  private static Map<String, Own> own(Sql.Statement counted) {
    Map<String, Own> counts = new HashMap<>();
    counted.list(
        row ->
            counts.merge(
                row.getString("region"), new Own(row.getString("place"), alike(row)), Own::plus));
    return counts;
  }

  /** What stands for all days, extensions and exemptions of a year. */
  String days(int year) {
    return sql.statement(DAYS).bind("year", year).first(row -> row.getString("days")).orElseThrow();
  }

  /** Names of the regions directly below that were there at the end of the year, and of others. */
  Map<String, String> names(String parent, int year, Iterable<String> others) {
    Map<String, String> names = new LinkedHashMap<>();
    List<String> codes = new ArrayList<>();
    others.forEach(codes::add);
    sql.statement(CHILDREN)
        .bind("parent", parent)
        .bind("year", year)
        .bind("others", codes.toArray(String[]::new))
        .list(row -> names.put(row.getString("code"), row.getString("name")));
    return names;
  }

  List<Standing> standings(Filter filter, StandingParameters.Cursor after, int limit) {
    return page(filter, after, limit).list(CoverageStore::standing);
  }

  Sql.Cursor<Standing> all(Filter filter) {
    return page(filter, StandingParameters.Cursor.START, Integer.MAX_VALUE)
        .cursor(CoverageStore::standing);
  }

  long total(Filter filter) {
    return matching(TOTAL, filter).first(row -> row.getLong("total")).orElse(0L);
  }

  private Sql.Statement page(Filter filter, StandingParameters.Cursor after, int limit) {
    return matching(STANDINGS, filter)
        .bind("after_region", after.region())
        .bind("after_organ", after.organ())
        .bind("limit", limit);
  }

  private Sql.Statement matching(String statement, Filter filter) {
    return sql.statement(statement)
        .bind("region", filter.region())
        .bind("year", filter.year())
        .bind("today", filter.today())
        .bind("own", filter.own())
        .bind("status", filter.status())
        .bind("state", filter.state())
        .bind("unfiled", filter.unfiled());
  }

  private static FilingCoverageView.Counts alike(ResultSet row) throws SQLException {
    return FilingCoverageView.Counts.of(
        row.getBoolean("exempt"),
        Parameters.choice(row.getString("state"), Standing.Stage.class).orElseThrow(),
        Parameters.choice(row.getString("status"), Standing.Status.class).orElseThrow(),
        row.getLong("organs"));
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        row.getString("organ"),
        row.getString("name"),
        row.getString("region"),
        row.getString("region_name"),
        Parameters.choice(row.getString("kind"), OrganKind.class).orElseThrow(),
        Parameters.choice(row.getString("status"), Standing.Status.class).orElseThrow(),
        Parameters.choice(row.getString("state"), Standing.Stage.class).orElseThrow(),
        row.getBoolean("exempt"),
        row.getObject("due", LocalDate.class),
        row.getObject("extension", LocalDate.class),
        row.getObject("return_due", LocalDate.class),
        row.getObject("report", Long.class),
        Sql.instant(row, "filed_at"),
        row.getObject("handed_in_on", LocalDate.class),
        Sql.instant(row, "changed_at"),
        row.getObject("days_late", Integer.class));
  }
}
