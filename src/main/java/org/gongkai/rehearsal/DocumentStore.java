package org.gongkai.rehearsal;

import jakarta.inject.Singleton;
import java.util.List;
import org.gongkai.platform.Sql;
import org.jspecify.annotations.Nullable;

/** Reads the documents that a rehearsal looks at, with those of the years before. */
@Singleton
class DocumentStore {

  /** Documents that are read at a time, as text; a report with all its text is some 100 kB. */
  private static final int MOST_BYTES = 16 * 1024 * 1024;

  /**
   * The ids first, so that no document is moved before it is known to be wanted. A batch ends early
   * where documents are large, but never before its first. The last id stands outside: between two
   * unknown ids the planner expects so few reports that it reads and sorts all of them each time.
   */
  private static final String NEXT =
      """
      SELECT s.id, s.revision, s.document, s.before
      FROM (
        SELECT r.id, r.revision, v.document, last.document AS before,
          sum(octet_length(v.document) + coalesce(octet_length(last.document), 0))
            OVER (ORDER BY r.id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS bytes_before
        FROM (
          SELECT t.id, t.revision, t.organ, t.year, t.scope
          FROM report t
          WHERE t.id > :position AND is_filed(t.state)
            AND t.region IN (SELECT w.region FROM region_within w WHERE w.within = :region)
            AND (:from::int IS NULL OR t.year >= :from)
            AND (:to::int IS NULL OR t.year <= :to)
          ORDER BY t.id
          LIMIT :limit) r
        JOIN revision v ON v.report = r.id AND v.number = r.revision
        LEFT JOIN (report p JOIN revision last ON last.report = p.id AND last.number = p.revision)
          ON p.organ = r.organ AND p.year = r.year - 1 AND p.scope = r.scope
        WHERE r.id <= :last) s
      WHERE coalesce(s.bytes_before, 0) < :mostBytes
      ORDER BY s.id
      """;

  /**
   * A report's newest revision, to the letter.
   *
   * @param before last year's document of the same organ and scope, or null
   */
  record Stored(long id, int revision, String document, @Nullable String before) {}

  private final Sql sql;

  DocumentStore(Sql sql) {
    this.sql = sql;
  }

  /** Those that come next; none: it has seen all. */
  List<Stored> next(Rehearsal rehearsal, int most) {
    return sql.statement(NEXT)
        .bind("position", rehearsal.position())
        .bind("last", rehearsal.lastReport())
        .bind("region", rehearsal.region())
        .bind("from", rehearsal.from())
        .bind("to", rehearsal.to())
        .bind("limit", most)
        .bind("mostBytes", MOST_BYTES)
        .list(
            row ->
                new Stored(
                    row.getLong("id"),
                    row.getInt("revision"),
                    row.getString("document"),
                    row.getString("before")));
  }
}
