package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.platform.Sql;

/**
 * Reads the states of sums that are kept, and what is not folded into them yet, so that it costs
 * the same however many reports there are. {@link PlaceSql} says which sums make a place: whole
 * ones, of which only kinds may be wanted, or those of a level.
 */
@Singleton
class StoredSumStore {

  /** Kept sums that are wanted; of {@code t}. */
  private static final String WANTED =
      """
      t.kind = ANY (CASE WHEN place.whole THEN :wholes ELSE :kinds END)
        AND (place.level IS NULL OR t.level = place.level)
      """;

  /** Waiting changes that are wanted; of {@code d}. */
  private static final String CHANGED =
      "d.year BETWEEN :from AND :to AND d.basis = :basis AND d.kind = ANY (:kinds)";

  private static final Map<By, String> STATES =
      divided(
          """
      SELECT place.code, t.region, t.year, t.basis, t.kind, t.level, t.changes, t.changed_at
      FROM SUMS AS place
      JOIN tally_count t ON t.region = place.region
      WHERE t.year BETWEEN :from AND :to AND t.basis = :basis AND WANTED
      """);

  /**
   * Of all sections, as to add up a number costs less than to ask what section it is of. Arrays are
   * taken apart in the SELECT list, which PostgreSQL does in a quarter of the time that it takes in
   * FROM.
   */
  private static final Map<By, String> WAITING =
      divided(
          """
      WITH place AS MATERIALIZED (
        SELECT x.region, PLACE_OF_X AS code
        FROM (
          SELECT d.region FROM tally_delta d WHERE CHANGED
          UNION
          SELECT d.region FROM region_within w JOIN tally_delta_below d ON d.region = w.region
          WHERE w.within = :region AND READS_BELOW AND CHANGED
        ) x
        JOIN region_within w ON w.region = x.region AND w.within = :region
      )
      SELECT g.code, g.year, cell.section, cell.path, g.number, g.stated, g.blank, g.approximate, g.reports
      FROM (
        SELECT u.code, u.year, u.cell, sum(u.number) AS number, sum(u.stated) AS stated, sum(u.blank) AS blank,
          sum(u.approximate) AS approximate, sum(u.reported) AS reports
        FROM (
          SELECT d.code, d.year, unnest(d.cells) AS cell, unnest(d.numbers) AS number, unnest(d.stated) AS stated,
            unnest(d.blank) AS blank, unnest(d.approximate) AS approximate, unnest(d.reported) AS reported
          FROM (
            SELECT place.code, d.* FROM place JOIN tally_delta d ON d.region = place.region
            UNION ALL
            SELECT place.code, d.* FROM place JOIN tally_delta_below d ON d.region = place.region
            WHERE READS_BELOW
          ) d
          WHERE CHANGED
        ) u
        GROUP BY u.code, u.year, u.cell
      ) g
      JOIN cell ON cell.id = g.cell
      WHERE cell.section = ANY (:sections)
      """);

  /** What waits is added up by region first, of which there are fewer than rows. */
  private static final Map<By, String> REPORTED =
      divided(
          """
      SELECT code, year, sum(reports) AS reports, sum(expected) AS expected_reports, sum(unexplained) AS unexplained,
        sum(waived) AS waived
      FROM (
        SELECT place.code, t.year, t.reports, t.expected, t.unexplained, t.waived
        FROM SUMS AS place
        JOIN tally_count t ON t.region = place.region
        WHERE t.year BETWEEN :from AND :to AND t.basis = :basis AND WANTED
        UNION ALL
        SELECT PLACE_OF_C, c.year, c.reports, c.expected, c.unexplained, c.waived
        FROM (
          SELECT d.region, d.year, sum(d.reports), sum(d.expected), sum(d.unexplained), sum(d.waived)
          FROM tally_delta d
          WHERE CHANGED
          GROUP BY d.region, d.year
        ) c (region, year, reports, expected, unexplained, waived)
        JOIN region_within w ON w.region = c.region AND w.within = :region
        UNION ALL
        SELECT PLACE_OF_C, c.year, c.reports, c.expected, c.unexplained, c.waived
        FROM (
          SELECT d.region, d.year, sum(d.reports), sum(d.expected), sum(d.unexplained), sum(d.waived)
          FROM region_within w JOIN tally_delta_below d ON d.region = w.region
          WHERE w.within = :region AND READS_BELOW AND CHANGED
          GROUP BY d.region, d.year
        ) c (region, year, reports, expected, unexplained, waived)
      ) counts
      GROUP BY code, year
      """);

