package org.gongkai.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
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
  private Notes notes;

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
    notes = new Notes(url(name), PASSWORD);
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

  /** An address from a file here, in the others from the environment. */
  @Test
  void servesWithoutStartingOneOfItsOwn() throws Exception {
    Path file =
        Files.createDirectory(directory.resolve("config")).resolve("application.properties");
    Files.writeString(
        file,
        """
        quarkus.datasource.jdbc.url=%s
        quarkus.datasource.username=gongkai
        quarkus.datasource.password=%s
        """
            .formatted(notes.url(), PASSWORD));
    try (PackagedService service = PackagedService.in(directory).start()) {
      notes.write("kept elsewhere");
      service.stop();
    }
    assertThat(notes.read()).containsExactly("kept elsewhere");
    assertThat(directory.resolve("gongkai-data")).doesNotExist();
  }

  /** The owner migrates, once; instances have a role that owns nothing, and no other password. */
  @Test
  void migratesOnceForSeveralInstances() throws Exception {
    makeRoles();
    try (PackagedService migration =
        withRole(service(directory))
            .with("QUARKUS_FLYWAY_USERNAME", "house_owner")
            .with("QUARKUS_FLYWAY_PASSWORD", PASSWORD)
            .arguments("migrate")
            .launch()) {
      assertThat(migration.awaitEnd()).as(migration.log()).isEqualTo(0);
      assertThat(migration.log()).contains("The schema is up to date").doesNotContain("http://");
    }
    nextReleaseHasMigrated();
    try (PackagedService one = withRole(replica("one")).start();
        PackagedService two = withRole(replica("two")).start()) {
      one.stop();
      assertThat(two.isRunning()).isTrue();
      two.stop();
    }
    try (Connection connection =
            DriverManager.getConnection(url("house_roles"), "house_service", PASSWORD);
        var statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("DELETE FROM receipt"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> statement.execute("ALTER TABLE receipt OWNER TO house_service"))
          .hasMessageContaining("must be owner");
    }
  }

  /** By the script that operators run. */
  private static void makeRoles() throws IOException, InterruptedException {
    ProcessBuilder script = new ProcessBuilder("sh", "deploy/database/roles.sh");
    script
        .environment()
        .putAll(
            Map.of(
                "PGHOST", "127.0.0.1",
                "PGPORT", Integer.toString(server.port()),
                "PGUSER", "gongkai",
                "PGPASSWORD", PASSWORD,
                "GONGKAI_DATABASE", "house_roles",
                "GONGKAI_OWNER", "house_owner",
                "GONGKAI_SERVICE", "house_service",
                "GONGKAI_OWNER_PASSWORD", PASSWORD,
                "GONGKAI_SERVICE_PASSWORD", PASSWORD));
    Process process = script.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).isEmpty();
  }

  private static PackagedService.Setup withRole(PackagedService.Setup service) {
    return service
        .with("QUARKUS_DATASOURCE_JDBC_URL", url("house_roles"))
        .with("QUARKUS_DATASOURCE_USERNAME", "house_service");
  }

  /** The version before works beside it, and again where the next one is taken back. */
  private static void nextReleaseHasMigrated() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(url("house_roles"), "house_owner", PASSWORD);
        var statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,
            checksum, installed_by, execution_time, success)
          VALUES (9999, '9999', 'next release', 'SQL', 'V9999__next_release.sql', 0, 'gongkai', 0, true),
            (10000, NULL, 'names', 'SQL', 'R__names.sql', 1, 'gongkai', 0, true)
          """);
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

  @Test
  void refusesToServeAnOlderSchemaWhereItMayNotMigrate() throws Exception {
    try (PackagedService early = replica("early").launch()) {
      assertThat(early.awaitEnd()).isEqualTo(1);
      assertThat(early.log()).contains("Detected resolved migration not applied to database");
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
    try (PackagedService service = service(directory).start()) {
      new Filings(service).file(2021, "filed into the external one");
      assertThat(new Filings(service).counted()).isEqualTo(2);
      service.stop();
    }
    assertThat(directory.resolve("gongkai-data")).doesNotExist();
    Path back = Files.createDirectory(directory.resolve("back"));
    try (PackagedService move =
        embedded(back)
            .arguments("move", notes.url())
            .with("GONGKAI_MOVE_PASSWORD", PASSWORD)
            .launch()) {
      assertThat(move.awaitEnd()).as(move.log()).isZero();
    }
    try (PackagedService again =
        embedded(back)
            .arguments("move", notes.url())
            .with("GONGKAI_MOVE_PASSWORD", PASSWORD)
            .launch()) {
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

  private static PackagedService.Setup embedded(Path directory) {
    return PackagedService.in(directory).withTestPrograms();
  }

  private PackagedService.Setup replica(String name) throws IOException {
    return service(Files.createDirectory(directory.resolve(name)))
        .with("QUARKUS_FLYWAY_MIGRATE_AT_START", "false")
        .with("QUARKUS_FLYWAY_VALIDATE_AT_START", "true");
  }

  private PackagedService.Setup service(Path directory) {
    return PackagedService.in(directory)
        .with("QUARKUS_DATASOURCE_JDBC_URL", notes.url())
        .with("QUARKUS_DATASOURCE_USERNAME", "gongkai")
        .with("QUARKUS_DATASOURCE_PASSWORD", PASSWORD);
  }
}
