package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.platform.Sql;

/**
 * Reads the sums that are kept and adds what is not folded into them yet, so that it costs the same
 * however many reports there are. In every statement {@code tally_place} says which sums make a
 * place: whole ones, of which only kinds may be wanted, or those of a level.
 */
@Singleton
public final class StoredSums implements Tallies {

  private static final String STATES =
      """
      SELECT place.code, t.region, t.year, t.basis, t.kind, t.level, t.changes, t.changed_at
      FROM tally_place(?, ?) AS place
      JOIN tally_count t ON t.region = place.region
      WHERE t.year BETWEEN ? AND ? AND t.basis = ?
        AND t.kind = ANY (CASE WHEN place.whole THEN ? ELSE ? END)
        AND (place.level IS NULL OR t.level = place.level)
      """;

  /**
   * Of all sections, as to add up a number costs less than to ask what section it is of. Arrays are
   * taken apart in the SELECT list, which PostgreSQL does in a quarter of the time that it takes in
   * FROM.
   */
  private static final String WAITING =
      """
      WITH place AS MATERIALIZED (
        SELECT x.region, tally_place_of(?, ?, x.region) AS code
        FROM (
          SELECT d.region FROM tally_delta d WHERE d.year BETWEEN ? AND ? AND d.basis = ? AND d.kind = ANY (?)
          UNION
          SELECT d.region FROM region_within w JOIN tally_delta_below d ON d.region = w.region
          WHERE w.within = ? AND tally_reads_below(?, ?) AND d.year BETWEEN ? AND ? AND d.basis = ? AND d.kind = ANY (?)
        ) x
        JOIN region_within w ON w.region = x.region AND w.within = ?
      )
      SELECT g.code, g.year, cell.path, g.number, g.stated, g.blank, g.approximate, g.reported, cell.section
      FROM (
        SELECT u.code, u.year, u.cell, sum(u.number) AS number, sum(u.stated) AS stated, sum(u.blank) AS blank,
          sum(u.approximate) AS approximate, sum(u.reported) AS reported
        FROM (
          SELECT d.code, d.year, unnest(d.cells) AS cell, unnest(d.numbers) AS number, unnest(d.stated) AS stated,
            unnest(d.blank) AS blank, unnest(d.approximate) AS approximate, unnest(d.reported) AS reported
          FROM (
            SELECT place.code, d.* FROM place JOIN tally_delta d ON d.region = place.region
            UNION ALL
            SELECT place.code, d.* FROM place JOIN tally_delta_below d ON d.region = place.region
            WHERE tally_reads_below(?, ?)
          ) d
          WHERE d.year BETWEEN ? AND ? AND d.basis = ? AND d.kind = ANY (?)
        ) u
        GROUP BY 1, 2, 3
      ) g
      JOIN cell ON cell.id = g.cell
      WHERE cell.section = ANY (?)
      """;

  /** What waits is added up by region first, of which there are fewer than rows. */
  private static final String REPORTED =
      """
      SELECT code, year, sum(reports), sum(expected), sum(unexplained), sum(waived)
      FROM (
        SELECT place.code, t.year, t.reports, t.expected, t.unexplained, t.waived
        FROM tally_place(?, ?) AS place
        JOIN tally_count t ON t.region = place.region
        WHERE t.year BETWEEN ? AND ? AND t.basis = ?
          AND t.kind = ANY (CASE WHEN place.whole THEN ? ELSE ? END)
          AND (place.level IS NULL OR t.level = place.level)
        UNION ALL
        SELECT tally_place_of(?, ?, c.region), c.year, c.reports, c.expected, c.unexplained, c.waived
        FROM (
          SELECT d.region, d.year, sum(d.reports), sum(d.expected), sum(d.unexplained), sum(d.waived)
          FROM tally_delta d
          WHERE d.year BETWEEN ? AND ? AND d.basis = ? AND d.kind = ANY (?)
          GROUP BY 1, 2
        ) c (region, year, reports, expected, unexplained, waived)
        JOIN region_within w ON w.region = c.region AND w.within = ?
        UNION ALL
        SELECT tally_place_of(?, ?, c.region), c.year, c.reports, c.expected, c.unexplained, c.waived
        FROM (
          SELECT d.region, d.year, sum(d.reports), sum(d.expected), sum(d.unexplained), sum(d.waived)
          FROM region_within w JOIN tally_delta_below d ON d.region = w.region
          WHERE w.within = ? AND tally_reads_below(?, ?)
            AND d.year BETWEEN ? AND ? AND d.basis = ? AND d.kind = ANY (?)
          GROUP BY 1, 2
        ) c (region, year, reports, expected, unexplained, waived)
      ) counts
      GROUP BY code, year
      """;

  private static final String EXPECTED =
      """
      SELECT steps.code, asked.year, sum(steps.change)
      FROM (
        SELECT place.code, d.year, d.expected AS change
        FROM tally_place(?, ?) AS place
        JOIN duty_count d ON d.region = place.region
        WHERE d.kind = ANY (CASE WHEN place.whole THEN ? ELSE ? END)
          AND (place.level IS NULL OR d.level = place.level)
        UNION ALL
        SELECT tally_place_of(?, ?, c.region), c.year, c.change
        FROM (
          SELECT d.region, d.year, sum(d.change) FROM duty_change d WHERE d.kind = ANY (?) GROUP BY 1, 2
        ) c (region, year, change)
        JOIN region_within w ON w.region = c.region AND w.within = ?
      ) steps
      JOIN generate_series(?::int, ?::int) AS asked (year) ON steps.year <= asked.year
      GROUP BY steps.code, asked.year
      """;

