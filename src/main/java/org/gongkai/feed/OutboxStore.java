package org.gongkai.feed;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.gongkai.platform.Sql;
import org.gongkai.registry.OrgansChanged;
import org.gongkai.report.ReportsChanged;
import org.gongkai.upkeep.ReportsMoved;
import org.jspecify.annotations.Nullable;

/**
 * Writes each change into the outbox, in the transaction that makes it, and moves it to the feed.
 */
@Singleton
class OutboxStore {

  private static final String NOTE_REPORTS =
      """
      INSERT INTO outbox (at, kind, report, organ, year, scope, region, revision, state, published)
      SELECT at::timestamptz, kind, report, organ, year, scope, region, revision, state, published
      FROM unnest(:ats, :kinds, :reports, :organs, :years, :scopes, :regions, :revisions, :states, :published)
        WITH ORDINALITY AS c (at, kind, report, organ, year, scope, region, revision, state, published, place)
      ORDER BY place
      """;

  /**
   * The region that a report leaves comes first, so that a reader of both ends up where the report
   * is.
   */
  private static final String NOTE_MOVES =
      """
      INSERT INTO outbox (at, kind, report, organ, year, scope, region, revision, state, moved_from, moved_to, published)
      SELECT :at, :kind, m.report, m.organ, m.year, m.scope, told.region, m.revision, m.state, m.moved_from, m.moved_to, m.published
      FROM unnest(:reports, :organs, :years, :scopes, :from, :to, :revisions, :states, :published)
        WITH ORDINALITY AS m (report, organ, year, scope, moved_from, moved_to, revision, state, published, place)
      CROSS JOIN LATERAL (VALUES (1, m.moved_from), (2, m.moved_to)) AS told (turn, region)
      ORDER BY m.place, told.turn
      """;

  /** The version of today; of an organ that is not there today, the last one. */
  private static final String NOTE_ORGANS =
      """
      INSERT INTO outbox (at, kind, organ, region)
      SELECT :at, :kind, current.organ, current.region
      FROM (
        SELECT DISTINCT ON (v.organ) v.organ, v.region
        FROM organ_version v
        WHERE v.organ = ANY (:organs)
        ORDER BY v.organ, (v.valid_from <= :today) DESC, v.valid_from DESC
      ) current
      ORDER BY current.organ
      """;

  private static final String NOTE_IMPORT =
      "INSERT INTO outbox (at, kind, import, organ, region) VALUES (:at, :kind, :import, :organ, :region)";

  private static final long LOCK = 0x676f6e676b616906L;

  private static final String WAITING = "SELECT 1 FROM outbox LIMIT 1";

  private static final String OLDEST = "SELECT at FROM outbox ORDER BY id LIMIT 1";

  private static final String WAIT_FOR_LOCK = "SELECT pg_advisory_xact_lock(:lock)";

  private static final String TRY_LOCK = "SELECT pg_try_advisory_xact_lock(:lock) AS locked";

  private static final String MOVE =
      """
      WITH taken AS (DELETE FROM outbox RETURNING *)
      INSERT INTO change (at, kind, report, import, organ, year, scope, region, revision, state, moved_from, moved_to, published)
      SELECT at, kind, report, import, organ, year, scope, region, revision, state, moved_from, moved_to, published
      FROM taken ORDER BY id
      """;

  private final Sql sql;
  private final Clock clock;

  OutboxStore(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  void note(@Observes ReportsChanged changed) {
    List<ReportsChanged.ReportChanged> changes = changed.changes();
    sql.statement(NOTE_REPORTS)
        .bind("ats", texts(changes, c -> c.at().toString()))
        .bind("kinds", texts(changes, c -> ChangeKinds.of(c.kind())))
        .bind("reports", changes.stream().mapToLong(ReportsChanged.ReportChanged::report).toArray())
        .bind("organs", texts(changes, ReportsChanged.ReportChanged::organ))
        .bind("years", changes.stream().mapToInt(ReportsChanged.ReportChanged::year).toArray())
        .bind("scopes", texts(changes, c -> c.scope().code()))
        .bind("regions", texts(changes, ReportsChanged.ReportChanged::region))
        .bind(
            "revisions",
            changes.stream().mapToInt(ReportsChanged.ReportChanged::revision).toArray())
        .bind("states", texts(changes, c -> c.state().code()))
        .bind(
            "published",
            changes.stream().map(ReportsChanged.ReportChanged::isTold).toArray(Boolean[]::new))
        .send();
  }

  void note(@Observes ReportsMoved moved) {
    List<ReportsMoved.Move> moves = moved.moves();
    sql.statement(NOTE_MOVES)
        .bind("at", moved.at())
        .bind("kind", ChangeKinds.MOVED)
        .bind("reports", moves.stream().mapToLong(ReportsMoved.Move::report).toArray())
        .bind("organs", texts(moves, ReportsMoved.Move::organ))
        .bind("years", moves.stream().mapToInt(ReportsMoved.Move::year).toArray())
        .bind("scopes", texts(moves, m -> m.scope().code()))
        .bind("from", texts(moves, ReportsMoved.Move::from))
        .bind("to", texts(moves, ReportsMoved.Move::to))
        .bind("revisions", moves.stream().mapToInt(ReportsMoved.Move::revision).toArray())
        .bind("states", texts(moves, m -> m.state().code()))
        .bind("published", moves.stream().map(ReportsMoved.Move::published).toArray(Boolean[]::new))
        .update();
  }

  private static <T> String[] texts(List<T> changes, Function<T, String> column) {
    return changes.stream().map(column).toArray(String[]::new);
  }

  void note(@Observes OrgansChanged changed) {
    sql.statement(NOTE_ORGANS)
        .bind("at", clock.instant())
        .bind("kind", ChangeKinds.ORGAN_CHANGED)
        .bind("organs", changed.organs().toArray(String[]::new))
        .bind("today", LocalDate.now(clock))
        .update();
  }

  void note(@Observes ImportFinished finished) {
    sql.statement(NOTE_IMPORT)
        .bind("at", finished.at())
        .bind("kind", ChangeKinds.IMPORT_FINISHED)
        .bind("import", finished.id())
        .bind("organ", finished.organ())
        .bind("region", finished.region())
        .update();
  }

  /** Whether the outbox holds changes without a position. */
  boolean hasChanges() {
    return sql.statement(WAITING).first(row -> true).isPresent();
  }

  /** When the first of them was made; null where there is none. */
  @Nullable Instant oldest() {
    return sql.statement(OLDEST).first(row -> Sql.instant(row, "at")).orElse(null);
  }

  /** Holds the lock of positions until the transaction ends; waits for it. */
  void lock() {
    sql.statement(WAIT_FOR_LOCK).bind("lock", LOCK).first(row -> true);
  }

  /** The same without waiting; false while another transaction holds it. */
  boolean tryLock() {
    return sql.statement(TRY_LOCK)
        .bind("lock", LOCK)
        .first(row -> row.getBoolean("locked"))
        .orElse(false);
  }

  /**
   * Gives all committed changes their positions. Call it with the lock, as a separate statement:
   * only so does it see everything committed before.
   */
  void move() {
    sql.statement(MOVE).update();
  }
}
