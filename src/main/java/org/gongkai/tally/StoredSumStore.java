package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.gongkai.platform.Pipeline;
import org.gongkai.platform.Sql;

/**
 * Reads the states of sums that are kept, and how many reports are expected, so that it costs the
 * same however many reports there are. {@link PlaceSql} says which sums make a place: whole ones,
 * of which only kinds may be wanted, or those of a level.
 */
@Singleton
class StoredSumStore {

  /** Kept sums that are wanted; of {@code t}. */
  private static final String WANTED =
      """
      t.kind = ANY (CASE WHEN place.whole THEN :wholes ELSE :kinds END)
        AND (place.level IS NULL OR t.level = place.level)
      """;

  private static final Map<By, String> STATES =
      divided(
          """
          SELECT place.code::name AS code, t.region::name AS region, t.year, t.basis::name AS basis, t.kind::name AS kind,
            t.level::name AS level, t.changes, t.changed_at, t.reports,
            t.expected, t.unexplained, t.waived
          FROM SUMS AS place
          JOIN tally t ON t.region = place.region
          WHERE t.year BETWEEN :from AND :to AND t.basis = :basis AND WANTED
          """);

  private static final Map<By, String> EXPECTED =
      divided(
          """
          SELECT steps.code::name AS code, asked.year, sum(steps.change)::bigint AS expected
          FROM (
            SELECT place.code, t.year, t.expected AS change
            FROM SUMS AS place
            JOIN expected_report_count t ON t.region = place.region
            WHERE WANTED
            UNION ALL
            SELECT PLACE_OF_C, c.year, c.change
            FROM (
              SELECT d.region, d.year, sum(d.change) FROM expected_report_change d WHERE d.kind = ANY (:kinds) GROUP BY d.region, d.year
            ) c (region, year, change)
            WHERE IS_WITHIN
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
   * @param reports how many are in it
   */
  record State(
      SumKey key,
      String region,
      int year,
      String basis,
      String kind,
      String level,
      long changes,
      Instant changed,
      WaitingRow.Reports reports) {}

  /** Asks for them together with others. */
  Supplier<List<State>> states(RollupQuery query, Pipeline pipeline) {
    return pipeline.list(
        kept(STATES, query)
            .bind("from", query.from())
            .bind("to", query.to())
            .bind("basis", query.basis().code()),
        row ->
            new State(
                SumRows.key(row),
                row.getString("region"),
                row.getInt("year"),
                row.getString("basis"),
                row.getString("kind"),
                row.getString("level"),
                row.getLong("changes"),
                Sql.instant(row, "changed_at"),
                WaitingRow.Reports.of(row)));
  }

  /** How many reports are expected in each place; a place may come more than once. */
  Supplier<List<SumRows.Covered>> expected(RollupQuery query, Pipeline pipeline) {
    return pipeline.list(
        kept(EXPECTED, query).bind("from", query.from()).bind("to", query.to()), SumRows::expected);
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
              .replace("PLACE_OF_C", PlaceSql.of(by, "c.region"))
              .replace("IS_WITHIN", PlaceSql.isWithin("c.region"))
              .replace("WANTED", WANTED));
    }
    return divided;
  }

  /** The kinds of whole sums: without a wish for some, the sums of all organs together. */
  private static String[] wholes(RollupQuery query) {
    return query.kinds().isEmpty() ? new String[] {""} : query.kindCodes();
  }
}
