package org.gongkai.platform;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Asks a database whether it is a standby, and how far behind it is. */
@Singleton
class StandbyStore {

  /**
   * A standby that has applied all that it has received is up to date while somebody sends; of one
   * that is cut off nobody knows more than when its last change was made, or, where it has applied
   * none since it was started, when the primary wrote down all that it begins with.
   */
  private static final String LAG =
      """
      SELECT pg_is_in_recovery() AS standby,
        CASE
          WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() AND EXISTS (SELECT FROM pg_stat_wal_receiver) THEN 0
          ELSE extract(epoch FROM clock_timestamp()
            - coalesce(pg_last_xact_replay_timestamp(), (SELECT checkpoint_time FROM pg_control_checkpoint())))
        END::bigint AS seconds
      """;

  private final Sql sql;

  StandbyStore(Sql sql) {
    this.sql = sql;
  }

  /** How far it is behind; empty where it is no standby. */
  Optional<Duration> lag() {
    return sql.statement(LAG)
        .list(
            row ->
                row.getBoolean("standby")
                    ? Optional.of(Duration.ofSeconds(Math.max(0, row.getLong("seconds"))))
                    : Optional.<Duration>empty())
        .getFirst();
  }
}
