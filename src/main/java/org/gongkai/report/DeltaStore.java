package org.gongkai.report;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.gongkai.platform.Sql;
import org.gongkai.registry.OrganSql;

/**
 * Appends by how much sums change, added up: one row for each region, year, basis and kind, however
 * many reports have changed there.
 */
@Singleton
class DeltaStore {

  /** Of reports whose figures are at hand. */
  private static final String APPEND =
      """
      INSERT INTO tally_delta (at, region, year, basis, kind, reports, expected, unexplained, waived, cells, numbers, stated,
        blank, approximate, reported)
      SELECT ?, region, year, basis, kind, reports, expected, unexplained, waived, cells::smallint[], numbers::numeric[],
        stated::integer[], blank::integer[], approximate::integer[], reported::integer[]
      FROM unnest(?::text[], ?::smallint[], ?::text[], ?::text[], ?::integer[], ?::integer[], ?::integer[], ?::integer[],
        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
        AS d (region, year, basis, kind, reports, expected, unexplained, waived, cells, numbers, stated, blank, approximate, reported)
      """;

  private static final String STEPS =
      """
      WITH step AS (
        SELECT * FROM unnest(?::text[], ?::text[], ?::smallint[], ?::text[], ?::bigint[], ?::integer[], ?::smallint[],
          ?::integer[], ?::integer[], ?::integer[])
          AS s (region, kind, year, basis, report, revision, sign, expected, unexplained, waived)
      ),
      """;

  /** Everything in one statement, whose parts all see the reports as they were before. */
  private static final String FOLLOW =
      """
      WITH latest AS (
        SELECT r.id, r.organ, r.year, r.scope, r.revision, r.state, r.published_revision, r.region AS old_region,
          r.kind AS old_kind, r.expected AS old_expected,
          coalesce(o.region, r.region) AS region, coalesce(o.kind, r.kind) AS kind, coalesce(o.expected, false) AS expected
        FROM report r
        LEFT JOIN LATERAL (SELECT * FROM %s AS i WHERE i.organ = r.organ) o ON true
        WHERE r.organ = ANY (?)
      ),
      moved AS (
        SELECT * FROM latest
        WHERE (region, kind, expected) <> (old_region, old_kind, old_expected)
      ),
      followed AS (
        UPDATE report r SET region = m.region, kind = m.kind, expected = m.expected
        FROM moved m WHERE r.id = m.id
      ),
      step AS (
        SELECT CASE s.sign WHEN 1 THEN m.region ELSE m.old_region END AS region,
          CASE s.sign WHEN 1 THEN m.kind ELSE m.old_kind END AS kind, m.year, c.basis, m.id AS report, c.revision, s.sign,
          s.sign * CASE s.sign WHEN 1 THEN m.expected ELSE m.old_expected END::integer AS expected,
          s.sign * c.unexplained AS unexplained, s.sign * c.waived AS waived
        FROM moved m
        JOIN counted_report c ON c.report = m.id
        CROSS JOIN (VALUES (-1), (1)) AS s (sign)
      ),
      """
          .formatted(OrganSql.inYear("r.year"));

  /** Of steps, each of which adds or takes away a revision: their figures are looked up. */
  private static final String SUMS =
      """
      cell_sum AS (
        SELECT t.region, t.year, t.basis, t.kind, s.cell, coalesce(sum(t.sign * s.number), 0) AS number,
          sum(t.sign * s.stated)::integer AS stated, sum(t.sign * s.blank)::integer AS blank,
          sum(t.sign * s.approximate)::integer AS approximate, sum(t.sign)::integer AS reported
        FROM step t
        CROSS JOIN STATED AS s
        WHERE t.sign <> 0
        GROUP BY 1, 2, 3, 4, 5
      ),
      said AS (
        SELECT region, year, basis, kind, array_agg(cell ORDER BY cell) AS cells, array_agg(number ORDER BY cell) AS numbers,
          array_agg(stated ORDER BY cell) AS stated, array_agg(blank ORDER BY cell) AS blank,
          array_agg(approximate ORDER BY cell) AS approximate, array_agg(reported ORDER BY cell) AS reported
        FROM cell_sum
        WHERE (number, stated, blank, approximate, reported) <> (0, 0, 0, 0, 0)
        GROUP BY 1, 2, 3, 4
      )
      """
          .replace("STATED", ReportSql.stated("t.report", "t.revision"));

