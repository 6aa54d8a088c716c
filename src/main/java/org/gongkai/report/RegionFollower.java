package org.gongkai.report;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.gongkai.platform.Sql;
import org.gongkai.registry.OrgansChanged;

/**
 * Keeps each report where its organ was in the report year: when the registry is corrected, reports
 * follow in the same transaction. A report of a year in which the organ no longer is stays.
 */
@Singleton
class RegionFollower {

  private static final String FOLLOW =
      """
      UPDATE report r
      SET region = latest.region
      FROM (
        SELECT DISTINCT ON (r2.id) r2.id, v.region
        FROM report r2
        JOIN organ_version v ON v.organ = r2.organ
          AND v.valid_from <= make_date(r2.year, 12, 31)
          AND v.valid_to > make_date(r2.year, 1, 1)
        WHERE r2.organ = ANY (?)
        ORDER BY r2.id, v.valid_from DESC
      ) latest
      WHERE r.id = latest.id AND r.region <> latest.region
      """;

  private final Sql sql;

  RegionFollower(Sql sql) {
    this.sql = sql;
  }

  void follow(@Observes OrgansChanged changed) {
    sql.update(FOLLOW, (Object) changed.organs().toArray(String[]::new));
  }
}
