package org.gongkai.platform;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Asks a database whether it is a standby, and how far behind it is. */
@Singleton
class StandbyStore {

  /**
   * What a standby shows is as old as the last change that it has applied, at the most: somebody
   * sees to it that there always is one ({@link #beat}). Where the role may see when the primary
   * last said something, and all is applied that the primary had by then, it is as old as that: as
   * what was said, since a network may keep it for a while, and as its arrival, since clocks may
   * differ. That the connection is there says nothing: a network that has gone silent keeps it for
   * a minute.
   */
  private static final String LAG =
      """
      SELECT pg_is_in_recovery() AS standby,
        ceil(extract(epoch FROM clock_timestamp() - greatest(
          pg_last_xact_replay_timestamp(),
          (SELECT checkpoint_time FROM pg_control_checkpoint()),
          (SELECT least(last_msg_send_time, last_msg_receipt_time) FROM pg_stat_wal_receiver
            WHERE latest_end_lsn <= pg_last_wal_replay_lsn()))))::bigint AS seconds
      """;

  /**
   * A transaction that changes nothing and is told to standbys, where there are any. A database
   * that only reads for its users does that too.
   */
  private static final String BEAT =
      "SELECT pg_current_xact_id()::text AS beat FROM pg_stat_replication LIMIT 1";

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

  /** Has the standbys of a primary know that they are up to date, though nobody writes. */
  void beat() {
    var unused = sql.statement(BEAT).list(row -> row.getString("beat"));
  }
}
