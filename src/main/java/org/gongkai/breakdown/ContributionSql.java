package org.gongkai.breakdown;

import org.gongkai.registry.RegionSql;
import org.gongkai.report.ReportSql;
import org.gongkai.tally.RollupQuery;

/** What each report gives to one number of a rollup, as texts to stand in statements. */
final class ContributionSql {

  /** The counted reports that are wanted, each with the place that it counts under. */
  private static final String REPORTS =
      """
      (
        SELECT c.report, c.revision, c.organ, c.kind, c.region, place.below, c.editions
        FROM PLACED
        WHERE c.basis = :basis AND c.year = :year AND c.kind = ANY (:kinds)
          AND (:organ::text IS NULL OR c.organ = :organ) AND (NOT :own OR c.region = :region)
      )
      """;

  private static final String ALL_PLACED =
      """
      PLACES AS place
        JOIN COUNTED AS c ON c.region = place.region\
      """
          .replace("PLACES", RegionSql.placesWithin(":region"));

  /**
   * Some reports, each looked up by its key; without a limit the planner begins with all places.
   */
  private static final String SOME_PLACED =
      """
      unnest(:reports) AS asked (report)
        CROSS JOIN LATERAL (
          SELECT one.* FROM COUNTED AS one WHERE one.report = asked.report AND one.basis = :basis LIMIT 1) AS c
        CROSS JOIN LATERAL (
          SELECT p.below FROM PLACES AS p WHERE p.region = c.region LIMIT 1) AS place\
      """
          .replace("PLACES", RegionSql.placesWithin(":region"));

  /**
   * By report: sums of leaf cells. The cells have a path, the edition that has it, or null where
   * reports state the unit themselves, and the edition of its layout. A report states a plain 0
   * where it has the cell and no figure of it.
   */
  private static final String OF_CELLS =
      """
      (
        SELECT r.report, r.revision, r.organ, r.region, r.below,
          CASE WHEN f.unstated < h.cells THEN coalesce(f.number, 0) END AS number, f.blank, 0 AS approximate,
          (h.cells > 0)::integer AS reports, (r.edition <> ALL (:layouts))::integer AS others, r.edition
        FROM (SELECT c.*, c.editions ->> :section AS edition FROM REPORTS AS c) AS r
        CROSS JOIN LATERAL (
          SELECT sum(f.number) FILTER (WHERE c.path = ANY (:paths)) AS number,
            count(*) FILTER (WHERE c.path = ANY (:paths) AND f.blank) AS blank,
            count(*) FILTER (WHERE c.path = ANY (:paths) AND f.number IS NULL) AS unstated,
            count(*) FILTER (WHERE c.path LIKE '%@%' AND c.path = ANY (:paths)) AS in_own_unit,
            count(*) FILTER (WHERE c.path <> ALL (:paths)) AS elsewhere
          FROM figure f
          JOIN cell c ON c.id = f.cell
          WHERE f.report = r.report AND f.revision = r.revision
            AND f.cell = ANY (ARRAY(
              SELECT w.id FROM cell w WHERE split_part(w.path, '@', 1) = ANY (:paths) OR w.path = ANY (:paths)))
        ) AS f
        CROSS JOIN LATERAL (
          SELECT count(*) - f.elsewhere + f.in_own_unit AS cells
          FROM unnest(:paths, :editions) AS w (path, edition)
          WHERE w.edition = r.edition
        ) AS h
        WHERE h.cells > 0 OR r.edition <> ALL (:layouts)
      )
      """;

  /** By report: a channel of publication, or the stated total over all of them. */
  private static final String OF_CHANNEL =
      """
      (
        SELECT r.report, r.revision, r.organ, r.region, r.below, p.number, p.blank, p.approximate, 1 AS reports,
          0 AS others, NULL::text AS edition
        FROM REPORTS AS r
        CROSS JOIN LATERAL (
          SELECT sum(p.count) AS number, count(*) FILTER (WHERE p.count IS NULL) AS blank,
            count(*) FILTER (WHERE p.approximate) AS approximate, count(*) AS counts
          FROM publication p
          WHERE p.report = r.report AND p.revision = r.revision
            AND p.channel IS NOT DISTINCT FROM :channel AND p.unit = :unit
        ) AS p
        WHERE p.counts > 0
      )
      """;

  /** Whether a part is wanted. */
  static final String IS_WANTED =
      """
      (NOT :blank OR part.blank > 0) AND CASE WHEN :other_layout THEN part.others > 0 ELSE part.reports > 0 END
      """;

  /** By how much a part comes first; one that states nothing is smaller than 0. */
  static final String SIZE = "coalesce(abs(part.number), -1)";

  /** Parts that are wanted, {@code wanted}, out of all, {@code part}. */
  static final String WANTED =
      """
      wanted AS (
        SELECT part.*, SIZE AS size FROM part WHERE IS_WANTED
      )
      """
          .replace("SIZE", SIZE)
          .replace("IS_WANTED", IS_WANTED);

  /** A page of them, the largest first, in the order of Java's strings. */
  static final String PAGE =
      """
      (
        SELECT * FROM wanted
        WHERE :size::numeric IS NULL OR size < :size OR size = :size AND code COLLATE "C" > :code
        ORDER BY size DESC, code COLLATE "C"
        LIMIT :limit
      )
      """;

  /** All parts together, and how many of them are wanted. */
  static final String WHOLE =
      """
      SELECT (SELECT count(*) FROM wanted) AS parts, sum(number) AS whole_number, sum(blank) AS whole_blank,
        sum(reports) AS whole_reports, sum(others) AS whole_others
      FROM part
      """;

  /** Of reports and not of contributions, as each of them has every cell of its edition. */
  private static final String CELLS =
      """
      WITH counted AS (
        SELECT r.report, r.revision, r.editions ->> :section AS edition FROM REPORTS AS r
      ),
      summand AS (
        SELECT w.path, w.edition, w.layout FROM unnest(:paths, :editions, :layouts) AS w (path, edition, layout)
      ),
      stated AS (
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
      part AS (
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
      ORDER BY p.size DESC, p.code COLLATE "C"
      """;

  private ContributionSql() {}

  /**
   * The reports that are wanted: {@code report}, {@code revision}, {@code organ}, {@code kind},
   * {@code region}, {@code below}, {@code editions}.
   */
  static String reports(RollupQuery query) {
    return reports(query, ALL_PLACED);
  }

  private static String reports(RollupQuery query, String placed) {
    return REPORTS.replace("PLACED", placed).replace("COUNTED", ReportSql.counted(query.instant()));
  }

  /**
   * What each of them gives to the number: {@code report}, {@code revision}, {@code organ}, {@code
   * region}, {@code below}; {@code number}, null where it states none of the cells; how many it
   * leaves {@code blank} and how many are {@code approximate}; {@code reports}, 1 where it has the
   * number, and {@code others}, 1 where its section follows an edition that lays it out without;
   * and that {@code edition}.
   */
  static String contributions(RollupQuery query, NumberSelector of) {
    return contributions(of).replace("REPORTS", reports(query));
  }

  /** The same of some reports, those of {@code :reports}, as far as they are wanted. */
  static String someContributions(RollupQuery query, NumberSelector of) {
    return contributions(of).replace("REPORTS", reports(query, SOME_PLACED));
  }

  private static String contributions(NumberSelector of) {
    return of.isChannel() ? OF_CHANNEL : OF_CELLS;
  }

  /**
   * A statement of the cells that the number is added up from, and what all reports give to each.
   */
  static String cells(RollupQuery query) {
    return CELLS.replace("REPORTS", reports(query));
  }
}
