package org.gongkai.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FilingScriptTest {

  private static final String LOG =
      """
      2026-01-01 00:00:00.000 UTC [7] LOG:  statement: BEGIN
      2026-01-01 00:00:00.001 UTC [8] LOG:  execute <unnamed>: SELECT of_somebody_else
      2026-01-01 00:00:00.001 UTC [7] LOG:  execute S_1: INSERT INTO report (organ,
      \t  reason) VALUES ($1, $2) RETURNING *
      2026-01-01 00:00:00.001 UTC [7] DETAIL:  Parameters: $1 = '10000000000000007', $2 = NULL
      2026-01-01 00:00:00.002 UTC [7] LOG:  execute <unnamed>: INSERT INTO revision VALUES ($1, $2, $3::text[])
      2026-01-01 00:00:00.002 UTC [7] DETAIL:  Parameters: $1 = '1000000042', $2 = '{"it''s": 1}', $3 = '{a,10000000000000007}'
      2026-01-01 00:00:00.003 UTC [7] LOG:  execute S_2: COMMIT
      """;
  private static final FilingScript.Own OWN =
      new FilingScript.Own("10000000000000007", "1000000042", "GK-1");

  @Test
  void theStatementsOfTheConnectionThatTheDocumentWentThroughAreRead() {
    List<FilingStatements.Statement> read =
        FilingStatements.read(LOG, "{\"it's\": 1}").orElseThrow();

    assertThat(read).hasSize(4);
    assertThat(read.get(1))
        .isEqualTo(
            new FilingStatements.Statement(
                "INSERT INTO report (organ,\n  reason) VALUES ($1, $2) RETURNING *",
                Arrays.asList("10000000000000007", null)));
    assertThat(FilingStatements.read(LOG, "another")).isEmpty();
  }

  @Test
  void whatIsTheReportsOwnDiffersFromTransactionToTransaction() {
    FilingScript script =
        FilingScript.of(FilingStatements.read(LOG, "{\"it's\": 1}").orElseThrow(), OWN, Map.of());

    assertThat(script.text())
        .contains("VALUES (:organ, NULL) RETURNING *\n\\gset made_")
        .contains(
            "VALUES (:made_id, :s2p2, replace(:s2p3::text, '10000000000000007', :organ::text)::text[])\n;");
    assertThat(script.variables())
        .containsEntry("s2p2", "{\"it's\": 1}")
        .containsEntry("s2p3", "{a,10000000000000007}");
  }

  @Test
  void arraysThatAreUnnestedGetTheTypeThatTheLogDoesNotTell() {
    String sql =
        "INSERT INTO t SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7) AS r (id, organ, year, number,"
            + " state, digest, findings)";
    List<String> parameters =
        List.of(
            "{1000000042}",
            "{10000000000000007}",
            "{2024}",
            "{1,2.5,NULL}",
            "{NULL}",
            "{\"\\\\x00ff\"}",
            "{\"[{\\\"rule\\\": \\\"BLANK\\\"}]\"}");

    FilingScript script =
        FilingScript.of(
            List.of(new FilingStatements.Statement(sql, parameters)),
            OWN,
            Map.of("year", "smallint", "state", "text", "findings", "jsonb"));

    assertThat(script.text())
        .contains(
            "unnest(replace(:s0p1::text, '1000000042', :organ::text)::bigint[],"
                + " replace(:s0p2::text, '10000000000000007', :organ::text)::text[],"
                + " :s0p3::smallint[], :s0p4::numeric[], :s0p5::text[],"
                + " :s0p6::bytea[], :s0p7::text[]) AS r");
  }

  @Test
  void whatPgbenchWouldMisreadIsRefused() {
    List<FilingStatements.Statement> statements =
        List.of(new FilingStatements.Statement("SELECT to_char(now(), 'HH24:MI')", List.of()));

    assertThatThrownBy(() -> FilingScript.of(statements, OWN, Map.of()))
        .isInstanceOf(Unmeasurable.class);
  }
}
