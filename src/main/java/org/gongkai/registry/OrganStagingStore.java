package org.gongkai.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Sql;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * The lines of a file, in a table that lasts as long as the transaction, so that a file of any
 * length is judged by statements about all of it and never stands in memory. Which lines are
 * refused is for {@link OrganRefusalStore}.
 */
@ApplicationScoped
class OrganStagingStore {

  /**
   * A line whose organ has the same name as another one of the region at the same time.
   *
   * @param other the other organ, or one of several
   * @param all how many such lines there are
   */
  record Namesake(int line, String other, int all) {}

  /** A line that merges its organ into one of this region. */
  record Merging(int line, String region) {}

  private static final int BUFFER = 64 * 1024;

  private static final String CREATE =
      """
      CREATE TEMPORARY TABLE organ_staging (
        line integer NOT NULL,
        code text NOT NULL,
        name text,
        region text,
        kind text,
        valid_from date,
        valid_to date,
        successor text,
        doubtful boolean NOT NULL,
        refused boolean NOT NULL
      ) ON COMMIT DROP
      """;

  private static final String COPY = "COPY organ_staging FROM STDIN";

  private static final String INDEX =
      "CREATE INDEX organ_staging_by_code ON organ_staging (code, valid_from NULLS FIRST)";

  private static final String INDEX_SUCCESSORS =
      """
      CREATE INDEX organ_staging_by_successor ON organ_staging (successor)
      WHERE successor IS NOT NULL
      """;

  private static final String ANALYZE = "ANALYZE organ_staging";

  /** Each name is made comparable once, not for each other one of its region. */
  private static final String NAMESAKES =
      """
      WITH named AS (
        SELECT organ, region, valid_from, valid_to, name AS written, compared_name(name) AS name
        FROM organ_version
        WHERE region IN (SELECT region FROM organ_staging WHERE NOT refused)
      )
      SELECT s.line, min(o.organ) AS other, count(*) OVER () AS lines
      FROM organ_staging s
      JOIN named v ON v.organ = s.code AND v.written = s.name AND v.region = s.region
      JOIN named o ON o.region = v.region AND o.name = v.name AND o.organ <> v.organ
        AND o.valid_from < v.valid_to AND o.valid_to > v.valid_from
      WHERE NOT s.refused
      GROUP BY s.line
      ORDER BY s.line
      LIMIT :limit
      """;

  /**
   * Of mergers that are not registered yet; the region as the successor is, or as the file says.
   */
  private static final String MERGING =
      """
      SELECT s.line, coalesce(registered.region, staged.region) AS region
      FROM organ_staging s
      LEFT JOIN LATERAL %s AS registered ON true
      LEFT JOIN LATERAL (
        SELECT o.region FROM organ_staging o
        WHERE o.code = s.successor AND NOT o.refused
        ORDER BY o.valid_from DESC NULLS LAST
        LIMIT 1) AS staged ON true
      WHERE NOT s.refused
        AND s.successor IS NOT NULL
        AND NOT EXISTS (
          SELECT 1 FROM organ_version v
          WHERE v.organ = s.code AND v.successor = s.successor AND v.valid_to = s.valid_to)
        AND coalesce(registered.region, staged.region) IS NOT NULL
      """
          .formatted(OrganSql.regionOn("s.successor", "s.valid_to"));

  private static final String REGIONS =
      "SELECT DISTINCT region FROM organ_staging WHERE NOT refused ORDER BY region";

  private static final String CODES =
      """
      SELECT DISTINCT code FROM organ_staging WHERE NOT refused AND code > :after ORDER BY code LIMIT :limit
      """;

  private static final String LINES =
      """
      SELECT line, code, name, region, kind, valid_from, valid_to, successor
      FROM organ_staging
      WHERE code = ANY (:organs) AND NOT refused
      ORDER BY code, valid_from NULLS FIRST
      """;

  private final Sql sql;

  OrganStagingStore(Sql sql) {
    this.sql = sql;
  }

  /** Takes in what the reader hands over, line by line. */
  void fill(Consumer<Consumer<OrganLine>> reader) {
    sql.statement(CREATE).update();
    sql.work(
        connection -> {
          PGConnection postgres = connection.unwrap(PGConnection.class);
          try (OutputStream copy = new PGCopyOutputStream(postgres, COPY, BUFFER)) {
            reader.accept(line -> write(line, copy));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    sql.statement(INDEX).update();
    sql.statement(INDEX_SUCCESSORS).update();
    sql.statement(ANALYZE).update();
  }

  /** Lines of organs that share their name with another one, after registration. */
  List<Namesake> namesakes(int limit) {
    return sql.statement(NAMESAKES)
        .bind("limit", limit)
        .list(row -> new Namesake(row.getInt("line"), row.getString("other"), row.getInt("lines")));
  }

  List<Merging> merging() {
    return sql.statement(MERGING)
        .list(row -> new Merging(row.getInt("line"), row.getString("region")));
  }

  List<String> regions() {
    return sql.statement(REGIONS).list(row -> row.getString("region"));
  }

  /** The next organs that are not refused, in the order in which all writers lock them. */
  List<String> codes(String after, int limit) {
    return sql.statement(CODES)
        .bind("after", after)
        .bind("limit", limit)
        .list(row -> row.getString("code"));
  }

  /** The lines of the organs, each organ's together and oldest first. */
  List<StagedOrgan> linesOf(List<String> codes) {
    return sql.statement(LINES)
        .bind("organs", codes.toArray(String[]::new))
        .list(OrganStagingStore::line);
  }

  private static void write(OrganLine line, OutputStream copy) {
    Optional<OrganStatement> good = line.statement();
    String row =
        String.join(
            "\t",
            Integer.toString(line.number()),
            line.code(),
            text(good.map(OrganStatement::name)),
            text(good.map(OrganStatement::region)),
            text(good.map(s -> s.kind().code())),
            text(good.map(OrganStatement::validFrom)),
            text(good.map(OrganStatement::validTo)),
            text(good.map(OrganStatement::successor)),
            new OrganCode(line.code()).warnings().isEmpty() ? "f" : "t",
            good.isPresent() ? "f" : "t");
    try {
      copy.write((row + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A name has no control characters, so the backslash is all that COPY would misread. */
  private static String text(Optional<?> value) {
    return value.map(v -> v.toString().replace("\\", "\\\\")).orElse("\\N");
  }

  private static StagedOrgan line(ResultSet row) throws SQLException {
    return new StagedOrgan(
        row.getInt("line"),
        row.getString("code"),
        new OrganStatement(
            row.getString("name"),
            row.getString("region"),
            Parameters.choice(row.getString("kind"), OrganKind.class).orElseThrow(),
            row.getObject("valid_from", LocalDate.class),
            row.getObject("valid_to", LocalDate.class),
            row.getString("successor")));
  }
}
