package org.gongkai.imports;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.Digests;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Sql;
import org.gongkai.recognition.Certainty;
import org.jspecify.annotations.Nullable;

/** Stores the files of imports, and leases those that wait. */
@Singleton
class ImportedFileStore {

  private static final String INSERT =
      """
      INSERT INTO import_file (import, number, name, bytes, digest, content, state)
      VALUES (:import, :number, :name, :bytes, :digest, :content, 'waiting')
      """;

  private static final String NOTE =
      """
      UPDATE import_file SET state = :state, result = :result, brief = :brief, leased_until = NULL, organs = :organs, years = :years,
        found_cells = :cells, likely_cells = :likely, left_over = :leftOver
      WHERE import = :import AND number = :number AND state = 'waiting'
      """;

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

  private static final String COLUMNS =
      """
      SELECT f.import, f.number, f.name, f.bytes, f.digest, f.state, %s AS result, f.organs, f.years, f.found_cells,
        f.likely_cells, f.left_over, f.report
      FROM import_file f
      WHERE f.import = :import
      """;

  private static final String WHOLE = COLUMNS.formatted("f.result");

  private static final String ONE = WHOLE + "AND f.number = :number";

  private static final String AFTER = "AND f.number > :after ORDER BY f.number LIMIT :limit";

  private static final String PAGE = WHOLE + AFTER;

  private static final String BRIEF_PAGE = COLUMNS.formatted("coalesce(f.brief, f.result)") + AFTER;

  /** Of what was read, without its words. */
  private static final String TAKEABLE =
      WHOLE
          + """
          AND f.state = 'read' AND f.report IS NULL AND cardinality(f.organs) = 1 AND cardinality(f.years) = 1
          ORDER BY f.number
          """;

  private static final String CONTENT =
      "SELECT content FROM import_file WHERE import = :import AND number = :number";

  private static final String TAKEN =
      "UPDATE import_file SET report = :report, taken = taken || :report WHERE import = :import AND number = :number";

  private static final String WAITING =
      """
      SELECT count(*) AS waiting,
        count(*) FILTER (WHERE i.region = :region AND i.organ IS NOT DISTINCT FROM :organ) AS own
      FROM import_file f JOIN import i ON i.id = f.import
      WHERE f.state = 'waiting'
      """;

  private static final String FORGET =
      """
      WITH forgotten AS (
        UPDATE import_file f SET state = 'forgotten', content = NULL, result = NULL, brief = NULL, name = '', leased_until = NULL
        WHERE f.state <> 'forgotten' AND (%s)
        RETURNING f.import
      )
      UPDATE import SET name = '' WHERE id IN (SELECT import FROM forgotten)
      """;

  /**
   * What is the same to the byte, or may be of the same organ and year, was perhaps sent twice; and
   * so was what has the words and may be of the same organ, or of any.
   */
  private static final String FORGET_ALIKE =
      FORGET.formatted(
          """
          f.taken && :reports
           OR f.organs && ARRAY(SELECT r.organ FROM report r WHERE r.id = ANY (:reports)) AND EXISTS (
                SELECT FROM report r
                WHERE r.id = ANY (:reports) AND r.organ = ANY (f.organs)
                  AND (r.year = ANY (f.years) OR cardinality(f.years) = 0))
           OR f.digest <> '' AND f.digest IN (
                SELECT copy.digest FROM import_file copy WHERE copy.taken && :reports)
           OR (cardinality(f.organs) = 0
                OR f.organs && ARRAY(SELECT r.organ FROM report r WHERE r.id = ANY (:reports))
                OR f.organs && ARRAY(SELECT unnest(copy.organs) FROM import_file copy WHERE copy.taken && :reports))
                AND EXISTS (
                  SELECT FROM unnest(:words::text[]) AS w (word)
                  WHERE position(w.word IN f.result) > 0 OR position(w.word IN f.name) > 0)
          """);

  private static final String FORGET_TAKEN = FORGET.formatted("f.report = ANY (:reports)");

  private final Sql sql;

