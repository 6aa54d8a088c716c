package org.gongkai.imports;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Sql;
import org.jspecify.annotations.Nullable;

/** Stores imports. */
@Singleton
class ImportStore {

  private static final String INSERT =
      """
      INSERT INTO import (region, organ, author, name, said_organ, said_year, files, bytes, created_at)
      VALUES (:region, :organ, :author, :name, :saidOrgan, :saidYear::smallint, 0, 0, :now)
      RETURNING id
      """;

  private static final String MEASURE =
      "UPDATE import SET files = :files, bytes = :bytes WHERE id = :id";

  private static final String COLUMNS =
      """
      SELECT i.id, i.region, i.organ, i.author, i.name, i.said_organ, i.said_year, i.state, i.bytes, i.created_at,
        i.ended_at, i.files, counted.read, counted.refused, counted.forgotten, counted.taken
      FROM import i
      CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE f.state = 'read') AS read, count(*) FILTER (WHERE f.state = 'refused') AS refused,
          count(*) FILTER (WHERE f.state = 'forgotten') AS forgotten, count(f.report) AS taken
        FROM import_file f WHERE f.import = i.id
      ) AS counted
      """;

  private static final String SEEN_BY =
      """
      WHERE (:visibleRegion::text IS NULL
          OR i.region IN (SELECT w.region FROM region_within w WHERE w.within = :visibleRegion))
        AND (:visibleOrgan::text IS NULL OR i.organ = :visibleOrgan)
      """;

  private static final String BY_ID = COLUMNS + SEEN_BY + "AND i.id = :id";

  private static final String PAGE =
      COLUMNS + SEEN_BY + "AND i.id < :before ORDER BY i.id DESC LIMIT :limit";

  private static final String COUNT = "SELECT count(*) AS total FROM import i\n" + SEEN_BY;

  private static final String KEPT =
      """
      SELECT coalesce(sum(bytes), 0)::bigint AS bytes FROM import
      WHERE region = :region AND organ IS NOT DISTINCT FROM :organ
      """;

  /** Of two who read the last files of an import, the second one waits here, and sees both done. */
  private static final String HOLD =
      "SELECT id FROM import WHERE id = :id AND state = 'reading' FOR UPDATE";

  private static final String END =
      """
      UPDATE import SET state = 'done', ended_at = :now
      WHERE id = :id AND state = 'reading'
        AND NOT EXISTS (SELECT FROM import_file f WHERE f.import = :id AND f.state = 'waiting')
      """;

  private static final String DELETE = "DELETE FROM import WHERE id = :id";

  private static final String FORGET = "DELETE FROM import WHERE created_at < :before";

  private final Sql sql;

  ImportStore(Sql sql) {
    this.sql = sql;
  }

  /**
   * What the caller may see.
   *
   * @param region imports of this region and all below; null for all
   * @param organ imports of this organ; null for all
   */
  record Seen(@Nullable String region, @Nullable String organ) {}

  long insert(Import.Owner owner, String author, String name, Import.Said said, Instant now) {
    return sql.statement(INSERT)
        .bind("region", owner.region())
        .bind("organ", owner.organ())
        .bind("author", author)
        .bind("name", name)
        .bind("saidOrgan", said.organ())
        .bind("saidYear", said.year())
        .bind("now", now)
        .first(row -> row.getLong("id"))
        .orElseThrow();
  }

  /** Says how much it holds, as soon as that is known. */
  void measure(long id, int files, long bytes) {
    sql.statement(MEASURE).bind("id", id).bind("files", files).bind("bytes", bytes).update();
  }

  Optional<Import> byId(long id, Seen seen) {
    return seen(BY_ID, seen).bind("id", id).first(ImportStore::read);
  }

  /** The newest first, those before an id. */
  List<Import> page(Seen seen, long before, int limit) {
    return seen(PAGE, seen).bind("before", before).bind("limit", limit).list(ImportStore::read);
  }

  long count(Seen seen) {
    return seen(COUNT, seen).first(row -> row.getLong("total")).orElse(0L);
  }

  private Sql.Statement seen(String statement, Seen seen) {
    return sql.statement(statement)
        .bind("visibleRegion", seen.region())
        .bind("visibleOrgan", seen.organ());
  }

  /** How many bytes an owner has here. */
  long kept(Import.Owner owner) {
    return sql.statement(KEPT)
        .bind("region", owner.region())
        .bind("organ", owner.organ())
        .first(row -> row.getLong("bytes"))
        .orElse(0L);
  }

  /** Ends an import of which no file waits any more, and says whether this did it. */
  boolean end(long id, Instant now) {
    sql.statement(HOLD).bind("id", id).first(row -> row.getLong("id"));
    return sql.statement(END).bind("id", id).bind("now", now).update() == 1;
  }

  void delete(long id) {
    sql.statement(DELETE).bind("id", id).update();
  }

  void forget(Instant sentBefore) {
    sql.statement(FORGET).bind("before", sentBefore).update();
  }

  private static Import read(ResultSet row) throws SQLException {
    return new Import(
        row.getLong("id"),
        new Import.Owner(row.getString("region"), row.getString("organ")),
        row.getString("author"),
        row.getString("name"),
        new Import.Said(row.getString("said_organ"), row.getObject("said_year", Integer.class)),
        Parameters.choice(row.getString("state"), Import.ImportState.class).orElseThrow(),
        row.getLong("bytes"),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "ended_at"),
        new Import.Counts(
            row.getInt("files"),
            row.getInt("read"),
            row.getInt("refused"),
            row.getInt("forgotten"),
            row.getInt("taken")));
  }
}
