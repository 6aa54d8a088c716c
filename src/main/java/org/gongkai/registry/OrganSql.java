package org.gongkai.registry;

/**
 * What statements of all rooms ask of {@code organ_version}, as texts to select from. An argument
 * is an expression of the statement around it, {@code :year} or {@code k.year}, never a value; the
 * aliases {@code version}, {@code later} and {@code place} are taken.
 *
 * <p>They are texts and neither views nor functions: a view would have to list all years, and a
 * function hides from the planner what it reads.
 */
public final class OrganSql {

  private OrganSql() {}

  /**
   * Each organ of a year once, as it was on 31 December, or, where it was closed during the year,
   * as it last was. {@code expected} says whether a report is expected: it existed on 31 December
   * and is not exempt. Columns: organ, name, region, kind, successor, valid_from, valid_to,
   * expected.
   */
  public static String inYear(String year) {
    return """
        (
          SELECT version.organ, version.name, version.region, version.kind, version.successor, version.valid_from,
            version.valid_to, version.valid_to > make_date(YEAR, 12, 31) AND NOT EXISTS (
              SELECT 1 FROM exemption WHERE exemption.organ = version.organ AND exemption.year = YEAR) AS expected
          FROM organ_version version
          WHERE version.valid_from <= make_date(YEAR, 12, 31)
            AND version.valid_to > make_date(YEAR, 1, 1)
            AND NOT EXISTS (
              SELECT 1 FROM organ_version later
              WHERE later.organ = version.organ
                AND later.valid_from > version.valid_from
                AND later.valid_from <= make_date(YEAR, 12, 31))
        )"""
        .replace("YEAR", year);
  }

  /**
   * The organs of a region and of all below it of which a report for the year is expected: those
   * that existed on 31 December and are not exempt. Columns: organ, name, region, kind.
   */
  public static String expected(String year, String region) {
    return """
        (
          SELECT version.organ, version.name, version.region, version.kind
          FROM region_within place
          JOIN organ_version version ON version.region = place.region
          WHERE place.within = REGION
            AND version.valid_from <= make_date(YEAR, 12, 31)
            AND version.valid_to > make_date(YEAR, 12, 31)
            AND NOT EXISTS (
              SELECT 1 FROM exemption WHERE exemption.organ = version.organ AND exemption.year = YEAR)
        )"""
        .replace("YEAR", year)
        .replace("REGION", region);
  }

  /**
   * Where an organ is on a day; where it was at last, if it has ended by then; where it will be
   * first, if it has not begun. One row at most. Columns: region, valid_from.
   */
  public static String regionOn(String organ, String day) {
    return """
        (
          SELECT version.region, version.valid_from FROM organ_version version
          WHERE version.organ = ORGAN
          ORDER BY (version.valid_from <= DAY) DESC,
            CASE WHEN version.valid_from <= DAY THEN version.valid_from END DESC, version.valid_from
          LIMIT 1
        )"""
        .replace("ORGAN", organ)
        .replace("DAY", day);
  }
}
