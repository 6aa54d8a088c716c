package org.gongkai.breakdown;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.platform.Sql;
import org.gongkai.report.ReportSql;
import org.gongkai.tally.RollupQuery;

/**
 * Takes numbers apart in the database. Each statement answers with the whole and with the parts of
 * one page, so that both are of the same moment; without a part the whole stands alone.
 */
@ApplicationScoped
class ContributionStore {

  /**
   * Which parts.
   *
   * @param organ only of this one, or null
   * @param own only of organs of the region itself
   * @param blank only parts with blank cells
   * @param otherLayout only parts of reports that are laid out without the number, which the others
   *     leave out
   */
  record Filter(String organ, boolean own, boolean blank, boolean otherLayout) {}

  private static final String WHOLE =
      """
      SELECT (SELECT count(*) FROM wanted) AS parts, sum(number) AS whole_number, sum(blank) AS whole_blank,
        sum(reports) AS whole_reports, sum(others) AS whole_others
      FROM part
      """;

  private static final String REGIONS =
      """
      WITH part AS MATERIALIZED (
        SELECT c.below AS code, sum(c.number) AS number, sum(c.blank) AS blank, sum(c.approximate) AS approximate,
          sum(c.reports) AS reports, sum(c.others) AS others
        FROM CONTRIBUTIONS AS c
        GROUP BY c.below
      ),
      WANTED
      SELECT t.*, p.code, g.name, NULL AS region, NULL AS region_name, p.number, p.blank, p.approximate, p.reports,
        NULL::bigint AS report, NULL::integer AS revision, p.others, NULL AS edition
      FROM (WHOLE) AS t
      LEFT JOIN PAGE AS p ON true
      LEFT JOIN region g ON g.code = p.code
      ORDER BY p.size DESC, p.code
      """;

  private static final String ORGANS =
      """
      WITH part AS MATERIALIZED (
        SELECT c.organ AS code, c.region, c.number, c.blank, c.approximate, c.report, c.revision, c.edition, c.reports,
          c.others
        FROM CONTRIBUTIONS AS c
      ),
      WANTED
      SELECT t.*, p.code, (
          SELECT v.name FROM organ_version v
          WHERE v.organ = p.code
          ORDER BY v.valid_from <= make_date(:year, 12, 31) DESC, v.valid_from DESC
          LIMIT 1) AS name,
        p.region, g.name AS region_name, p.number, p.blank, p.approximate, p.reports, p.report, p.revision, p.others,
        p.edition
      FROM (WHOLE) AS t
      LEFT JOIN PAGE AS p ON true
      LEFT JOIN region g ON g.code = p.region
      ORDER BY p.size DESC, p.code
      """;

  /** Of reports and not of contributions, as each of them has every cell of its edition. */
  private static final String CELLS =
      """
      WITH counted AS MATERIALIZED (
        SELECT r.report, r.revision, r.editions ->> :section AS edition FROM REPORTS AS r
      ),
      summand AS MATERIALIZED (
        SELECT w.path, w.edition, w.layout FROM unnest(:paths, :editions, :layouts) AS w (path, edition, layout)
      ),
      stated AS MATERIALIZED (
        SELECT c.path, sum(f.number) AS number, count(*) FILTER (WHERE f.blank) AS blank,
          count(*) FILTER (WHERE f.number IS NULL) AS unstated, count(*) AS figures
        FROM counted r
        JOIN figure f ON f.report = r.report AND f.revision = r.revision
        JOIN cell c ON c.id = f.cell
        WHERE f.cell = ANY (ARRAY(
          SELECT w.id FROM cell w JOIN summand s ON s.path IN (w.path, split_part(w.path, '@', 1))))
        GROUP BY c.path
      ),
      place AS (
        SELECT s.path,
          coalesce(sum(e.reports), 0)
            - (SELECT coalesce(sum(o.figures), 0) FROM stated o WHERE starts_with(o.path, s.path || '@'))
            + (SELECT coalesce(sum(o.figures), 0) FROM stated o WHERE o.path = s.path AND s.path LIKE '%@%')
            AS reports,
          (SELECT count(*) FROM counted c
            WHERE c.edition <> ALL (ARRAY(SELECT l.layout FROM summand l WHERE l.path = s.path))) AS others
        FROM summand s
        LEFT JOIN (SELECT edition, count(*) AS reports FROM counted GROUP BY edition) AS e ON e.edition = s.edition
        GROUP BY s.path
      ),
      part AS MATERIALIZED (
        SELECT p.path AS code, CASE WHEN coalesce(s.unstated, 0) < p.reports THEN coalesce(s.number, 0) END AS number,
          coalesce(s.blank, 0) AS blank, p.reports, p.others
        FROM place p
        LEFT JOIN stated s ON s.path = p.path
      ),
      WANTED
      SELECT t.parts, t.whole_number, t.whole_blank,
        CASE (SELECT count(*) FROM place)
          WHEN 1 THEN (SELECT reports FROM place)
          ELSE (SELECT count(*) FROM counted WHERE edition IN (SELECT edition FROM summand))
        END AS whole_reports,
        (SELECT count(*) FROM counted WHERE edition <> ALL (ARRAY(SELECT layout FROM summand))) AS whole_others,
        p.code, NULL AS name, NULL AS region, NULL AS region_name, p.number, p.blank, NULL::bigint AS approximate,
        p.reports, NULL::bigint AS report, NULL::integer AS revision, p.others, NULL AS edition
      FROM (WHOLE) AS t
      LEFT JOIN PAGE AS p ON true
      ORDER BY p.size DESC, p.code
      """;

