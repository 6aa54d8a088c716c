package org.gongkai.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A PostgreSQL 15 with a synchronous standby, each at an address that stays where the servers
 * change. What notices that one is gone, and decides who follows, is the test's to play.
 */
final class PrimaryAndStandby implements AutoCloseable {

  static final String SUPERUSER = "gongkai";
  static final String PASSWORD = "not-a-secret";

  private static final Map<String, String> FAST = Map.of("fsync", "off");
  private static final Duration SOON = Duration.ofSeconds(60);

  private final DataDirectory held;
  private final PostgresCluster first;
  private final PostgresServer primary;
  private final PostgresServer standby;
  private final Relay toPrimary;
  private final Relay toStandby;

  private PrimaryAndStandby(Path directory) throws Exception {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    held = DataDirectory.lock(directory.resolve("servers"));
    RunAs as = RunAs.choose(held, DebianPostgres.PROGRAMS);
    first = new PostgresCluster(home("first", as));
    Path secret = Files.writeString(held.resolve("password"), PASSWORD);
    as.give(secret);
    DebianPostgres.make(first, as, SUPERUSER, secret);
    primary = PostgresServer.start(launch(first, as));

    PostgresCluster second = new PostgresCluster(home("second", as));
    String from =
        "host=127.0.0.1 port=%d user=%s password=%s".formatted(primary.port(), SUPERUSER, PASSWORD);
    Command.run(
            as.command(
                DebianPostgres.PROGRAMS.program("pg_basebackup").toString(),
                "--pgdata",
                second.data().toString(),
                "--dbname",
                from,
                "--write-recovery-conf",
                "--checkpoint=fast",
                "--no-sync"),
            "")
        .orFail();
    standby = PostgresServer.start(launch(second, as));
    toStandby = new Relay(standby.port());
    toPrimary = new Relay(primary.port());
    atPrimary("ALTER SYSTEM SET synchronous_standby_names = '*'");
    atPrimary("SELECT pg_reload_conf()");
    await(
        "the standby is synchronous",
        () -> atPrimary("SELECT sync_state FROM pg_stat_replication").equals("sync"));
  }

  static PrimaryAndStandby start(Path directory) throws Exception {
    return new PrimaryAndStandby(directory);
  }

  private Path home(String name, RunAs as) throws IOException {
    Path home = Files.createDirectory(held.resolve(name));
    as.give(home);
    return home;
  }

  private static Launch launch(PostgresCluster cluster, RunAs as) {
    return new Launch(
        cluster, DebianPostgres.PROGRAMS, as, FAST, cluster.home().resolve("server.log"));
  }

  /** Where writes go. */
  int port() {
    return toPrimary.port();
  }

  /** Where somebody reads. */
  int standbyPort() {
    return toStandby.port();
  }

  /** The machine is gone: the server and all that works for it, at once. */
  void losePrimary() throws IOException {
    ProcessHandle server =
        ProcessHandle.of(PostmasterFile.read(first.data()).orElseThrow().pid()).orElseThrow();
    List<Long> all =
        Stream.concat(Stream.of(server), server.descendants()).map(ProcessHandle::pid).toList();
    Processes.killTogether(all.stream());
  }

  /** The standby is the primary from now on. */
  void promote() throws Exception {
    atStandby("SELECT pg_promote(true, 60)");
    toPrimary.leadTo(standby.port());
  }

  /** The standby receives, and acknowledges, and applies nothing. */
  void pauseStandby() throws Exception {
    atStandby("SELECT pg_wal_replay_pause()");
    await(
        "nothing is applied",
        () -> atStandby("SELECT pg_get_wal_replay_pause_state()").equals("paused"));
  }

  void resumeStandby() throws SQLException {
    atStandby("SELECT pg_wal_replay_resume()");
  }

  private String atPrimary(String statement) throws SQLException {
    return ask(primary.port(), statement);
  }

  private String atStandby(String statement) throws SQLException {
    return ask(standby.port(), statement);
  }

  /** The first column of the first row, empty where there is none. */
  private static String ask(int port, String text) throws SQLException {
    try (Connection connection = connect(port, "postgres", SUPERUSER);
        Statement statement = connection.createStatement()) {
      if (!statement.execute(text)) {
        return "";
      }
      var rows = statement.getResultSet();
      return rows.next() ? String.valueOf(rows.getString(1)) : "";
    }
  }

  static Connection connect(int port, String database, String user) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, PASSWORD);
  }

  /** What can be asked for. */
  interface Condition {
    boolean holds() throws Exception;
  }

  static void await(String what, Condition condition) throws Exception {
    Instant deadline = Instant.now().plus(SOON);
    while (!condition.holds()) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("after " + SOON + " still not: " + what);
      }
      Thread.sleep(20);
    }
  }

  @Override
  public void close() throws IOException {
    toPrimary.close();
    toStandby.close();
    primary.close();
    standby.close();
    held.close();
  }
}
