package org.gongkai.journal;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.gongkai.platform.Sql;

/** Stores leases. The clock of the database decides: all instances share it. */
@Singleton
class LeaseStore {

  private static final String TAKE =
      """
      INSERT INTO request_lease AS held (id, holder, expires_at)
      VALUES (:id, :holder, clock_timestamp() + :length * interval '1 millisecond')
      ON CONFLICT (id) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at
      WHERE held.expires_at <= clock_timestamp()
      """;

  private static final String RENEW =
      """
      UPDATE request_lease SET expires_at = clock_timestamp() + :length * interval '1 millisecond'
      WHERE holder = ANY (:holders)
      RETURNING holder
      """;

  private static final String RELEASE = "DELETE FROM request_lease WHERE holder = :holder";

  private static final String FORGET =
      "DELETE FROM request_lease WHERE expires_at < clock_timestamp() - interval '1 day'";

  private final Sql sql;

  LeaseStore(Sql sql) {
    this.sql = sql;
  }

  /** Takes a lease; false where another execution holds it. */
  boolean take(byte[] id, UUID holder, Duration length) {
    return sql.statement(TAKE)
            .bind("id", id)
            .bind("holder", holder)
            .bind("length", length.toMillis())
            .update()
        == 1;
  }

  /** Extends leases and returns those that still existed. */
  List<UUID> renew(Collection<UUID> holders, Duration length) {
    return sql.statement(RENEW)
        .bind("length", length.toMillis())
        .bind("holders", holders.toArray(UUID[]::new))
        .list(row -> row.getObject("holder", UUID.class));
  }

  void release(UUID holder) {
    sql.statement(RELEASE).bind("holder", holder).update();
  }

  /** Deletes leases of executions that crashed. */
  void forget() {
    sql.statement(FORGET).update();
  }
}
