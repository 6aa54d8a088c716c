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
      2026-01-01 00:00:00.000 UTC [7] LOG:  execute <unnamed>: SELECT of_a_job
      2026-01-01 00:00:00.000 UTC [7] LOG:  statement: BEGIN
      2026-01-01 00:00:00.001 UTC [8] LOG:  execute <unnamed>: SELECT of_somebody_else
      2026-01-01 00:00:00.001 UTC [7] LOG:  execute S_1: INSERT INTO report (organ,
      \t  reason) VALUES ($1, $2) RETURNING *
      2026-01-01 00:00:00.001 UTC [7] DETAIL:  Parameters: $1 = '10000000000000007', $2 = NULL
      2026-01-01 00:00:00.002 UTC [7] LOG:  execute <unnamed>: INSERT INTO revision VALUES ($1, $2, $3::text[], $4, $5)
      2026-01-01 00:00:00.002 UTC [7] DETAIL:  Parameters: $1 = '1000000042', $2 = '{"it''s": 1}', $3 = '{a,10000000000000007}', $4 = '{"region": "371002", "organ": "10000000000000007"}', $5 = '{1371002,9}'
      2026-01-01 00:00:00.003 UTC [7] LOG:  execute S_2: COMMIT
      2026-01-01 00:00:00.004 UTC [7] LOG:  execute <unnamed>: SELECT of_a_later_job
      """;
  private static final FilingScript.Own OWN =
      new FilingScript.Own("10000000000000007", "371002", "1000000042", "GK-1");

  private static FilingStatements.Sample sample(FilingScript.Own own) {
    return new FilingStatements.Sample(
        own, FilingStatements.read(LOG, "{\"it's\": 1}").orElseThrow());
  }

  @Test
  void theStatementsOfTheTransactionThatTheDocumentWentThroughAreRead() {
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
    FilingScript script = FilingScript.of(List.of(sample(OWN)), Map.of());

    assertThat(script.text())
        .contains("VALUES (:organ0, NULL) RETURNING *\n\\gset made0_")
        .contains(
            "VALUES (:made0_id, :f0s2p2, replace(:f0s2p3::text, '10000000000000007', :organ0::text)::text[],"
                + " replace(replace(:f0s2p4::text, '10000000000000007', :organ0::text), '371002',"
                + " :region0::text), :f0s2p5)\n;");
    assertThat(script.variables())
        .containsEntry("f0s2p2", "{\"it's\": 1}")
        .containsEntry("f0s2p3", "{a,10000000000000007}");
  }

  @Test
  void severalFilingsTakeTurnsEachInTheRegionOfItsOrgan() {
    FilingScript.Own other = new FilingScript.Own("10000000000000007", "1", "1000000042", "GK-1");

    String text = FilingScript.of(List.of(sample(OWN), sample(other)), Map.of()).text();

    assertThat(text)
        .startsWith("\\set i :i + 1\n\\set run :i * :callers + :client_id\n")
        .contains("SELECT regions[1] AS region0, regions[2] AS region1 FROM benchmark.turn")
        .contains("\\set organ0 :first + :run * 2 + 0", "\\set organ1 :first + :run * 2 + 1")
        .contains("VALUES (:organ1, NULL) RETURNING *\n\\gset made1_");
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
            List.of(
                new FilingStatements.Sample(
                    OWN, List.of(new FilingStatements.Statement(sql, parameters)))),
            Map.of("year", "smallint", "state", "text", "findings", "jsonb"));

    assertThat(script.text())
        .contains(
            "unnest(replace(:f0s0p1::text, '1000000042', :organ0::text)::bigint[],"
                + " replace(:f0s0p2::text, '10000000000000007', :organ0::text)::text[],"
                + " :f0s0p3::smallint[], :f0s0p4::numeric[], :f0s0p5::text[],"
                + " :f0s0p6::bytea[], :f0s0p7::text[]) AS r");
  }

  @Test
  void whatPgbenchWouldMisreadIsRefused() {
    List<FilingStatements.Sample> samples =
        List.of(
            new FilingStatements.Sample(
                OWN,
                List.of(
                    new FilingStatements.Statement(
                        "SELECT to_char(now(), 'HH24:MI')", List.of()))));

    assertThatThrownBy(() -> FilingScript.of(samples, Map.of())).isInstanceOf(Unmeasurable.class);
  }
}
