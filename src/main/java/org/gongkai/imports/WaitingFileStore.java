package org.gongkai.imports;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.gongkai.platform.Sql;
import org.jspecify.annotations.Nullable;

/** Leases the files that wait to be read, and counts them. */
@Singleton
class WaitingFileStore {

  /**
   * Owners take turns, so that nobody's files wait for more than one of each other owner, however
   * many those have sent; of one owner's, the first of each import comes before the second of any.
   */
  private static final String LEASE =
      """
      UPDATE import_file f SET leased_until = :until, attempts = f.attempts + 1
      FROM (
        SELECT w.import, w.number FROM import_file w JOIN import o ON o.id = w.import
        WHERE w.state = 'waiting' AND (w.leased_until IS NULL OR w.leased_until < :now)
        ORDER BY (o.region, coalesce(o.organ, '')) <= (:region, :organ), o.region, coalesce(o.organ, ''),
          w.number, w.import
        LIMIT 1
        FOR UPDATE OF w SKIP LOCKED
      ) AS next, import i
      WHERE f.import = next.import AND f.number = next.number AND i.id = f.import
      RETURNING f.import, f.number, f.content, f.attempts, i.region, i.organ, i.said_organ, i.said_year
      """;

  private static final String GIVE_BACK =
      """
      UPDATE import_file SET leased_until = NULL, attempts = attempts - 1
      WHERE import = :import AND number = :number AND state = 'waiting' AND attempts > 0
      """;

  private static final String WAITING =
      """
      SELECT count(*) AS waiting,
        count(*) FILTER (WHERE i.region = :region AND i.organ IS NOT DISTINCT FROM :organ) AS own
      FROM import_file f JOIN import i ON i.id = f.import
      WHERE f.state = 'waiting'
      """;

  private final Sql sql;

  WaitingFileStore(Sql sql) {
    this.sql = sql;
  }

  /**
   * A file that this instance reads.
   *
   * @param attempt from 1
   */
  record Leased(
      long importId,
      int number,
      byte @Nullable [] content,
      int attempt,
      Import.Owner owner,
      Import.Said said) {}

  /**
   * Begins with the next file that waits.
   *
   * @param last whose file was begun before; the next owner's turn is it
   */
  Optional<Leased> lease(Instant now, Instant until, Import.Owner last) {
    return sql.statement(LEASE)
        .bind("now", now)
        .bind("region", last.region())
        .bind("organ", last.organ() == null ? "" : last.organ())
        .bind("until", until)
        .first(
            row ->
                new Leased(
                    row.getLong("import"),
                    row.getInt("number"),
                    row.getBytes("content"),
                    row.getInt("attempts"),
                    new Import.Owner(row.getString("region"), row.getString("organ")),
                    new Import.Said(
                        row.getString("said_organ"), row.getObject("said_year", Integer.class))));
  }

  /** Undoes a lease: the file was not begun. */
  void giveBack(long importId, int number) {
    sql.statement(GIVE_BACK).bind("import", importId).bind("number", number).update();
  }

  /**
   * How many files wait.
   *
   * @param own how many of them are the owner's
   */
  record Waiting(long all, long own) {}

  Waiting waiting(Import.Owner owner) {
    return sql.statement(WAITING)
        .bind("region", owner.region())
        .bind("organ", owner.organ())
        .first(row -> new Waiting(row.getLong("waiting"), row.getLong("own")))
        .orElseThrow();
  }
}
