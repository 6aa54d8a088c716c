package org.gongkai.platform;

import jakarta.inject.Singleton;
import java.time.Duration;

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
  private final NetworkTimeout networkTimeout;
  private final Duration longer;

  StatementTimeout(Sql sql, NetworkTimeout networkTimeout, PlatformSettings settings) {
    this.sql = sql;
    this.networkTimeout = networkTimeout;
    this.longer = settings.database().longStatementTimeout();
  }

  /** Lets statements of the transaction at hand take longer, until its end. */
  public void lengthen() {
    sql.work(connection -> networkTimeout.lengthen(connection, longer));
    sql.statement(SET)
        .bind("timeout", longer.toMillis() + "ms")
        .first(row -> row.getString("timeout"));
  }
}
