package org.gongkai.feed;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.gongkai.platform.Sql;
import org.gongkai.registry.OrgansChanged;
import org.gongkai.report.ReportChanged;
import org.gongkai.report.ReportsChanged;

/** Notes each change in the transaction that makes it. */
@Singleton
class Outbox {

  private static final String NOTE_REPORTS =
      """
      INSERT INTO outbox (at, kind, report, organ, year, scope, region, revision, state)
      SELECT at::timestamptz, kind, report, organ, year, scope, region, revision, state
      FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
        WITH ORDINALITY AS c (at, kind, report, organ, year, scope, region, revision, state, place)
      ORDER BY place
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

  void note(@Observes ReportsChanged changed) {
    List<ReportChanged> changes = changed.changes();
    sql.update(
        NOTE_REPORTS,
        texts(changes, c -> c.at().toString()),
        texts(changes, c -> ChangeKinds.of(c.kind())),
        changes.stream().mapToLong(ReportChanged::report).toArray(),
        texts(changes, ReportChanged::organ),
        changes.stream().mapToInt(ReportChanged::year).toArray(),
        texts(changes, c -> c.scope().code()),
        texts(changes, ReportChanged::region),
        changes.stream().mapToInt(ReportChanged::revision).toArray(),
        texts(changes, c -> c.state().code()));
  }

  private static String[] texts(
      List<ReportChanged> changes, Function<ReportChanged, String> column) {
    return changes.stream().map(column).toArray(String[]::new);
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
