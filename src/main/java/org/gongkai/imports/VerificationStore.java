package org.gongkai.imports;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.Sql;
import org.jspecify.annotations.Nullable;

/** Stores what became of verifications. */
@Singleton
class VerificationStore {

  /** The report's row is held, so that two never count the same. */
  private static final String INSERT =
      """
      INSERT INTO verification (report, number, revision, name, digest, author, at, compared, cells, missing, texts,
        found, finding)
      SELECT held.id, 1 + (SELECT coalesce(max(v.number), 0) FROM verification v WHERE v.report = held.id), :revision,
        :name, :digest, :author, :at, :compared, :cells, :missing, :texts, :found, :finding
      FROM (SELECT r.id FROM report r WHERE r.id = :report FOR NO KEY UPDATE) AS held
      RETURNING number
      """;

  private static final String COLUMNS =
      """
      SELECT v.report, v.number, v.revision, v.name, v.digest, v.author, v.at, v.compared, v.cells, v.missing, v.texts,
        v.found
      FROM verification v
      WHERE v.report = :report
      """;

  private static final String ALL = COLUMNS + "ORDER BY v.number DESC LIMIT 200";

  private static final String ONE = COLUMNS + "AND v.number = :number";

  private static final String FORGET =
      """
      UPDATE verification SET found = NULL, finding = NULL, name = '' WHERE report = ANY (:reports)
      """;

  private final Sql sql;

  VerificationStore(Sql sql) {
    this.sql = sql;
  }

  /**
   * Keeps one and says its number.
   *
   * @param finding what {@code GET /findings} shows of it, as JSON, or null
   */
  int insert(Verification of, @Nullable String finding) {
    return sql.statement(INSERT)
        .bind("report", of.report())
        .bind("revision", of.revision())
        .bind("name", of.name())
        .bind("digest", of.digest())
        .bind("author", of.author())
        .bind("at", of.at())
        .bind("compared", of.counts().compared())
        .bind("cells", of.counts().cells())
        .bind("missing", of.counts().missing())
        .bind("texts", of.counts().texts())
        .bind("found", of.found())
        .bind("finding", finding)
        .first(row -> row.getInt("number"))
        .orElseThrow();
  }

  /** The newest first. */
  List<Verification> all(long report) {
    return sql.statement(ALL).bind("report", report).list(VerificationStore::read);
  }

  Optional<Verification> one(long report, int number) {
    return sql.statement(ONE)
        .bind("report", report)
        .bind("number", number)
        .first(VerificationStore::read);
  }

  /** Lets go of what is quoted of some reports. */
  void forget(long[] reports) {
    sql.statement(FORGET).bind("reports", reports).update();
  }

  private static Verification read(ResultSet row) throws SQLException {
    return new Verification(
        row.getLong("report"),
        row.getInt("number"),
        row.getInt("revision"),
        row.getString("name"),
        row.getString("digest"),
        row.getString("author"),
        Sql.instant(row, "at"),
        new Verification.Counts(
            row.getInt("compared"),
            row.getInt("cells"),
            row.getInt("missing"),
            row.getInt("texts")),
        row.getString("found"));
  }
}
