package org.gongkai.calendar;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;

/**
 * What statements of all rooms ask of dates and exemptions, as texts to select from. An argument is
 * an expression of the statement around it, never a value; the aliases {@code place}, {@code
 * above}, {@code stated}, {@code said}, {@code version} and {@code dated} are taken.
 */
public final class CalendarSql {

  private static final String DATES =
      """
      SELECT stated.region || ' ' || stated.due AS what
      FROM due_date stated WHERE stated.year = YEAR AND stated.scope_group = 'organ'
      """;

  private static final String EXTENSIONS =
      """
      SELECT extension.organ || ' ' || extension.due AS what FROM extension WHERE extension.year = YEAR
      """;

  private static final String EXEMPTIONS =
      """
      SELECT exemption.organ AS what FROM exemption WHERE exemption.year = YEAR
      """;

  private static final String DIGEST =
      """
      (
        SELECT encode(
          sha256(convert_to(coalesce(string_agg(said.what, ',' ORDER BY said.what COLLATE "C"), ''), 'UTF8')), 'base64')
        FROM (SAID) AS said
      )\
      """;

  private CalendarSql() {}

  /**
   * Each organ of some regions that existed on 31 December, exempt ones included, with the last day
   * for its own report: the earliest of the legal one and all those that its region and the regions
   * above have set, or a later one that it was given. Columns: organ, name, region, kind, exempt,
   * extension, due.
   *
   * @param regions a text to select from, whose column is that of {@code region_within}
   */
  public static String organDue(String year, String regions) {
    return """
    (
      SELECT version.organ, version.name, version.region, version.kind, exemption.organ IS NOT NULL AS exempt,
        extension.due AS extension, greatest(dated.due, extension.due) AS due
      FROM (
        SELECT place.region, least(legal_due(YEAR, 'organ'), min(stated.due)) AS due
        FROM REGIONS place
        LEFT JOIN (
          region_within above
          JOIN due_date stated ON stated.region = above.within AND stated.year = YEAR AND stated.scope_group = 'organ')
          ON above.region = place.region
        GROUP BY place.region
      ) AS dated
      JOIN organ_version version ON version.region = dated.region
      LEFT JOIN extension ON extension.organ = version.organ AND extension.year = YEAR
      LEFT JOIN exemption ON exemption.organ = version.organ AND exemption.year = YEAR
      WHERE version.valid_from <= make_date(YEAR, 12, 31)
        AND version.valid_to > make_date(YEAR, 12, 31)
    )\
    """
        .replace("YEAR", year)
        .replace("REGIONS", regions);
  }

  /**
   * A text that is another one as soon as any day, extension or exemption of organs' own reports of
   * a year is another one.
   *
   * @param column that has it
   */
  public static String daysOf(String year, String column) {
    return Stream.of(DATES, EXTENSIONS, EXEMPTIONS)
        .map(said -> DIGEST.replace("SAID", said).replace("YEAR", year))
        .collect(joining(" || ", "", " AS " + column));
  }
}
