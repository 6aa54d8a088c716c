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
import org.gongkai.report.ReportsChanged;
import org.gongkai.report.ReportsMoved;

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

  /** To the region that is left first, so that whoever sees both ends where the report is. */
  private static final String NOTE_MOVES =
      """
      INSERT INTO outbox (at, kind, report, organ, year, scope, region, revision, state, moved_from, moved_to, published)
      SELECT ?, ?, m.report, m.organ, m.year, m.scope, told.region, m.revision, m.state, m.moved_from, m.moved_to, m.published
      FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
        WITH ORDINALITY AS m (report, organ, year, scope, moved_from, moved_to, revision, state, published, place)
      CROSS JOIN LATERAL (VALUES (1, m.moved_from), (2, m.moved_to)) AS told (turn, region)
      ORDER BY m.place, told.turn
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
    List<ReportsChanged.ReportChanged> changes = changed.changes();
    sql.update(
        NOTE_REPORTS,
        texts(changes, c -> c.at().toString()),
        texts(changes, c -> ChangeKinds.of(c.kind())),
        changes.stream().mapToLong(ReportsChanged.ReportChanged::report).toArray(),
        texts(changes, ReportsChanged.ReportChanged::organ),
        changes.stream().mapToInt(ReportsChanged.ReportChanged::year).toArray(),
        texts(changes, c -> c.scope().code()),
        texts(changes, ReportsChanged.ReportChanged::region),
        changes.stream().mapToInt(ReportsChanged.ReportChanged::revision).toArray(),
        texts(changes, c -> c.state().code()));
  }

  void note(@Observes ReportsMoved moved) {
    List<ReportsMoved.Move> moves = moved.moves();
    sql.update(
        NOTE_MOVES,
        moved.at().atOffset(ZoneOffset.UTC),
        ChangeKinds.MOVED,
        moves.stream().mapToLong(ReportsMoved.Move::report).toArray(),
        texts(moves, ReportsMoved.Move::organ),
        moves.stream().mapToInt(ReportsMoved.Move::year).toArray(),
        texts(moves, m -> m.scope().code()),
        texts(moves, ReportsMoved.Move::from),
        texts(moves, ReportsMoved.Move::to),
        moves.stream().mapToInt(ReportsMoved.Move::revision).toArray(),
        texts(moves, m -> m.state().code()),
        moves.stream().map(ReportsMoved.Move::published).toArray(Boolean[]::new));
  }

  private static <T> String[] texts(List<T> changes, Function<T, String> column) {
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
