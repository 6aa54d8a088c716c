package org.gongkai.imports;

import jakarta.inject.Singleton;
import java.util.List;
import org.gongkai.platform.Sql;

/** Lets go of files whose words must not be kept any longer. That they were sent remains. */
@Singleton
class ForgottenFileStore {

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

  ForgottenFileStore(Sql sql) {
    this.sql = sql;
  }

  /** Lets go of what was taken over into some reports. */
  void forgetTaken(long[] reports) {
    sql.statement(FORGET_TAKEN).bind("reports", reports).update();
  }

  /** Lets go of all that may be of some reports. */
  void forgetAlike(long[] reports, List<String> words) {
    sql.statement(FORGET_ALIKE)
        .bind("reports", reports)
        .bind("words", words.stream().map(ReadingOutcome::written).toArray(String[]::new))
        .update();
  }
}
