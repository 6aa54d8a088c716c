package org.gongkai.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What anybody would write who wants no more than to keep a report and to add it up: a function
 * that writes a document, 25 figures and the sums of the district. It checks nothing, knows no last
 * year, and gives no receipt. It stands beside the service so that no change of ours moves it.
 */
final class PlainFunction {

  static final String NAME = "the plain function";

  private static final int FIGURES = 25;

  private static final String TABLES =
      """
      CREATE TABLE benchmark.report (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        organ text NOT NULL,
        year smallint NOT NULL,
        region integer NOT NULL,
        document jsonb NOT NULL,
        UNIQUE (organ, year));
      CREATE TABLE benchmark.figure (
        report bigint, cell smallint, number numeric NOT NULL, PRIMARY KEY (report, cell));
      CREATE TABLE benchmark.district_sum (
        region integer, year smallint, cell smallint, number numeric NOT NULL, reports integer NOT NULL,
        PRIMARY KEY (region, year, cell)) WITH (fillfactor = 70);
      """;

  private static final String FUNCTION =
      """
      CREATE FUNCTION benchmark.file(
        organ text, year smallint, region integer, document jsonb, cells smallint[], numbers numeric[])
      RETURNS bigint LANGUAGE sql AS $$
        WITH filed AS (
          INSERT INTO benchmark.report (organ, year, region, document)
          VALUES (organ, year, region, document)
          RETURNING id
        ), stated AS (
          SELECT s.cell, s.number FROM unnest(cells, numbers) AS s (cell, number)
        ), figures AS (
          INSERT INTO benchmark.figure (report, cell, number)
          SELECT filed.id, stated.cell, stated.number FROM filed, stated
        ), sums AS (
          INSERT INTO benchmark.district_sum AS kept (region, year, cell, number, reports)
          SELECT file.region, file.year, stated.cell, stated.number, 1 FROM stated ORDER BY stated.cell
          ON CONFLICT ON CONSTRAINT district_sum_pkey DO UPDATE
          SET number = kept.number + excluded.number, reports = kept.reports + 1
        )
        SELECT filed.id FROM filed
      $$
      """;

  private static final String SCRIPT =
      """
      \\set i :i + 1
      \\set organ :first + :i * :callers + :client_id
      \\set region mod(:organ, :districts)
      SELECT benchmark.file(:organ::text, 2024::smallint, :region, :document::jsonb, :cells, :numbers);
      """;

  private final Pgbench pgbench;
  private final int callers;
  private final Map<String, String> constant;
  private int filed;

  private PlainFunction(Pgbench pgbench, int callers, Map<String, String> constant) {
    this.pgbench = pgbench;
    this.callers = callers;
    this.constant = constant;
  }

  /** Makes its tables, which are empty; the schema is there. */
  static PlainFunction in(
      Database database, Pgbench pgbench, Nation nation, int callers, String document)
      throws SQLException {
    database.execute(TABLES);
    database.execute(FUNCTION);
    database.execute("GRANT ALL ON ALL TABLES IN SCHEMA benchmark TO " + Database.SERVICE_ROLE);
    List<String> numbers = IntStream.rangeClosed(1, FIGURES).mapToObj(Integer::toString).toList();
    String array = numbers.stream().collect(Collectors.joining(",", "{", "}"));
    return new PlainFunction(
        pgbench,
        callers,
        Map.of(
            "i",
            "-1",
            "callers",
            Integer.toString(callers),
            "districts",
            Integer.toString(nation.districts()),
            "document",
            document,
            "cells",
            array,
            "numbers",
            array));
  }

  /** Files so many; says how many a second. */
  double run(int number) throws IOException, InterruptedException {
    Map<String, String> variables = new java.util.HashMap<>(constant);
    variables.put("first", Integer.toString(filed));
    filed += number;
    return pgbench.run(SCRIPT, variables, callers, number);
  }
}
