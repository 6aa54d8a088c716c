package org.gongkai.imports;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.Digests;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Sql;
import org.gongkai.recognition.Certainty;
import org.jspecify.annotations.Nullable;

/** Stores the files of imports. */
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
      "UPDATE import_file SET report = :report, taken = taken || :report WHERE import = :import AND"
          + " number = :number";

  private final Sql sql;

  ImportedFileStore(Sql sql) {
    this.sql = sql;
  }

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
  boolean note(long importId, int number, ReadingOutcome outcome, Proposed proposed) {
    ImportedFile.Found found = found(outcome);
    return sql.statement(NOTE)
            .bind("import", importId)
            .bind("number", number)
            .bind(
                "state",
                (outcome instanceof ReadingOutcome.Read
                        ? ImportedFile.FileState.READ
                        : ImportedFile.FileState.REFUSED)
                    .code())
            .bind("result", outcome.write())
            .bind(
                "brief", outcome instanceof ReadingOutcome.Read read ? read.brief().write() : null)
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

  private static ImportedFile.Found found(ReadingOutcome outcome) {
    return switch (outcome) {
      case ReadingOutcome.Refused refused -> ImportedFile.Found.NOTHING;
      case ReadingOutcome.Read read ->
          new ImportedFile.Found(
              read.recognised().cells().size(),
              (int)
                  read.recognised().cells().stream()
                      .filter(c -> c.certainty() == Certainty.LIKELY)
                      .count(),
              read.recognised().leftOver().size());
    };
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

  private static ImportedFile file(ResultSet row) throws SQLException {
    String result = row.getString("result");
    return new ImportedFile(
        row.getLong("import"),
        row.getInt("number"),
        row.getString("name"),
        row.getLong("bytes"),
        row.getString("digest"),
        Parameters.choice(row.getString("state"), ImportedFile.FileState.class).orElseThrow(),
        result == null ? null : ReadingOutcome.read(result),
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
