package org.gongkai.report;

import jakarta.inject.Singleton;
import org.gongkai.platform.Sql;

/**
 * Takes words out of what is kept. History stays, with its numbers, authors, times and digests; the
 * service has the right to change its words alone.
 */
@Singleton
class ErasureStore {

  /** The figures of a draft are not kept, and no receipt is of one. */
  private static final String DISCARD =
      """
      UPDATE revision SET document = '', prints = NULL, findings = '[]', reason = NULL WHERE report = :report;
      UPDATE report_event SET reason = NULL, detail = NULL WHERE report = :report;
      UPDATE remark SET reason = NULL WHERE report = :report;
      DELETE FROM report WHERE id = :report AND submitted_at IS NULL
      """;

  private final Sql sql;

  ErasureStore(Sql sql) {
    this.sql = sql;
  }

  /** Throws a draft away; its organ is held. */
  void discard(long report) {
    sql.statement(DISCARD).bind("report", report).update();
  }
}
