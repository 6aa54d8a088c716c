package org.gongkai.feed;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.gongkai.platform.Sql;
import org.gongkai.registry.OrgansChanged;
import org.gongkai.report.ReportChanged;

/** Notes each change in the transaction that makes it. */
@Singleton
class Outbox {

  private static final String NOTE_REPORT =
      """
      INSERT INTO outbox (at, kind, report, organ, year, scope, region, revision, state)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  /** The version of today; of an organ that is not there today, the last one. */
  private static final String NOTE_ORGANS =
      """
      INSERT INTO outbox (at, kind, organ, region)
      SELECT ?, ?, current.organ, current.region
      FROM (
        SELECT DISTINCT ON (v.organ) v.organ, v.region
        FROM organ_version v
        WHERE v.organ = ANY (?)
        ORDER BY v.organ, (v.valid_from <= ?) DESC, v.valid_from DESC
      ) current
      ORDER BY current.organ
      """;

  private final Sql sql;
  private final Clock clock;

  Outbox(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  void note(@Observes ReportChanged changed) {
    sql.update(
        NOTE_REPORT,
        changed.at().atOffset(ZoneOffset.UTC),
        ChangeKinds.of(changed.kind()),
        changed.report(),
        changed.organ(),
        changed.year(),
        changed.scope().code(),
        changed.region(),
        changed.revision(),
        changed.state().code());
  }

  void note(@Observes OrgansChanged changed) {
    sql.update(
        NOTE_ORGANS,
        clock.instant().atOffset(ZoneOffset.UTC),
        ChangeKinds.ORGAN_CHANGED,
        changed.organs().toArray(String[]::new),
        LocalDate.now(clock));
  }
}
