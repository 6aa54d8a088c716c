package org.gongkai.report;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.gongkai.platform.Sql;
import org.gongkai.registry.ExemptionsChanged;
import org.gongkai.registry.OrgansChanged;

/**
 * Keeps each report where its organ was in the report year: when the registry is corrected, reports
 * follow in the same transaction, and so does what rollups count. A report of a year in which the
 * organ no longer is stays.
 */
@Singleton
class RegistryFollower {

  /** Everything in one statement, whose parts all see the reports as they were before. */
  private static final String FOLLOW =
      """
      WITH latest AS (
        SELECT r.id, r.year, r.region AS old_region, r.kind AS old_kind, r.expected AS old_expected,
          coalesce(o.region, r.region) AS region, coalesce(o.kind, r.kind) AS kind, coalesce(o.expected, false) AS expected
        FROM report r
        LEFT JOIN LATERAL (SELECT * FROM organ_in_year(r.year) i WHERE i.organ = r.organ) o ON true
        WHERE r.organ = ANY (?)
      ),
      moved AS (
        SELECT * FROM latest
        WHERE (region, kind, expected) <> (old_region, old_kind, old_expected)
      ),
      followed AS (
        UPDATE report r SET region = m.region, kind = m.kind, expected = m.expected
        FROM moved m WHERE r.id = m.id
      )
      INSERT INTO tally_change (at, region, kind, year, basis, report, revision, sign, expected, unexplained, waived)
      SELECT ?, CASE step.sign WHEN 1 THEN m.region ELSE m.old_region END,
        CASE step.sign WHEN 1 THEN m.kind ELSE m.old_kind END, m.year, b.basis, m.id, c.revision, step.sign,
        step.sign * CASE step.sign WHEN 1 THEN m.expected ELSE m.old_expected END::integer,
        step.sign * c.unexplained, step.sign * c.waived
      FROM moved m
      CROSS JOIN (VALUES ('submitted'), ('accepted'), ('published')) AS b (basis)
      JOIN LATERAL report_counted(b.basis, NULL) AS c ON c.report = m.id
      CROSS JOIN (VALUES (-1), (1)) AS step (sign)
      """;

  private final Sql sql;
  private final Clock clock;

  RegistryFollower(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  void follow(@Observes OrgansChanged changed) {
    follow(changed.organs());
  }

  void follow(@Observes ExemptionsChanged changed) {
    follow(Set.of(changed.organ()));
  }

  private void follow(Set<String> organs) {
    sql.update(
        FOLLOW,
        organs.toArray(String[]::new),
        OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC));
  }
}
