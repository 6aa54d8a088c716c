package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.platform.Sql;
import org.gongkai.registry.OrganKind;

/**
 * Adds up the reports themselves, in the database: for what is asked of organs or of the past. In
 * every statement {@code region_place} says for each region within the one that is asked for what
 * its reports are counted under; it is asked once, not for every figure. OFFSET 0 keeps the planner
 * from reading the reports of the nation to join them with the regions of a district.
 */
@Singleton
public final class ComputedSums implements Tallies {

  /**
   * One plan for a township and the nation is a bad one for either; of now only organs are asked.
   */
  private static final String PLAN_ANEW = "SET LOCAL plan_cache_mode = force_custom_plan";

  private static final String COUNTED =
      """
      WITH place AS MATERIALIZED (
        SELECT p.region, CASE ? WHEN 'region' THEN p.below WHEN 'level' THEN r.level ELSE ? END AS code
        FROM region_place(?) p JOIN region r ON r.code = p.region
      ),
      counted AS (
        SELECT CASE ? WHEN 'organ' THEN r.organ ELSE place.code END AS code, r.year, r.report, r.revision, r.editions,
          r.expected, r.unexplained, r.waived
        FROM place
        CROSS JOIN LATERAL (
          SELECT c.* FROM report_counted(?, ?::timestamptz) AS c
          WHERE c.region = place.region AND c.year BETWEEN ? AND ? AND c.kind = ANY (?)
          OFFSET 0
        ) r
      )
      """;

  private static final String FIGURES =
      COUNTED
          + """
          SELECT r.code, r.year, (SELECT path FROM cell WHERE id = f.cell), coalesce(sum(f.number), 0), count(f.number),
            count(*) FILTER (WHERE f.blank), 0, count(*)
          FROM counted r
          JOIN figure f ON f.report = r.report AND f.revision = r.revision
          WHERE f.cell = ANY (ARRAY(SELECT id FROM cell WHERE section = ANY (?)))
          GROUP BY 1, 2, f.cell
          """;

  private static final String EDITIONS =
      COUNTED
          + """
          SELECT r.code, r.year, e.section || '#' || (r.editions ->> e.section), count(*), count(*), 0, 0, count(*)
          FROM counted r
          CROSS JOIN unnest(?::text[]) AS e (section)
          WHERE r.editions ->> e.section IS NOT NULL
          GROUP BY 1, 2, 3
          """;

  private static final String PUBLICATIONS =
      COUNTED
          + """
          SELECT r.code, r.year, 'publications.' || coalesce(p.channel, '') || '.' || p.unit, coalesce(sum(p.count), 0),
            count(p.count), count(*) FILTER (WHERE p.count IS NULL), count(*) FILTER (WHERE p.approximate),
            count(DISTINCT r.report)
          FROM counted r
          JOIN publication p ON p.report = r.report AND p.revision = r.revision
          WHERE 'publications' = ANY (?)
          GROUP BY 1, 2, 3
          """;

  private static final String REPORTED =
      COUNTED
          + """
          SELECT r.code, r.year, count(*), count(*) FILTER (WHERE r.expected), sum(r.unexplained), sum(r.waived)
          FROM counted r
          GROUP BY 1, 2
          """;

  private static final String EXPECTED =
      """
      SELECT CASE ? WHEN 'organ' THEN o.organ WHEN 'region' THEN p.below WHEN 'level' THEN r.level ELSE ? END, asked.year,
        count(*)
      FROM generate_series(?::int, ?::int) AS asked (year)
      CROSS JOIN LATERAL organ_expected(asked.year, ?) AS o
      JOIN region_place(?) p ON p.region = o.region
      JOIN region r ON r.code = o.region
      WHERE o.kind = ANY (?)
      GROUP BY 1, 2
      """;

  /** A statement by place: the order of Java's strings. */
  private static final String IN_ORDER =
      """
      SELECT s.* FROM (%s) AS s (code, year)
      ORDER BY s.code COLLATE "C", s.year
      """;

  private final Sql sql;

