package org.gongkai.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A copy that is made while the embedded database is written to, and what is restored of it. */
@Tag("long")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it looks at permissions")
@Execution(ExecutionMode.CONCURRENT)
class BackupTest {

  private static final Map<String, String> FAST = Map.of("fsync", "off");

  @TempDir Path directory;

  private EmbeddedDatabase open(String name) throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
    return EmbeddedDatabase.open(directory.resolve(name), Optional.of(TestDatabase.PROGRAMS), FAST);
  }

  private static Connection connect(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl(PostgresCluster.DATABASE), PostgresCluster.USER, database.password());
  }

  @Test
  void whatWasCommittedBeforeItEndedIsRestored() throws Exception {
    Path file;
    int before;
    int after;
    AtomicBoolean enough = new AtomicBoolean();
    AtomicInteger written = new AtomicInteger();
    try (EmbeddedDatabase database = open("first");
        Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE note (id integer PRIMARY KEY, text text NOT NULL)");
      CompletableFuture<Void> writer =
          CompletableFuture.runAsync(() -> write(database, written, enough));
      while (written.get() < 200 && !writer.isDone()) {
        Thread.sleep(2);
      }
      before = written.get();
      file = database.backUp(directory.resolve("backups"));
      after = written.get();
      enough.set(true);
      writer.get();
      // nothing is left that would keep the log for ever
      try (ResultSet slots = statement.executeQuery("SELECT count(*) FROM pg_replication_slots")) {
        slots.next();
        assertThat(slots.getInt(1)).isZero();
      }
    }
    assertThat(after).isGreaterThan(before);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    Backup.restore(file, directory.resolve("second"));
    try (EmbeddedDatabase database = open("second");
        Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*), max(id), min(id) FROM note")) {
      rows.next();
      int restored = rows.getInt(1);
      assertThat(restored).isBetween(before, after + 1).isEqualTo(rows.getInt(2));
      assertThat(rows.getInt(3)).isOne();
    }
    assertThatThrownBy(() -> Backup.restore(file, directory.resolve("second")))
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining("There is a database in the data directory");
  }

  private static void write(
      EmbeddedDatabase database, AtomicInteger written, AtomicBoolean enough) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      while (!enough.get()) {
        int id = written.get() + 1;
        statement.execute("INSERT INTO note VALUES (" + id + ", repeat('公开', 400))");
        written.set(id);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void onlyTheNewestAreKept() throws IOException {
    for (String day : List.of("20260101", "20260102", "20260103")) {
      Files.createFile(directory.resolve("gongkai-" + day + "-000000.backup.tar.gz"));
    }
    Files.createFile(directory.resolve("gongkai-2025.dump"));
    Backup.keepNewest(directory, 2);
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "gongkai-2025.dump",
              "gongkai-20260102-000000.backup.tar.gz",
              "gongkai-20260103-000000.backup.tar.gz");
    }
    Backup.keepNewest(directory, 5);
  }

  @Test
  void whatNobodyFinishesIsRemoved() throws IOException {
    Path left =
        Files.createFile(directory.resolve("gongkai-20260101-000000.backup.tar.gz.unfinished"));
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    Path underWay =
        Files.createFile(directory.resolve("gongkai-20260102-000000.backup.tar.gz.unfinished"));
    Backup.keepNewest(directory, 1);
    assertThat(left).doesNotExist();
    assertThat(underWay).exists();
  }

  /** However often the service is started anew. */
  @Test
  void theNextIsDueWhenTheNewestIsOldEnough() throws IOException {
    Instant now = Instant.now();
    Duration day = Duration.ofDays(1);
    assertThat(Backup.newest(directory.resolve("none"))).isEmpty();
    Instant begin = Instant.parse("2024-01-01T00:00:00Z");
    assertThat(BackupMeters.age(directory.resolve("none"), begin, begin.plusSeconds(90)))
        .as("nothing for as long as there might have been one")
        .hasSeconds(90);
    assertThat(Backup.newest(directory)).isEmpty();
    assertThat(BackupSchedule.until(Optional.empty(), now, day)).isEqualTo(Duration.ofMinutes(1));
    Path older = Files.createFile(directory.resolve("gongkai-20260101-000000.backup.tar.gz"));
    Path newer = Files.createFile(directory.resolve("gongkai-20260102-000000.backup.tar.gz"));
    Files.setLastModifiedTime(older, FileTime.from(now));
    Files.setLastModifiedTime(newer, FileTime.from(now.minus(Duration.ofHours(20))));
    assertThat(BackupSchedule.until(Backup.newest(directory), now, day))
        .isEqualTo(Duration.ofHours(4));
    assertThat(BackupSchedule.until(Optional.of(now.minus(Duration.ofDays(3))), now, day))
        .isEqualTo(Duration.ofMinutes(1));
    assertThat(BackupSchedule.until(Optional.of(now.plus(day)), now, day)).isEqualTo(day);
    assertThat(BackupSchedule.until(Optional.empty(), now, Duration.ofSeconds(5)))
        .isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void whatIsNoBackupIsNotRestored() throws IOException {
    Path file = directory.resolve("broken.backup.tar.gz");
    try (BackupArchive archive = new BackupArchive(file)) {
      archive.addText("x", "cluster/data/PG_VERSION");
    }
    assertThatThrownBy(() -> Backup.restore(file, directory.resolve("data")))
        .hasMessageContaining("not a whole one");
    Path escaping = directory.resolve("escaping.backup.tar.gz");
    try (BackupArchive archive = new BackupArchive(escaping)) {
      archive.addText("x", "cluster/../../outside");
    }
    assertThatThrownBy(() -> Backup.restore(escaping, directory.resolve("data")))
        .hasMessageContaining("is no backup");
    assertThat(directory.resolve("outside")).doesNotExist();
    assertThat(directory.resolve("data").resolve("cluster")).doesNotExist();
  }
}
