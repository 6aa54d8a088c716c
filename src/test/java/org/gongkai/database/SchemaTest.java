package org.gongkai.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.gongkai.platform.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The conventions of the schema, over the catalogue of a database that was migrated. */
@QuarkusTest
class SchemaTest {

  /** Everything of ours; Flyway's own table follows Flyway's conventions. */
  private static final String RELATIONS =
      """
      WITH relation AS (
        SELECT c.oid, c.relname AS name, c.relkind AS kind, n.nspname AS schema
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ('public', 'bi') AND c.relname NOT LIKE 'flyway_schema_history%'
      ),
      readable AS (
        SELECT * FROM relation WHERE kind IN ('r', 'p', 'v', 'm')
      ),
      own_table AS (
        SELECT * FROM relation WHERE kind IN ('r', 'p')
      ),
      attribute AS (
        SELECT t.oid, t.schema, t.name || '.' || a.attname AS name, a.attname AS column, a.attnum AS number,
          format_type(a.atttypid, a.atttypmod) AS type
        FROM readable t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
      ),
      named AS (
        SELECT t.name AS on_table, k.conname AS name, k.contype AS kind, k.conrelid, k.conkey,
          ARRAY(
            SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY AS c (number, place)
            JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = c.number ORDER BY c.place) AS columns
        FROM own_table t JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype IN ('p', 'u', 'f', 'c')
      ),
      routine AS (
        SELECT p.oid, p.proname AS name, p.provolatile AS volatility, pg_get_functiondef(p.oid) AS source
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname IN ('public', 'bi') AND p.prokind = 'f'
      )
      """;

  /**
   * Foreign keys whose own columns no index begins with. Such an index serves the deletion of what
   * is referred to, and nothing is ever deleted there: regions, organs, cells and changes stay.
   */
  private static final List<String> NEVER_SEARCHED =
      List.of(
          "delivery_position_fkey",
          "exemption_organ_fkey",
          "extension_organ_fkey",
          "form_cell_cell_fkey",
          "rehearsal_owner_fkey",
          "rehearsal_region_fkey",
          "webhook_region_fkey",
          // Three editions of a form.
          "form_layout_edition_fkey",
          "form_layout_in_force_fkey");

  @Inject Sql sql;
  @Inject Flyway flyway;

  @Test
  void thereIsSomethingToHoldConventions() {
    assertThat(found("SELECT name FROM own_table")).contains("report", "region", "audit");
    assertThat(found("SELECT name FROM readable WHERE schema = 'bi'")).contains("report");
    assertThat(found("SELECT name FROM routine")).contains("legal_due", "compared_name");
  }

  @Test
  void namesAreLowerCaseWordsJoinedByUnderlines() {
    assertThat(
            found(
                """
                SELECT name FROM (
                  SELECT name FROM relation
                  UNION ALL SELECT "column" FROM attribute
                  UNION ALL SELECT name FROM named
                  UNION ALL SELECT name FROM routine) AS everything
                WHERE name !~ '^[a-z][a-z0-9]*(_[a-z0-9]+)*$'
                """))
        .isEmpty();
  }

  @Test
  void everythingSaysWhatItIs() {
    assertThat(
            found(
                """
                SELECT name FROM readable WHERE obj_description(oid, 'pg_class') IS NULL
                UNION ALL
                SELECT name FROM attribute WHERE col_description(oid, number) IS NULL
                UNION ALL
                SELECT name FROM routine WHERE obj_description(oid, 'pg_proc') IS NULL
                """))
        .isEmpty();
  }

  @Test
  void timesHaveAZone() {
    assertThat(
            found(
                "SELECT name FROM attribute WHERE type LIKE 'time%' AND type <> 'timestamp with"
                    + " time zone'"))
        .isEmpty();
  }

  @Test
  void everyTableHasAPrimaryKey() {
    assertThat(
            found(
                "SELECT name FROM own_table WHERE NOT EXISTS ("
                    + "SELECT 1 FROM named k WHERE k.conrelid = own_table.oid AND k.kind = 'p')"))
        .isEmpty();
  }

  /** A check is named by what it says; what PostgreSQL would call it, {@code …_check}, is none. */
  @Test
  void constraintsAreNamedByTableColumnsAndMeaning() {
    assertThat(
            found(
                """
                SELECT name FROM named
                WHERE NOT CASE kind
                  WHEN 'p' THEN name = on_table || '_pkey'
                  WHEN 'u' THEN name = on_table || '_' || array_to_string(columns, '_') || '_key'
                  WHEN 'f' THEN name = on_table || '_' || array_to_string(columns, '_') || '_fkey'
                  ELSE starts_with(name, on_table || '_') AND name !~ '_(check|pkey|key|fkey)[0-9]*$'
                END
                """))
        .isEmpty();
  }