  ComputedSums(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Map<Place, Tally> tallies(RollupQuery rollupQuery, String section) {
    planAnew(rollupQuery);
    Map<Place, Tally> tallies = new HashMap<>();
    for (String statement : new String[] {EDITIONS, FIGURES, PUBLICATIONS}) {
      list(
          statement,
          row -> {
            tallies
                .computeIfAbsent(place(row), p -> Tally.empty())
                .add(row.getString(3), added(row, 4));
            return null;
          },
          rollupQuery,
          List.of(section));
    }
    return tallies;
  }

  @Override
  public Map<Place, Coverage> coverage(RollupQuery rollupQuery) {
    planAnew(rollupQuery);
    Map<Place, Long> expected = new HashMap<>();
    sql.list(EXPECTED, row -> expected.put(place(row), row.getLong(3)), expected(rollupQuery));
    Map<Place, Coverage> coverage = new TreeMap<>();
    list(
        REPORTED,
        row ->
            coverage.put(
                place(row),
                Coverage.of(
                    expected.getOrDefault(place(row), 0L),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6))),
        rollupQuery,
        null);
    expected.forEach(
        (place, number) -> coverage.putIfAbsent(place, Coverage.of(number, 0, 0, 0, 0)));
    return coverage;
  }

  /** The same of organs, one after the other. */
  public OrganSums organs(RollupQuery rollupQuery, List<String> sections) {
    planAnew(rollupQuery);
    OrganSums sums = new OrganSums();
    try {
      sums.add(
          sql.cursor(
              IN_ORDER.formatted(EXPECTED),
              row ->
                  new OrganSums.Line.Covered(place(row), Coverage.of(row.getLong(3), 0, 0, 0, 0)),
              expected(rollupQuery)));
      sums.add(
          sql.cursor(
              IN_ORDER.formatted(REPORTED),
              row ->
                  new OrganSums.Line.Covered(
                      place(row),
                      Coverage.of(
                          0, row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6))),
              values(rollupQuery, null)));
      for (String statement : List.of(EDITIONS, FIGURES, PUBLICATIONS)) {
        sums.add(
            sql.cursor(
                IN_ORDER.formatted(statement),
                row -> new OrganSums.Line.Stated(place(row), row.getString(3), added(row, 4)),
                values(rollupQuery, sections)));
      }
      return sums;
    } catch (RuntimeException e) {
      sums.close();
      throw e;
    }
  }

  private static Object[] expected(RollupQuery rollupQuery) {
    return new Object[] {
      rollupQuery.by().code(),
      rollupQuery.region(),
      rollupQuery.from(),
      rollupQuery.to(),
      rollupQuery.region(),
      rollupQuery.region(),
      kinds(rollupQuery)
    };
  }

  private void planAnew(RollupQuery rollupQuery) {
    if (rollupQuery.asOf() != null) {
      sql.update(PLAN_ANEW);
    }
  }

  private <T> void list(
      String statement, Sql.Row<T> reader, RollupQuery rollupQuery, List<String> sections) {
    sql.list(statement, reader, values(rollupQuery, sections));
  }

  private static Object[] values(RollupQuery rollupQuery, List<String> sections) {
    Object[] values = {
      rollupQuery.by().code(),
      rollupQuery.region(),
      rollupQuery.region(),
      rollupQuery.by().code(),
      rollupQuery.basis().code(),
      rollupQuery.asOf(),
      rollupQuery.from(),
      rollupQuery.to(),
      kinds(rollupQuery),
      sections == null ? null : sections.toArray(String[]::new)
    };
    return sections == null ? Arrays.copyOf(values, values.length - 1) : values;
  }

  /** The codes of the kinds that are asked for. */
  public static String[] kinds(RollupQuery rollupQuery) {
    return (rollupQuery.kinds().isEmpty() ? EnumSet.allOf(OrganKind.class) : rollupQuery.kinds())
        .stream().map(OrganKind::code).toArray(String[]::new);
  }

  static Place place(ResultSet row) throws SQLException {
    return new Place(row.getString(1), row.getInt(2));
  }

  static Tally.Added added(ResultSet row, int first) throws SQLException {
    BigDecimal number = row.getBigDecimal(first);
    return new Tally.Added(
        number,
        row.getLong(first + 1),
        row.getLong(first + 2),
        row.getLong(first + 3),
        row.getLong(first + 4));
  }
}
