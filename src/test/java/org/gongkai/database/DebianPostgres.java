package org.gongkai.database;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * PostgreSQL 15 as Debian packages it: the oldest that is supported as somebody else's server, and
 * what an older version of the service brought along.
 */
final class DebianPostgres {

  static final PostgresBinaries PROGRAMS = new PostgresBinaries(Path.of("/usr/lib/postgresql/15"));

  private DebianPostgres() {}

  static void assumeInstalled() {
    assumeTrue(
        Files.isExecutable(PROGRAMS.program("postgres")),
        "needs PostgreSQL 15 in " + PROGRAMS.home() + ": apt-get install postgresql-15");
  }

  /**
   * Makes a cluster with one role, which is all-powerful.
   *
   * @param password a file that has its password
   */
  static void make(PostgresCluster cluster, RunAs as, String role, Path password)
      throws IOException {
    String[] initdb = {
      PROGRAMS.program("initdb").toString(),
      "-D",
      cluster.data().toString(),
      "-U",
      role,
      "-A",
      "scram-sha-256",
      "--pwfile",
      password.toString(),
      "-E",
      "UTF8",
      "--locale",
      "C",
      "--no-sync"
    };
    Command.run(as.command(initdb), "").orFail();
  }

  /** A server on a cluster of a directory that is held. */
  static PostgresServer start(DataDirectory held, PostgresCluster cluster) throws IOException {
    return PostgresServer.start(
        new Launch(
            cluster,
            PROGRAMS,
            RunAs.choose(held, PROGRAMS),
            Map.of("fsync", "off"),
            held.resolve("log")));
  }
}