  private final Sql sql;
  private final TallyCache cache;

  StoredSums(Sql sql, TallyCache cache) {
    this.sql = sql;
    this.cache = cache;
  }

  @Override
  public Map<Place, Tally> tallies(RollupQuery rollupQuery, String section) {
    return tallies(rollupQuery, List.of(section)).get(section);
  }

  @Override
  public Map<String, Map<Place, Tally>> tallies(RollupQuery rollupQuery, List<String> sections) {
    Map<String, Map<Place, Tally>> tallies = new LinkedHashMap<>();
    sections.forEach(section -> tallies.put(section, new HashMap<>()));
    addKept(rollupQuery, tallies);
    addWaiting(rollupQuery, tallies);
    tallies.values().forEach(places -> places.values().removeIf(Tally::isEmpty));
    return tallies;
  }

  private void addKept(RollupQuery rollupQuery, Map<String, Map<Place, Tally>> tallies) {
    Map<TallyCache.Kept, Place> folded = new LinkedHashMap<>();
    sql.list(
        STATES,
        row -> {
          Place place = new Place(row.getString(1), row.getInt(3));
          for (String section : tallies.keySet()) {
            folded.put(TallyCache.kept(row, section), place);
          }
          return null;
        },
        rollupQuery.by().code(),
        rollupQuery.region(),
        rollupQuery.from(),
        rollupQuery.to(),
        rollupQuery.basis().code(),
        wholes(rollupQuery),
        ComputedSums.kinds(rollupQuery));
    cache
        .of(folded.keySet())
        .forEach(
            (kept, tally) ->
                tallies.get(kept.row().section()).merge(folded.get(kept), tally, Tally::plus));
  }

  private void addWaiting(RollupQuery rollupQuery, Map<String, Map<Place, Tally>> tallies) {
    String by = rollupQuery.by().code();
    String region = rollupQuery.region();
    String basis = rollupQuery.basis().code();
    String[] kinds = ComputedSums.kinds(rollupQuery);
    Map<String, Map<Place, Tally>> waiting = new HashMap<>();
    sql.list(
        WAITING,
        row -> {
          waiting
              .computeIfAbsent(row.getString(9), s -> new HashMap<>())
              .computeIfAbsent(ComputedSums.place(row), p -> Tally.empty())
              .add(row.getString(3), ComputedSums.added(row, 4));
          return null;
        },
        by,
        region,
        rollupQuery.from(),
        rollupQuery.to(),
        basis,
        kinds,
        region,
        by,
        region,
        rollupQuery.from(),
        rollupQuery.to(),
        basis,
        kinds,
        region,
        by,
        region,
        rollupQuery.from(),
        rollupQuery.to(),
        basis,
        kinds,
        tallies.keySet().toArray(String[]::new));
    waiting.forEach(
        (section, places) ->
            places.forEach(
                (place, tally) -> tallies.get(section).merge(place, tally, Tally::plus)));
  }

  @Override
  public Map<Place, Coverage> coverage(RollupQuery rollupQuery) {
    String by = rollupQuery.by().code();
    String region = rollupQuery.region();
    String[] kinds = ComputedSums.kinds(rollupQuery);
    Map<Place, Long> expected = new HashMap<>();
    sql.list(
        EXPECTED,
        row -> expected.put(ComputedSums.place(row), row.getLong(3)),
        by,
        region,
        wholes(rollupQuery),
        kinds,
        by,
        region,
        kinds,
        region,
        rollupQuery.from(),
        rollupQuery.to());
    Map<Place, Coverage> coverage = new TreeMap<>();
    sql.list(
        REPORTED,
        row ->
            coverage.put(
                ComputedSums.place(row),
                Coverage.of(
                    expected.getOrDefault(ComputedSums.place(row), 0L),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6))),
        by,
        region,
        rollupQuery.from(),
        rollupQuery.to(),
        rollupQuery.basis().code(),
        wholes(rollupQuery),
        kinds,
        by,
        region,
        rollupQuery.from(),
        rollupQuery.to(),
        rollupQuery.basis().code(),
        kinds,
        region,
        by,
        region,
        region,
        by,
        region,
        rollupQuery.from(),
        rollupQuery.to(),
        rollupQuery.basis().code(),
        kinds);
    expected.forEach(
        (place, number) -> coverage.putIfAbsent(place, Coverage.of(number, 0, 0, 0, 0)));
    coverage.values().removeIf(Coverage::isNothing);
    return coverage;
  }

  /** The kinds of whole sums: without a wish for some, the sums of all organs together. */
  private static String[] wholes(RollupQuery rollupQuery) {
    return rollupQuery.kinds().isEmpty() ? new String[] {""} : ComputedSums.kinds(rollupQuery);
  }
}
