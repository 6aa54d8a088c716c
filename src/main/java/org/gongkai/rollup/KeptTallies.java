package org.gongkai.rollup;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.platform.Sql;

/**
 * Reads the sums that are kept and adds what is not folded into them yet, so that it costs the same
 * however many reports there are. In every statement {@code tally_place} says which sums make a
 * place: whole ones, of which only kinds may be wanted, or those of a level.
 */
@Singleton
final class KeptTallies implements Tallies {

  private static final String STATES =
      """
      SELECT place.code, t.region, t.year, t.basis, t.kind, t.level, t.changes, t.changed_at
      FROM tally_place(?, ?) AS place
      JOIN tally_count t ON t.region = place.region
      WHERE t.year BETWEEN ? AND ? AND t.basis = ?
        AND t.kind = ANY (CASE WHEN place.whole THEN ? ELSE ? END)
        AND (place.level IS NULL OR t.level = place.level)
      """;

  private static final String WAITING =
      """
      SELECT tally_place_of(?, ?, c.region), c.year, cell.path, coalesce(sum(c.sign * s.number), 0),
        sum(c.sign * s.stated), sum(c.sign * s.blank), sum(c.sign * s.approximate), sum(c.sign)
      FROM tally_change c
      JOIN region_within w ON w.region = c.region AND w.within = ?
      CROSS JOIN LATERAL revision_said(c.report, c.revision) AS s
      JOIN cell ON cell.id = s.cell
      WHERE c.sign <> 0 AND c.year BETWEEN ? AND ? AND c.basis = ? AND c.kind = ANY (?) AND cell.section = ?
      GROUP BY 1, 2, 3
      """;

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
        SELECT tally_place_of(?, ?, c.region), c.year, c.sign, c.expected, c.unexplained, c.waived
        FROM tally_change c
        JOIN region_within w ON w.region = c.region AND w.within = ?
        WHERE c.year BETWEEN ? AND ? AND c.basis = ? AND c.kind = ANY (?)
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
        FROM duty_change c
        JOIN region_within w ON w.region = c.region AND w.within = ?
        WHERE c.kind = ANY (?)
      ) steps
      JOIN generate_series(?::int, ?::int) AS asked (year) ON steps.year <= asked.year
      GROUP BY steps.code, asked.year
      """;

  private final Sql sql;
  private final TallyCache cache;

  KeptTallies(Sql sql, TallyCache cache) {
    this.sql = sql;
    this.cache = cache;
  }

  @Override
  public Map<Place, Tally> tallies(Wish wish, String section) {
    Map<Place, Tally> tallies = new HashMap<>();
    String by = wish.by().code();
    String region = wish.region();
    String basis = wish.basis().code();
    String[] kinds = CountedTallies.kinds(wish);
    Map<TallyCache.Kept, Place> folded = new LinkedHashMap<>();
    sql.list(
        STATES,
        row ->
            folded.put(TallyCache.kept(row, section), new Place(row.getString(1), row.getInt(3))),
        by,
        region,
        wish.from(),
        wish.to(),
        basis,
        wholes(wish),
        kinds);
    cache
        .of(folded.keySet())
        .forEach((kept, tally) -> tallies.merge(folded.get(kept), tally, Tally::plus));
    Map<Place, Tally> waiting = new HashMap<>();
    sql.list(
        WAITING,
        row -> {
          waiting
              .computeIfAbsent(CountedTallies.place(row), p -> Tally.empty())
              .add(row.getString(3), CountedTallies.added(row, 4));
          return null;
        },
        by,
        region,
        region,
        wish.from(),
        wish.to(),
        basis,
        kinds,
        section);
    waiting.forEach((place, tally) -> tallies.merge(place, tally, Tally::plus));
    tallies.values().removeIf(Tally::isEmpty);
    return tallies;
  }

  @Override
  public Map<Place, Coverage> coverage(Wish wish) {
    String by = wish.by().code();
    String region = wish.region();
    String[] kinds = CountedTallies.kinds(wish);
    Map<Place, Long> expected = new HashMap<>();
    sql.list(
        EXPECTED,
        row -> expected.put(CountedTallies.place(row), row.getLong(3)),
        by,
        region,
        wholes(wish),
        kinds,
        by,
        region,
        region,
        kinds,
        wish.from(),
        wish.to());
    Map<Place, Coverage> coverage = new TreeMap<>(Rollups.ORDER);
    sql.list(
        REPORTED,
        row ->
            coverage.put(
                CountedTallies.place(row),
                Coverage.of(
                    expected.getOrDefault(CountedTallies.place(row), 0L),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6))),
        by,
        region,
        wish.from(),
        wish.to(),
        wish.basis().code(),
        wholes(wish),
        kinds,
        by,
        region,
        region,
        wish.from(),
        wish.to(),
        wish.basis().code(),
        kinds);
    expected.forEach(
        (place, number) -> coverage.putIfAbsent(place, Coverage.of(number, 0, 0, 0, 0)));
    coverage.values().removeIf(Coverage::isNothing);
    return coverage;
  }

  /** The kinds of whole sums: without a wish for some, the sums of all organs together. */
  private static String[] wholes(Wish wish) {
    return wish.kinds().isEmpty() ? new String[] {""} : CountedTallies.kinds(wish);
  }
}
