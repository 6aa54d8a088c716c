package org.gongkai.rehearsal;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Sql;

/** Keeps rehearsals, and says which one is next. */
@Singleton
class RehearsalStore {

  private static final String INSERT =
      """
      INSERT INTO rehearsal (region, from_year, to_year, owner, author, edition, version, file, against, created_at,
        last_report, total)
      SELECT ?, ?::smallint, ?::smallint, ?, ?, ?, ?, ?, ?, ?, coalesce(max(r.id), 0), count(*)
      FROM report r
      WHERE r.state IN ('submitted', 'accepted', 'published')
        AND r.region IN (SELECT w.region FROM region_within w WHERE w.within = ?)
        AND (?::int IS NULL OR r.year >= ?)
        AND (?::int IS NULL OR r.year <= ?)
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
      WHERE (?::text IS NULL OR h.region IN (SELECT w.region FROM region_within w WHERE w.within = ?))
      """;

  private static final String BY_ID = COLUMNS + SEEN_BY + "AND h.id = ?";

  private static final String PAGE = COLUMNS + SEEN_BY + "AND h.id < ? ORDER BY h.id DESC LIMIT ?";

  private static final String COUNT = "SELECT count(*) FROM rehearsal h\n" + SEEN_BY;

  private static final String UNFINISHED =
      "SELECT count(*) FROM rehearsal WHERE owner = ? AND state IN ('waiting', 'running')";

  /** The oldest that nobody is at. Who waited for the row reads it as it was left. */
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
      UPDATE rehearsal SET state = 'running', started_at = coalesce(started_at, ?), position = ?, seen = seen + ?,
        unjudged = unjudged + ?, unsubmittable = unsubmittable + ?
      WHERE id = ?
      """;

  private static final String END =
      """
      UPDATE rehearsal SET state = ?, started_at = coalesce(started_at, ?), ended_at = ?,
        total = CASE ? WHEN 'done' THEN seen ELSE total END
      WHERE id = ? AND state IN ('waiting', 'running')
      """;

  private static final String DELETE = "DELETE FROM rehearsal WHERE id = ?";

  private static final String FORGET = "DELETE FROM rehearsal WHERE ended_at < ?";

  private final Sql sql;

  RehearsalStore(Sql sql) {
    this.sql = sql;
  }

  /** What a rehearsal is to be about. */
  record Wanted(
      String region, Integer from, Integer to, String owner, String author, String file) {}

  long insert(Wanted wanted, Candidate candidate, Instant now) {
    return sql.first(
            INSERT,
            row -> row.getLong(1),
            wanted.region(),
            wanted.from(),
            wanted.to(),
            wanted.owner(),
            wanted.author(),
            candidate.form().edition(),
            candidate.form().version(),
            wanted.file(),
            candidate.against(),
            utc(now),
            wanted.region(),
            wanted.from(),
            wanted.from(),
            wanted.to(),
            wanted.to())
        .orElseThrow();
  }

  /**
   * @param visible the region, with all below it, whose rehearsals are seen; null for all
   */
  Optional<Rehearsal> byId(long id, String visible) {
    return sql.first(BY_ID, RehearsalStore::rehearsal, visible, visible, id);
  }

  /** The newest first, those before an id. */
  List<Rehearsal> page(String visible, long before, int limit) {
    return sql.list(PAGE, RehearsalStore::rehearsal, visible, visible, before, limit);
  }

  long count(String visible) {
    return sql.first(COUNT, row -> row.getLong(1), visible, visible).orElse(0L);
  }

  long unfinished(String owner) {
    return sql.first(UNFINISHED, row -> row.getLong(1), owner).orElse(0L);
  }

  /** Holds the next one until the transaction ends. */
  Optional<Rehearsal> claim() {
    return sql.first(CLAIM, RehearsalStore::rehearsal);
  }

  void advance(long id, long position, Rehearsal.Counts more, Instant now) {
    sql.update(ADVANCE, utc(now), position, more.seen(), more.unjudged(), more.unsubmittable(), id);
  }

  /**
   * @return whether it was not over yet
   */
  boolean end(long id, Rehearsal.RehearsalState state, Instant now) {
    return sql.update(END, state.code(), utc(now), utc(now), state.code(), id) == 1;
  }

  void delete(long id) {
    sql.update(DELETE, id);
  }

  void forget(Instant endedBefore) {
    sql.update(FORGET, utc(endedBefore));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Rehearsal rehearsal(ResultSet row) throws SQLException {
    return new Rehearsal(
        row.getLong(1),
        row.getString(2),
        row.getObject(3, Integer.class),
        row.getObject(4, Integer.class),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getInt(8),
        row.getString(9),
        row.getString(10),
        Parameters.choice(row.getString(11), Rehearsal.RehearsalState.class).orElseThrow(),
        instant(row, 12),
        instant(row, 13),
        instant(row, 14),
        row.getLong(15),
        row.getLong(16),
        new Rehearsal.Counts(row.getInt(17), row.getInt(18), row.getInt(19), row.getInt(20)));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
