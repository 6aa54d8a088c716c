package org.gongkai.calendar;

/**
 * What statements of all rooms ask of dates and exemptions, as texts to select from. An argument is
 * an expression of the statement around it, never a value; the aliases {@code place}, {@code
 * above}, {@code stated}, {@code version} and {@code dated} are taken.
 */
public final class CalendarSql {

  private CalendarSql() {}

  /**
   * Each organ of a region and of all below it that existed on 31 December, exempt ones included,
   * with the last day for its own report: the earliest of the legal one and all those that its
   * region and the regions above have set, or a later one that it was given. Columns: organ, name,
   * region, kind, exempt, extension, due.
   */
  public static String organDue(String year, String region) {
    return """
        (
          SELECT version.organ, version.name, version.region, version.kind, exemption.organ IS NOT NULL AS exempt,
            extension.due AS extension, greatest(dated.due, extension.due) AS due
          FROM (
            SELECT place.region, least(legal_due(YEAR, 'organ'), min(stated.due)) AS due
            FROM region_within place
            LEFT JOIN (
              region_within above
              JOIN due_date stated ON stated.region = above.within AND stated.year = YEAR AND stated.scope_group = 'organ')
              ON above.region = place.region
            WHERE place.within = REGION
            GROUP BY place.region
          ) AS dated
          JOIN organ_version version ON version.region = dated.region
          LEFT JOIN extension ON extension.organ = version.organ AND extension.year = YEAR
          LEFT JOIN exemption ON exemption.organ = version.organ AND exemption.year = YEAR
          WHERE version.valid_from <= make_date(YEAR, 12, 31)
            AND version.valid_to > make_date(YEAR, 12, 31)
        )"""
        .replace("YEAR", year)
        .replace("REGION", region);
  }
}
