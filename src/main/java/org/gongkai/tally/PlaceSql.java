package org.gongkai.tally;

/**
 * What an answer is divided by, as texts to stand in statements. The region that is asked for has
 * the name {@code :region} in all of them.
 */
public final class PlaceSql {

  /** Whether the sums of a region are folded first. */
  static final String IS_ABOVE = "level IN ('nation', 'province')";

  private static final String WHOLE =
      "(SELECT :region::text AS code, :region::text AS region, NULL::text AS level, true AS whole)";

  private static final String REGIONS =
      """
      (
        SELECT c.code, c.code AS region, NULL::text AS level, true AS whole FROM region c WHERE c.parent = :region
        UNION ALL
        SELECT r.code, r.code, r.level, false FROM region r WHERE r.code = :region
      )
      """;

  private static final String LEVELS =
      """
      (
        SELECT l.level AS code, :region::text AS region, l.level, false AS whole
        FROM (VALUES ('nation'), ('province'), ('city'), ('district'), ('township')) AS l (level)
      )
      """;

  private static final String REGION_OF =
      """
      coalesce((
        SELECT above.within
        FROM region_within above
        JOIN region child ON child.code = above.within AND child.parent = :region
        WHERE above.region = %s), :region)
      """;

  private static final String LEVEL_OF = "(SELECT own.level FROM region own WHERE own.code = %s)";

  private PlaceSql() {}

  /**
   * Whether a region is within the one that is asked for, looked up by its key: the planner, who
   * knows neither how many regions there are nor how much waits, would go through all of them for
   * each. OFFSET 0 leaves it no choice.
   *
   * @param region column of the statement with its code
   */
  static String isWithin(String region) {
    return "EXISTS (SELECT FROM region_within w WHERE w.region = %s AND w.within = :region OFFSET 0)"
        .formatted(region);
  }

  /**
   * Which kept sums make the places of an answer: {@code code} of the place, {@code region} of the
   * sums, and {@code whole}, whether all organs below are in it; else those of regions of {@code
   * level} alone. Organs have no kept sums.
   */
  static String sums(By by) {
    return switch (by) {
      case NONE, YEAR -> WHOLE;
      case REGION -> REGIONS;
      case LEVEL -> LEVELS;
      case ORGAN -> throw new IllegalArgumentException("no sums are kept of organs");
    };
  }

  /**
   * The code of the place that a region within the one asked for belongs to.
   *
   * @param region column of the statement with its code
   */
  public static String of(By by, String region) {
    return switch (by) {
      case NONE, YEAR, ORGAN -> ":region::text";
      case REGION -> REGION_OF.formatted(region);
      case LEVEL -> LEVEL_OF.formatted(region);
    };
  }

  /**
   * Whether an answer has places whose sums are short of {@code tally_delta_below}, too. Nothing in
   * there is of a province's own organs.
   */
  public static String readsBelow(By by) {
    String reads = by == By.REGION ? "asked.level <> 'nation'" : "NOT asked." + IS_ABOVE;
    return "(SELECT " + reads + " FROM region asked WHERE asked.code = :region)";
  }
}