  private static final String APPEND_SUMS =
      """
      INSERT INTO tally_delta (at, region, year, basis, kind, reports, expected, unexplained, waived, cells, numbers, stated,
        blank, approximate, reported)
      SELECT ?, c.region, c.year, c.basis, c.kind, c.reports, c.expected, c.unexplained, c.waived,
        coalesce(s.cells, '{}'), coalesce(s.numbers, '{}'), coalesce(s.stated, '{}'), coalesce(s.blank, '{}'),
        coalesce(s.approximate, '{}'), coalesce(s.reported, '{}')
      FROM (
        SELECT region, year, basis, kind, sum(sign) AS reports, sum(expected) AS expected, sum(unexplained) AS unexplained,
          sum(waived) AS waived
        FROM step
        GROUP BY region, year, basis, kind) c
      LEFT JOIN said s USING (region, year, basis, kind)
      """;

  private static final String APPEND_STEPS = STEPS + SUMS + APPEND_SUMS;

  private static final String APPEND_MOVED =
      FOLLOW
          + SUMS
          + ", counted AS ("
          + APPEND_SUMS
          + ") SELECT * FROM moved WHERE region <> old_region ORDER BY id";

  private final Sql sql;

  DeltaStore(Sql sql) {
    this.sql = sql;
  }

  /** A change of a report. */
  record Step(Report report, Counted.Change change) {}

  /** Whose sums change. */
  record Place(String region, int year, String basis, String kind) {

    static Place of(Step step) {
      Counted.Change change = step.change();
      return new Place(change.region(), step.report().year(), change.basis().code(), change.kind());
    }
  }

  /** By how much they change. */
  static final class Delta {

    private int reports;
    private int expected;
    private int unexplained;
    private int waived;
    private final CellSums sums = new CellSums();

    /**
     * Adds a step.
     *
     * @param said by the revision that is counted from now on; null where the step is none in
     *     figures
     */
    void add(Counted.Change change, CellSums said) {
      reports += change.sign();
      expected += change.expected();
      unexplained += change.unexplained();
      waived += change.waived();
      if (said != null) {
        sums.add(said);
      }
    }
  }

  /** Appends what is added up already; says how many rows it was. */
  int append(Map<Place, Delta> deltas, Instant now) {
    List<Map.Entry<Place, Delta>> rows = List.copyOf(deltas.entrySet());
    return sql.update(
        APPEND,
        moment(now),
        column(rows, r -> r.getKey().region()),
        column(rows, r -> r.getKey().year()),
        column(rows, r -> r.getKey().basis()),
        column(rows, r -> r.getKey().kind()),
        column(rows, r -> r.getValue().reports),
        column(rows, r -> r.getValue().expected),
        column(rows, r -> r.getValue().unexplained),
        column(rows, r -> r.getValue().waived),
        arrays(rows, sums -> cell -> cell),
        arrays(rows, sums -> sums::number),
        arrays(rows, sums -> sums::stated),
        arrays(rows, sums -> sums::blank),
        arrays(rows, sums -> sums::approximate),
        arrays(rows, sums -> sums::reports));
  }

  /** Adds up what steps change and appends it. */
  int append(List<Step> steps, Instant now) {
    return sql.update(
        APPEND_STEPS,
        column(steps, s -> s.change().region()),
        column(steps, s -> s.change().kind()),
        column(steps, s -> s.report().year()),
        column(steps, s -> s.change().basis().code()),
        column(steps, s -> s.report().id()),
        column(steps, s -> s.change().revision()),
        column(steps, s -> s.change().sign()),
        column(steps, s -> s.change().expected()),
        column(steps, s -> s.change().unexplained()),
        column(steps, s -> s.change().waived()),
        moment(now));
  }

  /**
   * Moves the reports of organs to where the registry has them now, and appends what it changes.
   *
   * @param move reads a report that is in another region now, beside {@code old_region}
   */
  <T> List<T> follow(String[] organs, Instant now, Sql.Row<T> move) {
    return sql.list(APPEND_MOVED, move, organs, moment(now));
  }

  private static OffsetDateTime moment(Instant now) {
    return now.atOffset(ZoneOffset.UTC);
  }

  private static <T> String[] column(List<T> rows, Function<T, Object> value) {
    return rows.stream().map(value).map(String::valueOf).toArray(String[]::new);
  }

  private static String[] arrays(
      List<Map.Entry<Place, Delta>> rows, Function<CellSums, IntFunction<Object>> property) {
    return rows.stream()
        .map(row -> row.getValue().sums)
        .map(sums -> sums.array(cell -> true, property.apply(sums)))
        .toArray(String[]::new);
  }
}
