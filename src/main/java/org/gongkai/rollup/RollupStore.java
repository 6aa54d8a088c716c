package org.gongkai.rollup;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.platform.Sql;

/**
 * Adds up in the database. In every statement {@code region_place} says for each region within the
 * one that is asked for what its reports are counted under; it is asked once, not for every figure.
 */
@ApplicationScoped
class RollupStore {

  private static final String ONE_MOMENT =
      "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

  private static final String FIGURES =
      """
      WITH place AS MATERIALIZED (SELECT region, below FROM region_place(?))
      SELECT CASE ? WHEN 'none' THEN ? WHEN 'region' THEN place.below ELSE r.organ END AS code, r.year,
        (SELECT path FROM cell WHERE id = f.cell),
        sum(f.number), count(*) FILTER (WHERE f.blank), count(*) FILTER (WHERE f.number IS NULL), count(*)
      FROM place
      JOIN report_counted(?, ?::timestamptz) AS r ON r.region = place.region
      JOIN figure f ON f.report = r.report AND f.revision = r.revision
      WHERE r.year BETWEEN ? AND ?
        AND f.cell = ANY (ARRAY(SELECT id FROM cell WHERE starts_with(path, ? || '.')))
      GROUP BY 1, 2, f.cell
      """;

  private static final String REPORTS =
      """
      WITH place AS MATERIALIZED (SELECT region, below FROM region_place(?))
      SELECT CASE ? WHEN 'none' THEN ? WHEN 'region' THEN place.below ELSE r.organ END AS code, r.year,
        r.editions ->> ?, count(*)
      FROM place
      JOIN report_counted(?, ?::timestamptz) AS r ON r.region = place.region
      WHERE r.year BETWEEN ? AND ?
      GROUP BY 1, 2, 3
      """;

  private static final String PUBLICATIONS =
      """
      WITH place AS MATERIALIZED (SELECT region, below FROM region_place(?))
      SELECT CASE ? WHEN 'none' THEN ? WHEN 'region' THEN place.below ELSE r.organ END AS code, r.year,
        p.channel, p.unit, sum(p.count), count(*) FILTER (WHERE p.count IS NULL),
        count(*) FILTER (WHERE p.approximate), count(DISTINCT r.report)
      FROM place
      JOIN report_counted(?, ?::timestamptz) AS r ON r.region = place.region
      JOIN publication p ON p.report = r.report AND p.revision = r.revision
      WHERE r.year BETWEEN ? AND ?
      GROUP BY 1, 2, p.channel, p.unit
      """;

  private static final String COVERAGE =
      """
      WITH place AS MATERIALIZED (SELECT region, below FROM region_place(?)),
      expected AS (
        SELECT o.organ, o.region, asked.year
        FROM generate_series(?::int, ?::int) AS asked (year)
        CROSS JOIN LATERAL organ_expected(asked.year, ?) AS o
      ),
      reported AS (
        SELECT r.organ, r.region, r.year::int AS year, r.unexplained, r.waived
        FROM place
        JOIN report_counted(?, ?::timestamptz) AS r ON r.region = place.region
        WHERE r.year BETWEEN ? AND ?
      )
      SELECT CASE ? WHEN 'none' THEN ? WHEN 'region' THEN place.below ELSE e.organ END AS code, e.year,
        count(e.organ) FILTER (WHERE e.expected), count(e.organ) FILTER (WHERE e.reported),
        count(e.organ) FILTER (WHERE e.expected AND NOT e.reported),
        count(e.organ) FILTER (WHERE e.reported AND NOT e.expected),
        coalesce(sum(e.unexplained), 0), coalesce(sum(e.waived), 0)
      FROM (
        SELECT coalesce(x.organ, y.organ) AS organ, coalesce(y.region, x.region) AS region,
          coalesce(x.year, y.year) AS year, y.unexplained, y.waived,
          x.organ IS NOT NULL AS expected, y.organ IS NOT NULL AS reported
        FROM expected x
        FULL JOIN reported y ON y.organ = x.organ AND y.year = x.year
      ) e
      JOIN place ON place.region = e.region
      GROUP BY 1, 2
      """;

  private static final String REGION_NAMES = "SELECT code, name FROM region WHERE code = ANY (?)";

  private static final String ORGAN_NAMES =
      """
      SELECT DISTINCT ON (v.organ) v.organ, v.name
      FROM organ_version v
      WHERE v.organ = ANY (?) AND v.valid_from <= make_date(?, 12, 31)
      ORDER BY v.organ, v.valid_from DESC
      """;

  private final Sql sql;

  RollupStore(Sql sql) {
    this.sql = sql;
  }

  /**
   * Makes all statements of the transaction see the same moment; must be its first. They are
   * planned anew each time: one plan for a township and the nation is a bad one for either.
   */
  void holdTheMoment() {
    sql.update(ONE_MOMENT);
    sql.update("SET LOCAL plan_cache_mode = force_custom_plan");
  }

  Map<Place, Tally> tallies(Wish wish, String section) {
    Map<Place, Tally> tallies = new LinkedHashMap<>();
    String region = wish.region();
    String by = wish.by().code();
    String basis = wish.basis().code();
    sql.list(
        REPORTS,
        row ->
            tallies
                .computeIfAbsent(place(row), p -> Tally.empty())
                .reportsByEdition()
                .put(row.getString(3), row.getLong(4)),
        region,
        by,
        region,
        section,
        basis,
        wish.asOf(),
        wish.from(),
        wish.to());
    sql.list(
        FIGURES,
        row ->
            tallies
                .computeIfAbsent(place(row), p -> Tally.empty())
                .added()
                .put(
                    row.getString(3),
                    new Tally.Added(
                        row.getBigDecimal(4), row.getLong(5), row.getLong(6), row.getLong(7))),
        region,
        by,
        region,
        basis,
        wish.asOf(),
        wish.from(),
        wish.to(),
        section);
    return tallies;
  }

  List<Published> published(Wish wish) {
    String region = wish.region();
    return sql.list(
        PUBLICATIONS,
        row ->
            new Published(
                place(row),
                row.getString(3),
                row.getString(4),
                row.getBigDecimal(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8)),
        region,
        wish.by().code(),
        region,
        wish.basis().code(),
        wish.asOf(),
        wish.from(),
        wish.to());
  }

  Map<Place, Coverage> coverage(Wish wish) {
    Map<Place, Coverage> coverage = new TreeMap<>(Rollups.ORDER);
    String region = wish.region();
    sql.list(
        COVERAGE,
        row ->
            coverage.put(
                place(row),
                new Coverage(
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    0,
                    row.getLong(7),
                    row.getLong(8))),
        region,
        wish.from(),
        wish.to(),
        region,
        wish.basis().code(),
        wish.asOf(),
        wish.from(),
        wish.to(),
        wish.by().code(),
        region);
    return coverage;
  }

  /** What the regions or organs are called, organs as in the last year that is asked for. */
  Map<String, String> names(Wish wish, List<String> codes) {
    Map<String, String> names = new LinkedHashMap<>();
    String[] wanted = codes.toArray(String[]::new);
    Sql.Row<String> reader = row -> names.put(row.getString(1), row.getString(2));
    if (wish.by() == By.ORGAN) {
      sql.list(ORGAN_NAMES, reader, wanted, wish.to());
    } else {
      sql.list(REGION_NAMES, reader, (Object) wanted);
    }
    return names;
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(row.getString(1), row.getInt(2));
  }
}
