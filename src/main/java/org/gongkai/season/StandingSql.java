package org.gongkai.season;

import org.gongkai.calendar.CalendarSql;

/** Where organs stand with their reports, as a text to select from. */
final class StandingSql {

  /**
   * Where each organ of a region, and of all below it, stands with its own report of a year, as of
   * a day: the expected ones, the exempt ones, and those that filed without being expected. An
   * organ that did not exist on 31 December has no last day, and the name and kind that it last
   * had. The statement binds {@code :year}, {@code :region} and {@code :today}.
   */
  static final String STANDING =
      standing("(SELECT w.region FROM region_within w WHERE w.within = :region)");

  private static final String IN_REGIONS =
      """
      (
        SELECT e.organ, coalesce(e.name, LAST_NAME) AS name, e.region, coalesce(e.kind, LAST_KIND) AS kind,
          e.expected, e.exempt, e.filed, e.extension, e.due, e.return_due, e.report, coalesce(e.state, 'notStarted') AS state, e.filed_at,
          e.handed_in_on, e.changed_at,
          CASE
            WHEN e.filed AND NOT e.expected THEN 'unexpected'
            WHEN e.exempt THEN 'exempt'
            WHEN e.filed AND e.days_late <= 0 THEN 'onTime'
            WHEN e.filed THEN 'late'
            WHEN e.days_late > 0 THEN 'missing'
            ELSE 'pending'
          END AS status,
          CASE WHEN e.expected AND e.days_late > 0 THEN e.days_late END AS days_late
        FROM (
          SELECT coalesce(x.organ, y.organ) AS organ, x.name, coalesce(y.region, x.region) AS region, x.kind,
            x.organ IS NOT NULL AND NOT x.exempt AS expected, coalesce(x.exempt, false) AS exempt,
            coalesce(y.filed, false) AS filed, x.extension, x.due, y.id AS report, y.state, y.filed_at, y.handed_in_on, y.changed_at,
            y.return_due, days_late(y.state, y.filed_on, x.due, y.return_due, y.corrected_on, :today) AS days_late
          FROM DUE x
          FULL JOIN (
            SELECT r.*
            FROM own_report r
            JOIN REGIONS AS place ON place.region = r.region
            WHERE r.year = :year
          ) y ON y.organ = x.organ
        ) e
        WHERE e.expected OR e.exempt OR e.filed
      )
      """;

  private StandingSql() {}

  /**
   * The same of the organs of some regions.
   *
   * @param regions a text to select from, whose column is that of {@code region_within}
   */
  static String standing(String regions) {
    return IN_REGIONS
        .replace("DUE", CalendarSql.organDue(":year", "REGIONS"))
        .replace("REGIONS", regions)
        .replace("LAST_NAME", lastKnown("name"))
        .replace("LAST_KIND", lastKnown("kind"));
  }

  /** What an organ had in the year, or else when it was there last. */
  private static String lastKnown(String column) {
    return """
    (SELECT v.%s FROM organ_version v
      WHERE v.organ = e.organ
      ORDER BY v.valid_from <= make_date(:year, 12, 31) DESC, v.valid_from DESC
      LIMIT 1)
    """
        .formatted(column);
  }
}
