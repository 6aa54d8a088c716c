package org.gongkai.report;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.gongkai.platform.Sql;
import org.gongkai.registry.OrganSql;
import org.jspecify.annotations.Nullable;

/**
 * Appends by how much sums change, added up: one row for each region, year, basis and kind, however
 * many reports have changed there. Counts what of it waits.
 */
@Singleton
public class DeltaStore {

  /** Of reports whose figures are at hand. */
  private static final String APPEND =
      """
      INSERT INTO tally_delta (at, region, year, basis, kind, reports, expected, unexplained, waived, cells, numbers, stated,
        blank, approximate, reported)
      SELECT :now, region, year, basis, kind, reports, expected, unexplained, waived, cells::smallint[], numbers::numeric[],
        stated::integer[], blank::integer[], approximate::integer[], reported::integer[]
      FROM unnest(:regions, :years, :bases, :kinds, :reports, :expected, :unexplained, :waived, :cells::text[],
          :numbers::text[], :stated::text[], :blank::text[], :approximate::text[], :reported::text[])
        AS d (region, year, basis, kind, reports, expected, unexplained, waived, cells, numbers, stated, blank, approximate, reported)
      """;

  private static final String STEPS =
      """
      WITH step AS (
        SELECT *
        FROM unnest(:regions, :kinds, :years, :bases, :reports, :revisions, :signs, :expected, :unexplained, :waived)
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
        WHERE r.organ = ANY (:organs)
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
          CASE WHEN bool_or(stated <> reported) THEN array_agg(stated ORDER BY cell) ELSE '{}' END AS stated, CASE WHEN bool_or(blank <> 0) THEN array_agg(blank ORDER BY cell) ELSE '{}' END AS blank,
          CASE WHEN bool_or(approximate <> 0) THEN array_agg(approximate ORDER BY cell) ELSE '{}' END AS approximate, array_agg(reported ORDER BY cell) AS reported
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
      SELECT :now, c.region, c.year, c.basis, c.kind, c.reports, c.expected, c.unexplained, c.waived,
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

  private static final String WAITING =
      """
      SELECT
        (SELECT count(*) FROM (SELECT FROM tally_delta ORDER BY id LIMIT :mostAbove) d) AS above,
        (SELECT count(*) FROM (SELECT FROM tally_delta_below ORDER BY id LIMIT :mostBelow) b) AS below,
        (SELECT count(*) FROM (SELECT FROM expected_report_change ORDER BY id LIMIT :mostExpected) y) AS expected,
        (SELECT at FROM tally_delta ORDER BY id LIMIT 1) AS oldest
      """;

  private final Sql sql;

  DeltaStore(Sql sql) {
    this.sql = sql;
  }

  /** The place of the sums that change. */
  record Place(String region, int year, String basis, String kind) {

    static Place of(Counted.Change change) {
      return new Place(change.region(), change.year(), change.basis().code(), change.kind());
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
    void add(Counted.Change change, @Nullable CellSums said) {
      reports += change.sign();
      expected += change.expected();
      unexplained += change.findings().unexplained();
      waived += change.findings().waived();
      if (said != null) {
        sums.add(said);
      }
    }
  }

  /** Appends what is added up already; says how many rows it was. */
  int append(Map<Place, Delta> deltas, Instant now) {
    List<Place> places = List.copyOf(deltas.keySet());
    List<Delta> changes = List.copyOf(deltas.values());
    List<CellSums.Columns> cells = changes.stream().map(d -> d.sums.columns()).toList();
    sql.statement(APPEND)
        .bind("now", now)
        .bind("regions", texts(places, Place::region))
        .bind("years", numbers(places, Place::year))
        .bind("bases", texts(places, Place::basis))
        .bind("kinds", texts(places, Place::kind))
        .bind("reports", numbers(changes, d -> d.reports))
        .bind("expected", numbers(changes, d -> d.expected))
        .bind("unexplained", numbers(changes, d -> d.unexplained))
        .bind("waived", numbers(changes, d -> d.waived))
        .bind("cells", texts(cells, CellSums.Columns::cells))
        .bind("numbers", texts(cells, CellSums.Columns::numbers))
        .bind("stated", texts(cells, CellSums.Columns::stated))
        .bind("blank", texts(cells, CellSums.Columns::blank))
        .bind("approximate", texts(cells, CellSums.Columns::approximate))
        .bind("reported", texts(cells, CellSums.Columns::reports))
        .send();
    return places.size();
  }

  /** Adds up what steps change and appends it. */
  int append(List<Counted.Change> steps, Instant now) {
    sql.statement(APPEND_STEPS)
        .bind("now", now)
        .bind("regions", texts(steps, Counted.Change::region))
        .bind("kinds", texts(steps, Counted.Change::kind))
        .bind("years", numbers(steps, Counted.Change::year))
        .bind("bases", texts(steps, s -> s.basis().code()))
        .bind("reports", steps.stream().mapToLong(Counted.Change::report).toArray())
        .bind("revisions", numbers(steps, Counted.Change::revision))
        .bind("signs", numbers(steps, Counted.Change::sign))
        .bind("expected", numbers(steps, Counted.Change::expected))
        .bind("unexplained", numbers(steps, s -> s.findings().unexplained()))
        .bind("waived", numbers(steps, s -> s.findings().waived()))
        .send();
    return (int) steps.stream().map(Place::of).distinct().count();
  }

  /**
   * Moves the reports of organs to where the registry has them now, and appends what it changes.
   *
   * @param move reads a report that is in another region now, beside {@code old_region}
   */
  public <T> List<T> follow(List<String> organs, Instant now, Sql.Row<T> move) {
    return sql.statement(APPEND_MOVED)
        .bind("organs", organs.toArray(String[]::new))
        .bind("now", now)
        .list(move);
  }

  /**
   * How much waits to be folded.
   *
   * @param oldest since when the oldest of it waits, or null
   */
  record Waiting(long above, long below, long expected, @Nullable Instant oldest) {}

  /** Counts what waits, no further than is said for each. */
  Waiting waiting(long mostAbove, long mostBelow, long mostExpected) {
    return sql.statement(WAITING)
        .bind("mostAbove", mostAbove)
        .bind("mostBelow", mostBelow)
        .bind("mostExpected", mostExpected)
        .first(
            row ->
                new Waiting(
                    row.getLong("above"),
                    row.getLong("below"),
                    row.getLong("expected"),
                    Sql.instant(row, "oldest")))
        .orElseThrow();
  }

  private static <T> String[] texts(List<T> rows, Function<T, String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }

  private static <T> int[] numbers(List<T> rows, ToIntFunction<T> value) {
    return rows.stream().mapToInt(value).toArray();
  }
}