  @Test
  void indexesAreNamedAfterTheirTables() {
    assertThat(
            found(
                """
                SELECT i.name FROM relation i
                JOIN pg_index x ON x.indexrelid = i.oid
                JOIN relation t ON t.oid = x.indrelid
                WHERE NOT starts_with(i.name, t.name || '_')
                """))
        .isEmpty();
  }

  @Test
  void foreignKeysHaveAnIndexWhereSomethingIsDeleted() {
    assertThat(
            found(
                """
                SELECT k.name FROM named k
                WHERE k.kind = 'f' AND NOT EXISTS (
                  SELECT 1 FROM pg_index i
                  WHERE i.indrelid = k.conrelid AND i.indisvalid
                    AND (i.indkey::smallint[])[0 : cardinality(k.conkey) - 1] @> k.conkey)
                """))
        .containsExactlyInAnyOrderElementsOf(NEVER_SEARCHED);
  }

  /**
   * The planner sees through views and through texts that stores join into their statements, not
   * through functions: they only compute.
   */
  @Test
  void noFunctionReadsATable() {
    assertThat(
            found(
                """
                SELECT DISTINCT f.name FROM routine f
                WHERE f.volatility <> 'i'
                  OR f.source ~* (SELECT '\\m(from|join|into|update)\\s+(only\\s+)?(' || string_agg(t.name, '|') || ')\\M' FROM readable t)
                """))
        .isEmpty();
  }

  /** What happens to a row stands in the statement that does it, whoever keeps the table. */
  @Test
  void nothingActsBehindAStatement() {
    assertThat(
            found(
                """
                SELECT t.tgname FROM pg_trigger t JOIN own_table o ON o.oid = t.tgrelid WHERE NOT t.tgisinternal
                UNION ALL
                SELECT r.rulename FROM pg_rewrite r JOIN own_table o ON o.oid = r.ev_class
                UNION ALL
                SELECT o.name FROM pg_inherits i JOIN own_table o ON o.oid = i.inhrelid
                UNION ALL
                SELECT name FROM relation WHERE kind = 'm'
                """))
        .isEmpty();
  }

  /** {@code CREATE INDEX CONCURRENTLY} would wait for it for ever. */
  @Test
  void migrationsHoldNoLockOfATransaction() {
    assertThat(
            flyway
                .getConfiguration()
                .getPluginRegister()
                .getExact(PostgreSQLConfigurationExtension.class)
                .isTransactionalLock())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET script = 'V040__life.sql', description = 'life', checksum = 1",
        "SET checksum = checksum + 1",
        "SET version = '041', description = 'never was'"
      })
  void aDatabaseFromBeforeTheFirstReleaseIsRefused(String difference) throws SQLException {
    withHistory(
        "UPDATE unreleased.flyway_schema_history " + difference + " WHERE version = '040'",
        unreleased -> {
          assertThatThrownBy(unreleased::migrate)
              .isInstanceOf(FlywayException.class)
              .hasMessageContaining("before the first release")
              .hasMessageMatching("(?s).*Different: 04(0 (journal|life)|1 never was).*");
          assertThatThrownBy(unreleased::validate)
              .isInstanceOf(FlywayException.class)
              .hasMessageContaining("before the first release");
        });
  }

  /** Which a new version migrates, or waits for somebody to do so. */
  @Test
  void anOlderDatabaseIsNoSuchOne() throws SQLException {
    withHistory(
        "DELETE FROM unreleased.flyway_schema_history WHERE version >= '130'",
        older ->
            assertThatThrownBy(older::validate)
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("not applied to database")
                .hasMessageNotContaining("before the first release"));
  }

  /** Flyway as the service has set it up, on a schema of the test's own. */
  private void withHistory(String change, Consumer<Flyway> then) throws SQLException {
    Flyway own =
        Flyway.configure().configuration(flyway.getConfiguration()).schemas("unreleased").load();
    own.baseline();
    try (Connection connection = flyway.getConfiguration().getDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      try {
        statement.executeUpdate(
            """
            TRUNCATE unreleased.flyway_schema_history;
            INSERT INTO unreleased.flyway_schema_history
            SELECT * FROM public.flyway_schema_history;
            """);
        statement.executeUpdate(change);
        then.accept(own);
      } finally {
        statement.executeUpdate("DROP SCHEMA unreleased CASCADE");
      }
    }
  }

  private List<String> found(String query) {
    return sql.statement(RELATIONS + query).list(row -> row.getString(1));
  }
}
