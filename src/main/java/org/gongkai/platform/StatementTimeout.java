package org.gongkai.platform;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long the database may be at one statement. Every connection begins with {@code
 * gongkai.database.statement-timeout}, beyond which a caller is told to come again; what is known
 * to take longer says so for its transaction.
 */
@Singleton
public class StatementTimeout {

  private static final String SET =
      "SELECT set_config('statement_timeout', :timeout, true) AS timeout";

  private final Sql sql;
  private final String longer;

  StatementTimeout(
      Sql sql, @ConfigProperty(name = "gongkai.database.long-statement-timeout") Duration longer) {
    this.sql = sql;
    this.longer = longer.toMillis() + "ms";
  }

  /** Lets statements of the transaction at hand take longer, until its end. */
  public void lengthen() {
    sql.statement(SET).bind("timeout", longer).first(row -> row.getString("timeout"));
  }
}
