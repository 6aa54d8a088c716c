package org.gongkai.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/**
 * Our own PostgreSQL on a persistent directory, for a house that has no database server.
 *
 * <p>An office should be able to try Gongkai, and a small district to run it, with one command and
 * without a database administrator; what it has entered must then survive a power cut as it would
 * on a real server, for it is one.
 */
final class EmbeddedDatabase implements AutoCloseable {

  /** What makes a committed report outlive the machine's power. */
  static final Map<String, String> DURABLE =
      Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

  private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);

  private final DataDirectory directory;
  private final PostgresCluster cluster;
  private final PostgresServer server;
  private final String password;

  private EmbeddedDatabase(
      DataDirectory directory, PostgresCluster cluster, PostgresServer server, String password) {
    this.cluster = cluster;
    this.directory = directory;
    this.server = server;
    this.password = password;
  }

  /**
   * Starts it, and makes it first where there is none.
   *
   * @param programs where PostgreSQL's programs lie for several data directories; empty for beside
   *     the data
   * @throws StartupRefused where the operator has to do something
   */
  static EmbeddedDatabase open(Path path, Optional<Path> programs, Map<String, String> settings) {
    long begin = System.nanoTime();
    DataDirectory directory = DataDirectory.lock(path);
    try {
      PostgresBinaries binaries =
          programs.isPresent()
              ? PostgresBinaries.unpackShared(programs.get())
              : PostgresBinaries.unpack(directory);
      RunAs as = RunAs.choose(directory, binaries);
      PostgresCluster cluster = PostgresCluster.openOrCreate(directory, binaries, as);
      ServerLog log = ServerLog.in(directory);
      log.keepSmall();
      Launch launch = new Launch(cluster, binaries, as, settings, log.file());
      PostgresServer server = PostgresServer.start(launch);
      LOG.infof(
          "PostgreSQL runs on %s, port %d, ready after %d ms",
          directory.path(), server.port(), (System.nanoTime() - begin) / 1_000_000);
      EmbeddedDatabase database =
          new EmbeddedDatabase(directory, cluster, server, cluster.password());
      new ServiceRole(database.jdbcUrl(PostgresCluster.DATABASE), cluster.password()).make();
      return database;
    } catch (IOException e) {
      directory.close();
      throw new StartupRefused(
          "内置数据库未能启动（%s）：%s".formatted(directory.path(), e.getMessage()),
          "The embedded database did not start (%s): %s".formatted(directory.path(), e),
          e);
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** As Quarkus wants it said. */
  Map<String, String> configuration() {
    return Map.of(
        "gongkai.embedded-directory",
        directory.path().toString(),
        "quarkus.datasource.jdbc.url",
        jdbcUrl(PostgresCluster.DATABASE),
        "quarkus.datasource.username",
        ServiceRole.NAME,
        "quarkus.datasource.password",
        password,
        "quarkus.flyway.username",
        PostgresCluster.USER,
        "quarkus.flyway.password",
        password,
        // of which version it is, and what it can, is known: nothing has to wait for a connection
        "quarkus.hibernate-orm.database.start-offline",
        "true");
  }

  /** Makes a copy of it, in a file of a directory, while it works. */
  Path backUp(Path into) throws IOException {
    return Backup.make(cluster, server.port(), into);
  }

  String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.port(), database);
  }

  /** Also the superuser's: there is one secret to keep. */
  String password() {
    return password;
  }

  CompletableFuture<Void> lost() {
    return server.lost();
  }

  @Override
  public void close() {
    try (directory) {
      server.close();
    }
  }
}
