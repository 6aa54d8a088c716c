package org.gongkai.problem;

import java.sql.SQLException;
import java.util.Optional;

/** The failures of the database that are not failures of the service. */
final class SqlProblems {

  private SqlProblems() {}

  static Optional<ProblemException> of(SQLException sql) {
    String state = sql.getSQLState() == null ? "" : sql.getSQLState();
    if (state.equals("53100")) { // disk_full
      return Optional.of(
          ProblemException.of(ProblemType.INSUFFICIENT_STORAGE).withHeader("Retry-After", "60"));
    }
    if (state.equals("25006")) { // read_only_sql_transaction: a standby, or one that was locked
      return Optional.of(
          ProblemException.of(
                  ProblemType.SERVICE_UNAVAILABLE,
                  "数据库暂时只读（维护或切换中），数据未改变；请稍后重试。",
                  "The database is read-only for now (maintenance, or another server takes over);"
                      + " nothing was changed, try again later.")
              .withHeader("Retry-After", "10"));
    }
    if (isAway(state) || isPoolFull(sql)) {
      return Optional.of(
          ProblemException.of(ProblemType.SERVICE_UNAVAILABLE).withHeader("Retry-After", "5"));
    }
    return Optional.ofNullable(
        switch (state) {
          // unique_violation, exclusion_violation, serialization_failure, deadlock_detected: two
          // requests met, and the other one won
          case "23505", "23P01", "40001", "40P01" -> ProblemException.of(ProblemType.CONFLICT);
          // character_not_in_repertoire, untranslatable_character: U+0000 in a text
          case "22021", "22P05" ->
              ProblemException.of(
                  ProblemType.INVALID_REQUEST,
                  "文本中含有不能保存的字符（U+0000）。",
                  "A text has a character that cannot be stored (U+0000).");
          // query_canceled: longer than statements may take, or an operator stopped it;
          // lock_not_available, transaction_timeout, idle_in_transaction_session_timeout
          case "57014", "55P03", "25P03", "25P04" -> tooSlow();
          default -> null;
        });
  }

  /** What could not be answered in time; nothing of it was kept. */
  static ProblemException tooSlow() {
    return ProblemException.of(
            ProblemType.SERVICE_UNAVAILABLE,
            "数据库未能在规定时间内完成，数据未改变；请稍后重试，或缩小查询范围。",
            "The database did not finish in time and nothing was changed; try again later, or ask"
                + " for less.")
        .withHeader("Retry-After", "5");
  }

  /** Connection failures, a server without resources, and one that starts or stops. */
  private static boolean isAway(String state) {
    return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
  }

  /** The pool of connections has no code of its own for it, as a database has. */
  private static boolean isPoolFull(SQLException sql) {
    String message = sql.getMessage() == null ? "" : sql.getMessage();
    return sql.getSQLState() == null
        && (message.contains("cquisition timeout") || message.contains("pool is shutting down"));
  }
}
