package org.gongkai.report;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.gongkai.form.Scope;
import org.gongkai.platform.Parameters;
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
        SELECT r.id, r.organ, r.year, r.scope, r.revision, r.state, r.published_revision, r.region AS old_region, r.kind AS old_kind, r.expected AS old_expected,
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
      ),
      counted AS (
      INSERT INTO tally_change (at, region, kind, year, basis, report, revision, sign, expected, unexplained, waived)
      SELECT ?, CASE step.sign WHEN 1 THEN m.region ELSE m.old_region END,
        CASE step.sign WHEN 1 THEN m.kind ELSE m.old_kind END, m.year, b.basis, m.id, c.revision, step.sign,
        step.sign * CASE step.sign WHEN 1 THEN m.expected ELSE m.old_expected END::integer,
        step.sign * c.unexplained, step.sign * c.waived
      FROM moved m
      CROSS JOIN (VALUES ('submitted'), ('accepted'), ('published')) AS b (basis)
      JOIN LATERAL report_counted(b.basis, NULL) AS c ON c.report = m.id
      CROSS JOIN (VALUES (-1), (1)) AS step (sign)
      )
      SELECT * FROM moved WHERE region <> old_region ORDER BY id
      """;

  /** Of so many organs at a time the reports that move are in memory. */
  private static final int BATCH = 1_000;

  private final Sql sql;
  private final Clock clock;
  private final Event<ReportsMoved> moved;

  RegistryFollower(Sql sql, Clock clock, Event<ReportsMoved> moved) {
    this.sql = sql;
    this.clock = clock;
    this.moved = moved;
  }

  void follow(@Observes OrgansChanged changed) {
    follow(changed.organs());
  }

  void follow(@Observes ExemptionsChanged changed) {
    follow(Set.of(changed.organ()));
  }

  private void follow(Set<String> organs) {
    List<String> all = organs.stream().sorted().toList();
    for (int first = 0; first < all.size(); first += BATCH) {
      follow(all.subList(first, Math.min(all.size(), first + BATCH)));
    }
  }

  private void follow(List<String> some) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<ReportsMoved.Move> moves =
        sql.list(
            FOLLOW,
            RegistryFollower::move,
            some.toArray(String[]::new),
            now.atOffset(ZoneOffset.UTC));
    if (!moves.isEmpty()) {
      moved.fire(new ReportsMoved(now, moves));
    }
  }

  private static ReportsMoved.Move move(ResultSet row) throws SQLException {
    return new ReportsMoved.Move(
        row.getLong("id"),
        row.getString("organ"),
        row.getInt("year"),
        Parameters.choice(row.getString("scope"), Scope.class).orElseThrow(),
        row.getString("old_region"),
        row.getString("region"),
        row.getInt("revision"),
        Parameters.choice(row.getString("state"), ReportState.class).orElseThrow(),
        row.getObject("published_revision") != null);
  }
}