  private static final Map<By, String> EXPECTED =
      divided(
          """
      SELECT steps.code, asked.year, sum(steps.change) AS expected
      FROM (
        SELECT place.code, t.year, t.expected AS change
        FROM SUMS AS place
        JOIN duty_count t ON t.region = place.region
        WHERE WANTED
        UNION ALL
        SELECT PLACE_OF_C, c.year, c.change
        FROM (
          SELECT d.region, d.year, sum(d.change) FROM duty_change d WHERE d.kind = ANY (:kinds) GROUP BY d.region, d.year
        ) c (region, year, change)
        JOIN region_within w ON w.region = c.region AND w.within = :region
      ) steps
      JOIN generate_series(:from::int, :to::int) AS asked (year) ON steps.year <= asked.year
      GROUP BY steps.code, asked.year
      """);

  private final Sql sql;

  StoredSumStore(Sql sql) {
    this.sql = sql;
  }

  /**
   * In which state a sum of a place is.
   *
   * @param changes that were folded into it
   * @param changed when the newest of them was made
   */
  record State(
      Place place,
      String region,
      int year,
      String basis,
      String kind,
      String level,
      long changes,
      Instant changed) {}

  /** What waits for one cell of a place. */
  record Waiting(Place place, String section, String path, Tally.Added added) {}

  List<State> states(RollupQuery query) {
    return kept(STATES, query)
        .bind("from", query.from())
        .bind("to", query.to())
        .bind("basis", query.basis().code())
        .list(
            row ->
                new State(
                    SumRows.place(row),
                    row.getString("region"),
                    row.getInt("year"),
                    row.getString("basis"),
                    row.getString("kind"),
                    row.getString("level"),
                    row.getLong("changes"),
                    Sql.instant(row, "changed_at")));
  }

  List<Waiting> waiting(RollupQuery query, String[] sections) {
    return about(WAITING, query)
        .bind("kinds", query.kindCodes())
        .bind("from", query.from())
        .bind("to", query.to())
        .bind("basis", query.basis().code())
        .bind("sections", sections)
        .list(
            row ->
                new Waiting(
                    SumRows.place(row),
                    row.getString("section"),
                    row.getString("path"),
                    SumRows.added(row)));
  }

  /** How many reports are expected in each place; a place may come more than once. */
  List<SumRows.Covered> expected(RollupQuery query) {
    return kept(EXPECTED, query)
        .bind("from", query.from())
        .bind("to", query.to())
        .list(SumRows::expected);
  }

  /** How many reports there are in each place. */
  List<SumRows.Covered> reported(RollupQuery query) {
    return kept(REPORTED, query)
        .bind("from", query.from())
        .bind("to", query.to())
        .bind("basis", query.basis().code())
        .list(SumRows::reported);
  }

  private Sql.Statement kept(Map<By, String> statement, RollupQuery query) {
    return about(statement, query).bind("wholes", wholes(query)).bind("kinds", query.kindCodes());
  }

  private Sql.Statement about(Map<By, String> statement, RollupQuery query) {
    return sql.statement(Objects.requireNonNull(statement.get(query.by())))
        .bind("region", query.region());
  }

  /** A statement for each way to divide that has kept sums, written once. */
  private static Map<By, String> divided(String statement) {
    Map<By, String> divided = new EnumMap<>(By.class);
    for (By by : EnumSet.complementOf(EnumSet.of(By.ORGAN))) {
      divided.put(
          by,
          statement
              .replace("SUMS", PlaceSql.sums(by))
              .replace("PLACE_OF_X", PlaceSql.of(by, "x.region"))
              .replace("PLACE_OF_C", PlaceSql.of(by, "c.region"))
              .replace("READS_BELOW", PlaceSql.readsBelow(by))
              .replace("WANTED", WANTED)
              .replace("CHANGED", CHANGED));
    }
    return divided;
  }

  /** The kinds of whole sums: without a wish for some, the sums of all organs together. */
  private static String[] wholes(RollupQuery query) {
    return query.kinds().isEmpty() ? new String[] {""} : query.kindCodes();
  }
}
