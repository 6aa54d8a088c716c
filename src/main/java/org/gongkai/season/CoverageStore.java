package org.gongkai.season;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  private static final String COUNTS =
      """
      SELECT place.below AS place, s.exempt, s.state, s.status, count(*) AS organs
      FROM STANDING AS s
      JOIN PLACES AS place ON place.region = s.region
      GROUP BY place.below, s.exempt, s.state, s.status
      """
          .replace("PLACES", RegionSql.placesWithin(":region"))
          .replace("STANDING", StandingSql.STANDING);

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

  /** What is counted under the region itself and under each directly below it. */
  Map<String, FilingCoverageView.Counts> counts(String region, int year, LocalDate today) {
    Map<String, FilingCoverageView.Counts> counts = new TreeMap<>();
    sql.statement(COUNTS)
        .bind("region", region)
        .bind("year", year)
        .bind("today", today)
        .list(
            row ->
                counts.merge(row.getString("place"), alike(row), FilingCoverageView.Counts::plus));
    return counts;
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
