package org.gongkai.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Everything from one database into another, with the tables that the service has. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class TransferTest {

  private static final String REPORT =
      """
      INSERT INTO organ (code) VALUES ('MOVED-1');
      INSERT INTO report (organ, year, scope, state, region, revision, edit, editions, findings, year_findings, created_at,
        changed_at, kind, expected)
      VALUES ('MOVED-1', 2021, 'organ', 'draft', '371002', 1, 1, '{}', '[]', '[]', now(), now(), 'department', true);
      INSERT INTO revision (report, number, document, digest, editions, findings, author, made_at)
      SELECT id, 1, E'{"公开":"\\t\\\\N"}', sha256('x'), '{}', '[]', 'somebody', now() FROM report
      """;

  private static final String OTHER = "other";

  @TempDir Path directory;

  @Test
  void allIsThereAndNumbersGoOn() throws Exception {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    PrintStream output = new PrintStream(told, true, StandardCharsets.UTF_8);
    try (EmbeddedDatabase server = open();
        Connection from = connect(server, PostgresCluster.DATABASE);
        Connection to = connect(server, OTHER)) {
      try (Statement statement = from.createStatement()) {
        statement.execute(REPORT);
      }
      try (Statement statement = to.createStatement()) {
        statement.execute("INSERT INTO organ (code) VALUES ('OTHERS-1')");
        assertThatThrownBy(() -> Transfer.all(from, to, output))
            .isInstanceOf(StartupRefused.class)
            .hasMessageContaining("There are organs in the target database");
        statement.execute("DELETE FROM organ");
      }
      long regions = number(from, "SELECT count(*) FROM region");
      Transfer.all(from, to, output);
      assertThat(number(to, "SELECT count(*) FROM region")).isEqualTo(regions).isPositive();
      assertThat(told.toString(StandardCharsets.UTF_8))
          .contains("public.region\t" + regions, "public.revision\t1");
      String document = "SELECT md5(string_agg(document, '')) FROM revision";
      assertThat(text(to, document)).isEqualTo(text(from, document));
      long last = number(from, "SELECT max(id) FROM report");
      String next = "SELECT nextval(pg_get_serial_sequence('report', 'id'))";
      assertThat(number(to, next)).isEqualTo(last + 1);
      assertThatThrownBy(() -> Transfer.all(from, to, output))
          .isInstanceOf(StartupRefused.class)
          .hasMessageContaining("There are reports in the target database");
      try (Statement statement = to.createStatement()) {
        statement.execute("ALTER TABLE remark ADD COLUMN more text");
      }
      assertThatThrownBy(() -> Transfer.all(from, to, output))
          .hasMessageContaining("different schemas");
      assertThat(from.getAutoCommit()).isTrue();
      assertThat(to.getAutoCommit()).isTrue();
      try (Connection beside = connect(server, PostgresCluster.DATABASE)) {
        requireThatALostConnectionIsTold(from, beside, to, output);
      }
    }
  }

  /** Undoing fails too, and must not hide why. */
  private static void requireThatALostConnectionIsTold(
      Connection from, Connection beside, Connection to, PrintStream output) throws SQLException {
    long lost = number(from, "SELECT pg_backend_pid()");
    number(beside, "SELECT pg_terminate_backend(" + lost + ", 10000)::int");
    assertThatThrownBy(() -> Transfer.all(from, to, output))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("57P01"))
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    assertThat(to.getAutoCommit()).isTrue();
    assertThat(number(to, "SELECT count(*) FROM report")).isEqualTo(1);
  }

  @Test
  void whatOthersReferToComesFirst() {
    assertThat(
            Transfer.inOrder(
                List.of("c", "b", "a"), Map.of("c", Set.of("b"), "b", Set.of("a", "elsewhere"))))
        .containsExactly("a", "b", "c");
    assertThatThrownBy(
            () -> Transfer.inOrder(List.of("a", "b"), Map.of("a", Set.of("b"), "b", Set.of("a"))))
        .hasMessageContaining("refer to each other");
  }

  /** A server with two databases, the second of which is a copy: to migrate takes longest. */
  private EmbeddedDatabase open() throws IOException, SQLException {
    EmbeddedDatabase server =
        EmbeddedDatabase.open(
            directory, Optional.of(TestDatabase.PROGRAMS), Map.of("fsync", "off"));
    Flyway.configure()
        .dataSource(
            server.jdbcUrl(PostgresCluster.DATABASE), PostgresCluster.USER, server.password())
        .placeholders(Map.of("service", ServiceRole.NAME))
        .load()
        .migrate();
    try (Connection connection =
            DriverManager.getConnection(
                server.jdbcUrl(PostgresCluster.SUPERUSER),
                PostgresCluster.SUPERUSER,
                server.password());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE DATABASE %s TEMPLATE %s OWNER %s"
              .formatted(OTHER, PostgresCluster.DATABASE, PostgresCluster.USER));
    }
    return server;
  }

  private static Connection connect(EmbeddedDatabase server, String database) throws SQLException {
    return DriverManager.getConnection(
        server.jdbcUrl(database), PostgresCluster.USER, server.password());
  }

  private static long number(Connection connection, String sql) throws SQLException {
    return Long.parseLong(text(connection, sql));
  }

  private static String text(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
