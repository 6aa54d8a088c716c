package org.gongkai.platform;

import jakarta.inject.Singleton;

/**
 * How long a statement may take. Every connection begins with {@code
 * gongkai.database.statement-timeout}, after which the caller gets a 503; a transaction known to
 * take longer extends it for itself.
 */
@Singleton
public class StatementTimeout {

  private static final String SET =
      "SELECT set_config('statement_timeout', :timeout, true) AS timeout";

  private final Sql sql;
  private final String longer;

  StatementTimeout(Sql sql, PlatformSettings settings) {
    this.sql = sql;
    this.longer = settings.database().longStatementTimeout().toMillis() + "ms";
  }

  /** Lets statements of the transaction at hand take longer, until its end. */
  public void lengthen() {
    sql.statement(SET).bind("timeout", longer).first(row -> row.getString("timeout"));
  }
}
