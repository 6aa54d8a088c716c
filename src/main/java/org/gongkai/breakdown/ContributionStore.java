package org.gongkai.breakdown;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.platform.Sql;
import org.gongkai.tally.ComputedSums;
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

  private static final String PLAN_EACH_TIME = "SET LOCAL plan_cache_mode = force_custom_plan";

  private static final String REGIONS =
      """
      WITH part AS MATERIALIZED (
        SELECT c.below AS code, sum(c.number) AS number, sum(c.blank) AS blank,
          sum(c.approximate) AS approximate, count(*) FILTER (WHERE c.counted) AS reports,
          count(*) FILTER (WHERE c.other_layout) AS others
        FROM contribution(?, ?, ?, ?::timestamptz, ?, ?::text[], ?::text[], ?::text[], ?, ?) AS c
        WHERE c.kind = ANY (?) AND (?::text IS NULL OR c.organ = ?) AND (NOT ? OR c.region = ?)
        GROUP BY c.below
      ),
      wanted AS (
        SELECT part.*, coalesce(abs(part.number), -1) AS size FROM part
        WHERE (NOT ? OR part.blank > 0) AND CASE WHEN ? THEN part.others > 0 ELSE part.reports > 0 END
      )
      SELECT t.total, t.number, t.blank, t.reports, t.others,
        p.code, g.name, NULL, NULL, p.number, p.blank, p.approximate, p.reports, NULL::bigint, NULL::integer,
        p.others, NULL
      FROM (
        SELECT (SELECT count(*) FROM wanted) AS total, sum(number) AS number, sum(blank) AS blank,
          sum(reports) AS reports, sum(others) AS others
        FROM part
      ) AS t
      LEFT JOIN (
        SELECT * FROM wanted
        WHERE ?::numeric IS NULL OR size < ? OR size = ? AND code > ?
        ORDER BY size DESC, code
        LIMIT ?
      ) AS p ON true
      LEFT JOIN region g ON g.code = p.code
      ORDER BY p.size DESC, p.code
      """;

  private static final String ORGANS =
      """
      WITH part AS MATERIALIZED (
        SELECT c.organ AS code, c.region, c.number, c.blank, c.approximate, c.report, c.revision, c.edition,
          c.counted::integer AS reports, c.other_layout::integer AS others
        FROM contribution(?, ?, ?, ?::timestamptz, ?, ?::text[], ?::text[], ?::text[], ?, ?) AS c
        WHERE c.kind = ANY (?) AND (?::text IS NULL OR c.organ = ?) AND (NOT ? OR c.region = ?)
      ),
      wanted AS (
        SELECT part.*, coalesce(abs(part.number), -1) AS size FROM part
        WHERE (NOT ? OR part.blank > 0) AND CASE WHEN ? THEN part.others > 0 ELSE part.reports > 0 END
      )
      SELECT t.total, t.number, t.blank, t.reports, t.others,
        p.code, (
          SELECT v.name FROM organ_version v
          WHERE v.organ = p.code
          ORDER BY v.valid_from <= make_date(?, 12, 31) DESC, v.valid_from DESC
          LIMIT 1),
        p.region, g.name, p.number, p.blank, p.approximate, p.reports, p.report, p.revision,
        p.others, p.edition
      FROM (
        SELECT (SELECT count(*) FROM wanted) AS total, sum(number) AS number, sum(blank) AS blank,
          sum(reports) AS reports, sum(others) AS others
        FROM part
      ) AS t
      LEFT JOIN (
        SELECT * FROM wanted
        WHERE ?::numeric IS NULL OR size < ? OR size = ? AND code > ?
        ORDER BY size DESC, code
        LIMIT ?
      ) AS p ON true
      LEFT JOIN region g ON g.code = p.region
      ORDER BY p.size DESC, p.code
      """;

  private static final String CELLS =
      """
      WITH counted AS MATERIALIZED (
        SELECT r.report, r.revision, r.editions ->> ? AS edition
        FROM region_place(?) AS place
        CROSS JOIN LATERAL (
          SELECT * FROM report_counted(?, ?::timestamptz) AS c WHERE c.region = place.region AND c.year = ? OFFSET 0
        ) AS r
        WHERE r.kind = ANY (?) AND (?::text IS NULL OR r.organ = ?) AND (NOT ? OR r.region = ?)
      ),
      summand AS MATERIALIZED (
        SELECT w.path, w.edition, w.layout
        FROM unnest(?::text[], ?::text[], ?::text[]) AS w (path, edition, layout)
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
      wanted AS (
        SELECT part.*, coalesce(abs(part.number), -1) AS size FROM part
        WHERE (NOT ? OR part.blank > 0) AND CASE WHEN ? THEN part.others > 0 ELSE part.reports > 0 END
      )
      SELECT t.total, t.number, t.blank,
        CASE (SELECT count(*) FROM place)
          WHEN 1 THEN (SELECT reports FROM place)
          ELSE (SELECT count(*) FROM counted WHERE edition IN (SELECT edition FROM summand))
        END,
        (SELECT count(*) FROM counted WHERE edition <> ALL (ARRAY(SELECT layout FROM summand))),
        p.code, NULL, NULL, NULL, p.number, p.blank, NULL::bigint, p.reports, NULL::bigint, NULL::integer,
        p.others, NULL
      FROM (
        SELECT (SELECT count(*) FROM wanted) AS total, sum(number) AS number, sum(blank) AS blank
        FROM part
      ) AS t
      LEFT JOIN (
        SELECT * FROM wanted
        WHERE ?::numeric IS NULL OR size < ? OR size = ? AND code > ?
        ORDER BY size DESC, code
        LIMIT ?
      ) AS p ON true
      ORDER BY p.size DESC, p.code
      """;

  private final Sql sql;

  ContributionStore(Sql sql) {
    this.sql = sql;
  }

  /** Makes the statements of the transaction fit for the region that each asks about. */
  void planEachTime() {
    sql.update(PLAN_EACH_TIME);
  }

  FoundContributions regions(
      RollupQuery rollupQuery,
      NumberSelector of,
      Filter filter,
      ContributionCursor after,
      int limit) {
    return found(
        REGIONS,
        contributions(rollupQuery, of, filter),
        List.of(filter.blank(), filter.otherLayout()),
        page(after, limit));
  }

  FoundContributions organs(
      RollupQuery rollupQuery,
      NumberSelector of,
      Filter filter,
      ContributionCursor after,
      int limit) {
    return found(
        ORGANS,
        contributions(rollupQuery, of, filter),
        organsWanted(rollupQuery, filter),
        page(after, limit));
  }

  /** All of them, one after the other. */
  Sql.Cursor<ContributionView> allOrgans(
      RollupQuery rollupQuery, NumberSelector of, Filter filter) {
    Object[] values =
        Stream.of(
                contributions(rollupQuery, of, filter),
                organsWanted(rollupQuery, filter),
                page(ContributionCursor.START, Integer.MAX_VALUE))
            .flatMap(List::stream)
            .toArray();
    // without any part the whole stands alone, and is no part
    return sql.cursor(
        ORGANS,
        row -> FoundContributions.isPart(row) ? FoundContributions.part(row) : null,
        values);
  }

  private static List<Object> organsWanted(RollupQuery rollupQuery, Filter filter) {
    return List.of(filter.blank(), filter.otherLayout(), rollupQuery.from());
  }

  FoundContributions cells(
      RollupQuery rollupQuery,
      NumberSelector of,
      Filter filter,
      ContributionCursor after,
      int limit) {
    return found(
        CELLS,
        Arrays.asList(
            of.section(),
            rollupQuery.region(),
            rollupQuery.basis().code(),
            rollupQuery.asOf(),
            rollupQuery.from(),
            ComputedSums.kinds(rollupQuery),
            filter.organ(),
            filter.organ(),
            filter.own(),
            rollupQuery.region(),
            of.paths(),
            of.editions(),
            of.layouts()),
        List.of(filter.blank(), filter.otherLayout()),
        page(after, limit));
  }

  private static List<Object> contributions(
      RollupQuery rollupQuery, NumberSelector of, Filter filter) {
    return Arrays.asList(
        rollupQuery.region(),
        rollupQuery.from(),
        rollupQuery.basis().code(),
        rollupQuery.asOf(),
        of.section(),
        of.paths(),
        of.editions(),
        of.layouts(),
        of.channel(),
        of.unit(),
        ComputedSums.kinds(rollupQuery),
        filter.organ(),
        filter.organ(),
        filter.own(),
        rollupQuery.region());
  }

  private static List<Object> page(ContributionCursor after, int limit) {
    return Arrays.asList(after.size(), after.size(), after.size(), after.code(), limit);
  }

  private FoundContributions found(
      String statement, List<Object> what, List<Object> which, List<Object> page) {
    List<ContributionView> parts = new ArrayList<>();
    Object[] values = Stream.of(what, which, page).flatMap(List::stream).toArray();
    return sql.list(
            statement,
            row -> {
              if (FoundContributions.isPart(row)) {
                parts.add(FoundContributions.part(row));
              }
              return new FoundContributions(
                  row.getLong(1),
                  row.getBigDecimal(2),
                  row.getLong(3),
                  row.getLong(4),
                  row.getLong(5),
                  parts);
            },
            values)
        .getFirst();
  }
}
