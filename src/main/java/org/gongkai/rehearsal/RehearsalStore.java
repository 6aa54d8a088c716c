package org.gongkai.rehearsal;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Sql;
import org.jspecify.annotations.Nullable;

/** Stores rehearsals and claims the next one. */
@Singleton
class RehearsalStore {

  private static final String INSERT =
      """
      INSERT INTO rehearsal (region, from_year, to_year, owner, author, edition, version, file, against, created_at,
        last_report, total)
      SELECT :region, :from::smallint, :to::smallint, :owner, :author, :edition, :version, :file, :against, :now,
        coalesce(max(r.id), 0), count(*)
      FROM report r
      WHERE is_filed(r.state)
        AND r.region IN (SELECT w.region FROM region_within w WHERE w.within = :region)
        AND (:from::int IS NULL OR r.year >= :from)
        AND (:to::int IS NULL OR r.year <= :to)
      RETURNING id
      """;

  private static final String COLUMNS =
      """
      SELECT h.id, h.region, h.from_year, h.to_year, h.owner, h.author, h.edition, h.version, h.file, h.against, h.state,
        h.created_at, h.started_at, h.ended_at, h.last_report, h.position, h.total, h.seen, h.unjudged, h.unsubmittable
      FROM rehearsal h
      """;

  private static final String SEEN_BY =
      """
      WHERE (:visible::text IS NULL OR h.region IN (SELECT w.region FROM region_within w WHERE w.within = :visible))
      """;

  private static final String BY_ID = COLUMNS + SEEN_BY + "AND h.id = :id";

  private static final String PAGE =
      COLUMNS + SEEN_BY + "AND h.id < :before ORDER BY h.id DESC LIMIT :limit";

  private static final String COUNT = "SELECT count(*) AS total FROM rehearsal h\n" + SEEN_BY;

  private static final String UNFINISHED =
      """
      SELECT count(*) AS total FROM rehearsal WHERE owner = :owner AND state IN ('waiting', 'running')
      """;

  /** The oldest that no other instance holds. */
  private static final String CLAIM =
      COLUMNS
          + """
          WHERE h.state IN ('waiting', 'running')
          ORDER BY h.id
          LIMIT 1
          FOR UPDATE SKIP LOCKED
          """;

  private static final String ADVANCE =
      """
      UPDATE rehearsal SET state = 'running', started_at = coalesce(started_at, :now), position = :position,
        seen = seen + :seen, unjudged = unjudged + :unjudged, unsubmittable = unsubmittable + :unsubmittable
      WHERE id = :id
      """;

  private static final String END =
      """
      UPDATE rehearsal SET state = :state, started_at = coalesce(started_at, :now), ended_at = :now,
        total = CASE :state WHEN 'done' THEN seen ELSE total END
      WHERE id = :id AND state IN ('waiting', 'running')
      """;

  private static final String DELETE = "DELETE FROM rehearsal WHERE id = :id";

  private static final String FORGET = "DELETE FROM rehearsal WHERE ended_at < :before";

  private final Sql sql;

  RehearsalStore(Sql sql) {
    this.sql = sql;
  }

  /** What to rehearse. Years are inclusive; null: from the first, to the last. */
  record Wanted(
      String region,
      @Nullable Integer from,
      @Nullable Integer to,
      String owner,
      String author,
      String file) {}

  long insert(Wanted wanted, Candidate candidate, Instant now) {
    return sql.statement(INSERT)
        .bind("region", wanted.region())
        .bind("from", wanted.from())
        .bind("to", wanted.to())
        .bind("owner", wanted.owner())
        .bind("author", wanted.author())
        .bind("edition", candidate.form().edition())
        .bind("version", candidate.form().version())
        .bind("file", wanted.file())
        .bind("against", candidate.against())
        .bind("now", now)
        .first(row -> row.getLong("id"))
        .orElseThrow();
  }

  /**
   * @param visible the region, with all below it, for which the caller may see rehearsals; null for
   *     all
   */
  Optional<Rehearsal> byId(long id, @Nullable String visible) {
    return sql.statement(BY_ID)
        .bind("visible", visible)
        .bind("id", id)
        .first(RehearsalStore::rehearsal);
  }

  /** The newest first, those before an id. */
  List<Rehearsal> page(@Nullable String visible, long before, int limit) {
    return sql.statement(PAGE)
        .bind("visible", visible)
        .bind("before", before)
        .bind("limit", limit)
        .list(RehearsalStore::rehearsal);
  }

  long count(@Nullable String visible) {
    return sql.statement(COUNT)
        .bind("visible", visible)
        .first(row -> row.getLong("total"))
        .orElse(0L);
  }

  long unfinished(String owner) {
    return sql.statement(UNFINISHED)
        .bind("owner", owner)
        .first(row -> row.getLong("total"))
        .orElse(0L);
  }

  /** Holds the next one until the transaction ends. */
  Optional<Rehearsal> claim() {
    return sql.statement(CLAIM).first(RehearsalStore::rehearsal);
  }

  void advance(long id, long position, Rehearsal.Counts more, Instant now) {
    sql.statement(ADVANCE)
        .bind("now", now)
        .bind("position", position)
        .bind("seen", more.seen())
        .bind("unjudged", more.unjudged())
        .bind("unsubmittable", more.unsubmittable())
        .bind("id", id)
        .update();
  }

  /** Ends it, and says whether it was not over yet. */
  boolean end(long id, Rehearsal.RehearsalState state, Instant now) {
    return sql.statement(END).bind("state", state.code()).bind("now", now).bind("id", id).update()
        == 1;
  }

  void delete(long id) {
    sql.statement(DELETE).bind("id", id).update();
  }

  void forget(Instant endedBefore) {
    sql.statement(FORGET).bind("before", endedBefore).update();
  }

  private static Rehearsal rehearsal(ResultSet row) throws SQLException {
    return new Rehearsal(
        row.getLong("id"),
        row.getString("region"),
        row.getObject("from_year", Integer.class),
        row.getObject("to_year", Integer.class),
        row.getString("owner"),
        row.getString("author"),
        row.getString("edition"),
        row.getInt("version"),
        row.getString("file"),
        row.getString("against"),
        Parameters.choice(row.getString("state"), Rehearsal.RehearsalState.class).orElseThrow(),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "started_at"),
        Sql.instant(row, "ended_at"),
        row.getLong("last_report"),
        row.getLong("position"),
        new Rehearsal.Counts(
            row.getInt("total"),
            row.getInt("seen"),
            row.getInt("unjudged"),
            row.getInt("unsubmittable")));
  }
}
