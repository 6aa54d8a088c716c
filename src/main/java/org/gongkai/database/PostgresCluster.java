package org.gongkai.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The database files and the password to them, made at the first start.
 *
 * <p>The service's role owns its database and is no superuser, so that a mistake in a statement
 * cannot reach the files of the machine. The rules of the text are PostgreSQL's own ({@code
 * C.UTF-8}), so that an operating system's new sort order never breaks an index.
 *
 * @param home holds the data and the password, so that both come into being by one renaming
 */
record PostgresCluster(Path home) {

  static final String USER = "gongkai";
  static final String DATABASE = "gongkai";
  static final String SUPERUSER = "postgres";

  private static final String NAME = "cluster";

  /** Written into {@code postgresql.conf}, where an operator of a larger machine may raise them. */
  private static final List<String> TUNING =
      List.of(
          "max_connections=60",
          "shared_buffers=256MB",
          "effective_cache_size=1GB",
          "work_mem=16MB",
          "maintenance_work_mem=128MB",
          "wal_compression=on",
          "wal_buffers=16MB",
          "max_wal_size=2GB",
          "checkpoint_timeout=15min",
          "checkpoint_completion_target=0.9",
          "random_page_cost=1.1",
          "jit=off",
          "timezone=UTC",
          "log_timezone=UTC",
          "log_line_prefix=%m [%p] ");

  static PostgresCluster openOrCreate(DataDirectory directory, PostgresBinaries binaries, RunAs as)
      throws IOException {
    PostgresCluster cluster = new PostgresCluster(directory.resolve(NAME));
    if (!Files.isDirectory(cluster.home)) {
      new PostgresCluster(directory.unfinished(NAME)).create(binaries, as);
      directory.finish(NAME);
    }
    cluster.refuseOtherVersion(binaries);
    return cluster;
  }

  Path data() {
    return home.resolve("data");
  }

  String password() throws IOException {
    return Files.readString(passwordFile()).strip();
  }

  private Path passwordFile() {
    return home.resolve("password");
  }

  private void create(PostgresBinaries binaries, RunAs as) throws IOException {
    Files.createDirectories(home);
    String password = randomPassword();
    writeForOwner(passwordFile(), password);
    as.give(home);
    Command.run(as.command(initdb(binaries)), "").orFail();
    // The password is as long as a key. Iterations are for those that people choose; here they
    // would only slow down the service, by two tenths of a second at each start.
    String statements =
        """
        SET scram_iterations = 1;
        ALTER ROLE %s PASSWORD '%s';
        CREATE ROLE %s LOGIN PASSWORD '%s';
        CREATE DATABASE %s OWNER %s;
        """
            .formatted(SUPERUSER, password, USER, password, DATABASE, USER);
    String[] alone = {
      binaries.program("postgres").toString(), "--single", "-D", data().toString(), "postgres"
    };
    Command.run(as.command(alone), statements).orFail();
  }

  private String[] initdb(PostgresBinaries binaries) {
    List<String> command = new ArrayList<>();
    command.add(binaries.program("initdb").toString());
    command.addAll(List.of("-D", data().toString(), "-U", SUPERUSER));
    command.addAll(List.of("-A", "scram-sha-256", "--pwfile", passwordFile().toString()));
    command.addAll(List.of("-E", "UTF8", "--locale", "C", "--no-sync"));
    command.addAll(List.of("--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"));
    TUNING.forEach(setting -> command.addAll(List.of("--set", setting)));
    return command.toArray(String[]::new);
  }

  private static String randomPassword() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static void writeForOwner(Path file, String text) throws IOException {
    if (Command.onWindows()) {
      Files.createFile(file);
    } else {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, text + "\n");
  }

  private void refuseOtherVersion(PostgresBinaries binaries) throws IOException {
    String made = Files.readString(data().resolve("PG_VERSION")).strip();
    String here = binaries.majorVersion();
    if (!made.equals(here)) {
      String move =
          "GONGKAI_DATA_DIR=… GONGKAI_MOVE_PASSWORD=\"$(cat '%s')\" java -jar quarkus-run.jar move \"jdbc:postgresql://127.0.0.1:$(sed -n 4p '%s')/%s\""
              .formatted(passwordFile(), data().resolve("postmaster.pid"), DATABASE);
      throw new StartupRefused(
          "数据目录由 PostgreSQL %s 建立，而本版本自带 PostgreSQL %s；没有改动任何内容。请用旧版本启动它并停止填报，再用本版本和一个新的数据目录执行 %s （见 deploy/README.md）。"
              .formatted(made, here, move),
          ("The data directory was made by PostgreSQL %s and this version brings PostgreSQL %s;"
                  + " nothing was changed. Start the old version on it, stop filing, and run with"
                  + " this version and a new directory: %s (see deploy/README.md).")
              .formatted(made, here, move));
    }
  }
}
