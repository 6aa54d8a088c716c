package org.gongkai.registry;

/**
 * What statements of all rooms ask of the tree of regions, as texts to select from. An argument is
 * an expression of the statement around it, never a value; the aliases {@code place}, {@code child}
 * and {@code directly} are taken.
 */
public final class RegionSql {

  private RegionSql() {}

  /**
   * Each region within the one given, with what it counts under: the region directly below the one
   * given, or that one itself. Columns: region, below.
   */
  public static String placesWithin(String region) {
    return """
        (
          SELECT place.region, coalesce(child.within, REGION) AS below
          FROM region_within place
          LEFT JOIN (
            region_within child JOIN region directly ON directly.code = child.within AND directly.parent = REGION)
            ON child.region = place.region
          WHERE place.within = REGION
        )"""
        .replace("REGION", region);
  }
}
