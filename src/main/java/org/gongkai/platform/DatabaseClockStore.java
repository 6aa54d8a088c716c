package org.gongkai.platform;

import jakarta.inject.Singleton;
import java.time.Instant;

/** Asks the database what time it is. */
@Singleton
class DatabaseClockStore {

  private static final String NOW = "SELECT clock_timestamp() AS now";

  private final Sql sql;

  DatabaseClockStore(Sql sql) {
    this.sql = sql;
  }

  Instant now() {
    return sql.statement(NOW).first(row -> Sql.instant(row, "now")).orElseThrow();
  }
}
