package org.gongkai.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.gongkai.platform.Filings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database server that the house already has, of the oldest version that is supported. */
class ExternalDatabaseIT {

  private static final String PASSWORD = "not-a-secret-公开";

  @TempDir static Path serverDirectory;
  private static DataDirectory held;
  private static PostgresServer server;
  private static int databases;

  @TempDir Path directory;
  private String url;

  @BeforeAll
  static void startServer() throws IOException {
    DebianPostgres.assumeInstalled();
    Files.setPosixFilePermissions(serverDirectory, PosixFilePermissions.fromString("rwxr-xr-x"));
    held = DataDirectory.lock(serverDirectory.resolve("server"));
    RunAs as = RunAs.choose(held, DebianPostgres.PROGRAMS);
    PostgresCluster cluster = new PostgresCluster(held.path());
    Path secret = Files.writeString(held.resolve("password"), PASSWORD);
    as.give(secret);
    DebianPostgres.make(cluster, as, "gongkai", secret);
    server = DebianPostgres.start(held, cluster);
  }

  @BeforeEach
  void createDatabase() throws SQLException {
    String name = "house_" + ++databases;
    try (Connection connection = DriverManager.getConnection(url("postgres"), "gongkai", PASSWORD);
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    url = url(name);
  }

  private static String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database;
  }

  @AfterAll
  static void stopServer() {
    if (server != null) {
      server.close();
      held.close();
    }
  }

  @Test
  void saysSoWhenTheMigrationFails() throws Exception {
    try (PackagedService migration =
        service(directory)
            .with("QUARKUS_DATASOURCE_PASSWORD", "wrong")
            .arguments("migrate")
            .launch()) {
      assertThat(migration.awaitEnd()).isEqualTo(1);
      assertThat(migration.log()).contains("password authentication failed");
    }
  }

  /** Out of the embedded database, of 18, into one of 15, and back; then it is backed up there. */
  @Test
  void everythingMovesThereAndBackAndIsRestored() throws Exception {
    Path small = Files.createDirectory(directory.resolve("small"));
    try (PackagedService service = PackagedService.in(small).prepared().start()) {
      new Filings(service).file(2020, "filed into the embedded one");
      service.stop();
    }
    try (PackagedService move = service(small).withTestPrograms().arguments("move").launch()) {
      assertThat(move.awaitEnd()).as(move.log()).isZero();
    }
    addressInAFile();
    try (PackagedService service = PackagedService.in(directory).start()) {
      new Filings(service).file(2021, "filed into the external one");
      assertThat(new Filings(service).counted()).isEqualTo(2);
      service.stop();
    }
    assertThat(reports()).isEqualTo(2);
    assertThat(directory.resolve("gongkai-data")).doesNotExist();
    Path back = Files.createDirectory(directory.resolve("back"));
    try (PackagedService move =
        embedded(back).arguments("move", url).with("GONGKAI_MOVE_PASSWORD", PASSWORD).launch()) {
      assertThat(move.awaitEnd()).as(move.log()).isZero();
    }
    try (PackagedService again =
        embedded(back).arguments("move", url).with("GONGKAI_MOVE_PASSWORD", PASSWORD).launch()) {
      assertThat(again.awaitEnd()).isEqualTo(1);
      assertThat(again.log()).contains("There are reports in the target database");
    }
    try (PackagedService service = embedded(back).start()) {
      assertThat(new Filings(service).overviews())
          .containsExactly("filed into the embedded one", "filed into the external one");
      try (PackagedService backup =
          embedded(back).arguments("backup", directory.resolve("backups").toString()).launch()) {
        assertThat(backup.awaitEnd()).as(backup.log()).isZero();
      }
      service.stop();
    }
    Path restored = Files.createDirectory(directory.resolve("restored"));
    Path file;
    try (Stream<Path> files = Files.list(directory.resolve("backups"))) {
      file = files.findFirst().orElseThrow();
    }
    try (PackagedService restore =
        embedded(restored).arguments("restore", file.toString()).launch()) {
      assertThat(restore.awaitEnd()).as(restore.log()).isZero();
    }
    try (PackagedService verification = embedded(restored).arguments("verify").launch()) {
      assertThat(verification.awaitEnd()).as(verification.log()).isZero();
      assertThat(verification.log()).contains("Nothing is wrong");
    }
  }

  /** Rather than in the environment. */
  private void addressInAFile() throws IOException {
    Path file =
        Files.createDirectory(directory.resolve("config")).resolve("application.properties");
    Files.writeString(
        file,
        """
        quarkus.datasource.jdbc.url=%s
        quarkus.datasource.username=gongkai
        quarkus.datasource.password=%s
        """
            .formatted(url, PASSWORD));
  }

  private int reports() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "gongkai", PASSWORD);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM report")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static PackagedService.Setup embedded(Path directory) {
    return PackagedService.in(directory).withTestPrograms();
  }

  private PackagedService.Setup service(Path directory) {
    return PackagedService.in(directory)
        .with("QUARKUS_DATASOURCE_JDBC_URL", url)
        .with("QUARKUS_DATASOURCE_USERNAME", "gongkai")
        .with("QUARKUS_DATASOURCE_PASSWORD", PASSWORD);
  }
}