  private final Sql sql;

  ContributionStore(Sql sql) {
    this.sql = sql;
  }

  /** Makes the statements of the transaction fit for the region that each asks about. */
  void planEachTime() {
    sql.planEachTime();
  }

  FoundContributions regions(
      RollupQuery rollupQuery,
      NumberSelector of,
      Filter filter,
      ContributionCursor after,
      int limit) {
    return found(contributions(REGIONS, rollupQuery, of, filter, after, limit));
  }

  FoundContributions organs(
      RollupQuery rollupQuery,
      NumberSelector of,
      Filter filter,
      ContributionCursor after,
      int limit) {
    return found(contributions(ORGANS, rollupQuery, of, filter, after, limit));
  }

  /** All of them, one after the other. */
  Sql.Cursor<ContributionView> allOrgans(
      RollupQuery rollupQuery, NumberSelector of, Filter filter) {
    // without any part the whole stands alone, and is no part
    return contributions(
            ORGANS, rollupQuery, of, filter, ContributionCursor.START, Integer.MAX_VALUE)
        .cursor(row -> FoundContributions.isPart(row) ? FoundContributions.part(row) : null);
  }

  FoundContributions cells(
      RollupQuery rollupQuery,
      NumberSelector of,
      Filter filter,
      ContributionCursor after,
      int limit) {
    String statement = CELLS.replace("REPORTS", ContributionSql.reports(rollupQuery));
    return found(
        summands(page(statement, rollupQuery, filter, after, limit), of)
            .bind("section", of.section()));
  }

  private Sql.Statement contributions(
      String statement,
      RollupQuery query,
      NumberSelector of,
      Filter filter,
      ContributionCursor after,
      int limit) {
    Sql.Statement page =
        page(
            statement.replace("CONTRIBUTIONS", ContributionSql.contributions(query, of)),
            query,
            filter,
            after,
            limit);
    return of.isChannel()
        ? page.bind("channel", of.channel()).bind("unit", of.unit())
        : summands(page, of).bind("section", of.section());
  }

  private static Sql.Statement summands(Sql.Statement statement, NumberSelector of) {
    return statement
        .bind("paths", of.paths())
        .bind("editions", of.editions())
        .bind("layouts", of.layouts());
  }

  private Sql.Statement page(
      String statement, RollupQuery query, Filter filter, ContributionCursor after, int limit) {
    String whole =
        statement
            .replace("WANTED", ContributionSql.WANTED)
            .replace("WHOLE", WHOLE)
            .replace("PAGE", ContributionSql.PAGE);
    return ReportSql.bind(sql.statement(whole), query.instant())
        .bind("region", query.region())
        .bind("year", query.from())
        .bind("basis", query.basis().code())
        .bind("kinds", query.kindCodes())
        .bind("organ", filter.organ())
        .bind("own", filter.own())
        .bind("blank", filter.blank())
        .bind("other_layout", filter.otherLayout())
        .bind("size", after.size())
        .bind("code", after.code())
        .bind("limit", limit);
  }

  private static FoundContributions found(Sql.Statement statement) {
    List<ContributionView> parts = new ArrayList<>();
    return statement
        .list(
            row -> {
              if (FoundContributions.isPart(row)) {
                parts.add(FoundContributions.part(row));
              }
              return new FoundContributions(
                  row.getLong("parts"),
                  row.getBigDecimal("whole_number"),
                  row.getLong("whole_blank"),
                  row.getLong("whole_reports"),
                  row.getLong("whole_others"),
                  parts);
            })
        .getFirst();
  }
}
