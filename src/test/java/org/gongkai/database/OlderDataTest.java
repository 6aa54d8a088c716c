package org.gongkai.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.platform.Digests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A data directory that an older version of the service has made. */
@Tag("long")
@EnabledOnOs(value = OS.LINUX, disabledReason = "it needs Debian's package")
@Execution(ExecutionMode.CONCURRENT)
class OlderDataTest {

  private static final Pattern COMMAND =
      Pattern.compile("GONGKAI_MOVE_PASSWORD=(\".+?\") java -jar quarkus-run.jar move (\".+?\") ");

  @TempDir Path directory;

  @Test
  void isLeftAloneAndTheCommandByWhichItMovesIsTold() throws Exception {
    DebianPostgres.assumeInstalled();
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path home = directory.resolve("old data");
    made(home);
    Map<String, String> before = contents(home);
    StartupRefused refusal =
        catchThrowableOfType(
            StartupRefused.class,
            () ->
                EmbeddedDatabase.open(home, Optional.of(TestDatabase.PROGRAMS), Map.of()).close());
    assertThat(refusal).hasMessageContaining("PostgreSQL 15").hasMessageContaining("PostgreSQL 18");
    assertThat(contents(home)).isEqualTo(before);

    // The old version runs on it, and a shell takes from the message where and by what it is asked.
    try (DataDirectory held = DataDirectory.lock(home);
        PostgresServer old =
            DebianPostgres.start(held, new PostgresCluster(held.resolve("cluster")))) {
      assertThat(old.port()).isPositive();
      for (String words : refusal.getMessage().split("\n", -1)) {
        Matcher command = COMMAND.matcher(words + " ");
        assertThat(command.find()).as(words).isTrue();
        try (Connection connection =
                DriverManager.getConnection(
                    said(command.group(2)), PostgresCluster.USER, said(command.group(1)));
            Statement statement = connection.createStatement();
            ResultSet version = statement.executeQuery("SHOW server_version_num")) {
          assertThat(version.next()).isTrue();
          assertThat(version.getInt(1)).isBetween(150_000, 159_999);
        }
      }
    }
  }

  /** As a version made it that brought PostgreSQL 15. */
  private static void made(Path home) throws IOException {
    try (DataDirectory held = DataDirectory.lock(home)) {
      RunAs as = RunAs.choose(held, DebianPostgres.PROGRAMS);
      PostgresCluster cluster = new PostgresCluster(Files.createDirectory(held.resolve("cluster")));
      Path password =
          Files.writeString(held.resolve("cluster").resolve("password"), "of the old one\n");
      as.give(held.resolve("cluster"));
      DebianPostgres.make(cluster, as, PostgresCluster.SUPERUSER, password);
      String[] alone = {
        DebianPostgres.PROGRAMS.program("postgres").toString(),
        "--single",
        "-D",
        cluster.data().toString(),
        "postgres"
      };
      Command.run(
              as.command(alone),
              """
              CREATE ROLE gongkai LOGIN PASSWORD 'of the old one';
              CREATE DATABASE gongkai OWNER gongkai;
              """)
          .orFail();
    }
  }

  private static String said(String words) throws IOException {
    Process shell = new ProcessBuilder("sh", "-c", "printf %s " + words).start();
    return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static Map<String, String> contents(Path home) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> all = Files.walk(home.resolve("cluster"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        contents.put(
            home.relativize(file).toString(),
            HexFormat.of().formatHex(Digests.sha256(Files.readAllBytes(file))));
      }
    }
    return contents;
  }
}
