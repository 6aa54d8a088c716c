package org.gongkai.platform;

/** Which snapshot a statement sees, as a text to stand in statements. */
public final class SnapshotSql {

  private static final String SEEN =
      "CASE WHEN NOT pg_is_in_recovery() THEN pg_postmaster_start_time()::text || ' ' ||"
          + " pg_current_snapshot()::text END";

  private SnapshotSql() {}

  /**
   * A text that is another one as soon as any transaction that has written was committed or rolled
   * back: the snapshot, of this run of the server, since another server that takes its place counts
   * transactions by itself. Null at a standby, whose snapshots do not name what is under way.
   *
   * @param column that has it
   */
  public static String as(String column) {
    return SEEN + " AS " + column;
  }
}