  ImportedFileStore(Sql sql) {
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
   * Keeps a file that waits to be read.
   *
   * @param content null where it is too large to be kept
   */
  void insert(long importId, int number, String name, long bytes, byte @Nullable [] content) {
    sql.statement(INSERT)
        .bind("import", importId)
        .bind("number", number)
        .bind("name", name)
        .bind("bytes", bytes)
        .bind("digest", content == null ? "" : HexFormat.of().formatHex(Digests.sha256(content)))
        .bind("content", content)
        .update();
  }

  /** Notes what became of a file, unless it is noted already or gone. */
  boolean note(long importId, int number, Outcome outcome, Proposed proposed) {
    ImportedFile.Found found = found(outcome);
    return sql.statement(NOTE)
            .bind("import", importId)
            .bind("number", number)
            .bind(
                "state",
                (outcome instanceof Outcome.Read
                        ? ImportedFile.FileState.READ
                        : ImportedFile.FileState.REFUSED)
                    .code())
            .bind("result", outcome.write())
            .bind("brief", outcome instanceof Outcome.Read read ? read.brief().write() : null)
            .bind("organs", proposed.organs().toArray(String[]::new))
            .bind("years", proposed.years().stream().mapToInt(Integer::intValue).toArray())
            .bind("cells", found.cells())
            .bind("likely", found.likely())
            .bind("leftOver", found.leftOver())
            .update()
        == 1;
  }

  /** Of which organs and years a file's report may be. */
  record Proposed(List<String> organs, List<Integer> years) {

    static final Proposed NOTHING = new Proposed(List.of(), List.of());
  }

  private static ImportedFile.Found found(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Refused refused -> ImportedFile.Found.NOTHING;
      case Outcome.Read read ->
          new ImportedFile.Found(
              read.recognised().cells().size(),
              (int)
                  read.recognised().cells().stream()
                      .filter(c -> c.certainty() == Certainty.LIKELY)
                      .count(),
              read.recognised().leftOver().size());
    };
  }

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

  Optional<ImportedFile> one(long importId, int number) {
    return sql.statement(ONE)
        .bind("import", importId)
        .bind("number", number)
        .first(ImportedFileStore::file);
  }

  /**
   * Those after a number.
   *
   * @param whole with what was recognised
   */
  List<ImportedFile> page(long importId, int after, int limit, boolean whole) {
    return sql.statement(whole ? PAGE : BRIEF_PAGE)
        .bind("import", importId)
        .bind("after", after)
        .bind("limit", limit)
        .list(ImportedFileStore::file);
  }

  /** Those that are not taken over, and whose organ and year leave no choice. */
  List<ImportedFile> takeable(long importId) {
    return sql.statement(TAKEABLE).bind("import", importId).list(ImportedFileStore::file);
  }

  byte @Nullable [] content(long importId, int number) {
    return sql.statement(CONTENT)
        .bind("import", importId)
        .bind("number", number)
        .first(row -> Optional.ofNullable(row.getBytes("content")))
        .flatMap(found -> found)
        .orElse(null);
  }

  void taken(long importId, int number, long report) {
    sql.statement(TAKEN)
        .bind("import", importId)
        .bind("number", number)
        .bind("report", report)
        .update();
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

  /** Lets go of what was taken over into some reports. */
  void forgetTaken(long[] reports) {
    sql.statement(FORGET_TAKEN).bind("reports", reports).update();
  }

  /** Lets go of all that may be of some reports. */
  void forgetAlike(long[] reports, List<String> words) {
    sql.statement(FORGET_ALIKE)
        .bind("reports", reports)
        .bind("words", words.stream().map(Outcome::written).toArray(String[]::new))
        .update();
  }

  private static ImportedFile file(ResultSet row) throws SQLException {
    String result = row.getString("result");
    return new ImportedFile(
        row.getLong("import"),
        row.getInt("number"),
        row.getString("name"),
        row.getLong("bytes"),
        row.getString("digest"),
        Parameters.choice(row.getString("state"), ImportedFile.FileState.class).orElseThrow(),
        result == null ? null : Outcome.read(result),
        texts(row.getArray("organs")),
        numbers(row.getArray("years")),
        new ImportedFile.Found(
            row.getInt("found_cells"), row.getInt("likely_cells"), row.getInt("left_over")),
        row.getObject("report", Long.class));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static List<Integer> numbers(Array array) throws SQLException {
    return Arrays.asList((Integer[]) array.getArray());
  }
}
