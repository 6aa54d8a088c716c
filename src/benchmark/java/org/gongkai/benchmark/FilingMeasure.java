package org.gongkai.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Filing over HTTP, checked and summed, beside pgbench with the same statements on the same server,
 * and beside keeping nothing but the document.
 */
final class FilingMeasure {

  private static final String PART = "a filing";
  private static final int MOST_A_ROUND = 3000;
  private static final long CLEAR_OF_OTHER_NUMBERS = 1_000_000_000L;
  private static final String KEEP_DOCUMENT =
      "INSERT INTO benchmark.document (document) VALUES (:document);\n";

  private final Service service;
  private final Database database;
  private final Flags flags;
  private final FilingOrder order;
  private final Pgbench pgbench;
  private final Progress progress;

  FilingMeasure(
      Service service,
      Database database,
      Flags flags,
      FilingOrder order,
      Path directory,
      Progress progress)
      throws IOException {
    this.service = service;
    this.database = database;
    this.flags = flags;
    this.order = order;
    this.pgbench = new Pgbench(Pgbench.find(), service, directory);
    this.progress = progress;
  }

  List<Figure> measure() throws IOException, SQLException, InterruptedException {
    prepare();
    List<FilingScript.Own> own = new ArrayList<>();
    List<FilingStatements.Statement> statements =
        FilingStatements.of(service, database, () -> fileOne(own));
    FilingScript script = FilingScript.of(statements, own.getLast(), database.columnTypes());
    progress.say("one filing is %d statements", statements.size());
    Callers callers = new Callers(service, flags);
    int number = Math.min(MOST_A_ROUND, order.share(flags.rounds() + 1));
    callers.file(order, number); // warms up
    List<Double> overHttp = new ArrayList<>();
    List<Double> sameStatements = new ArrayList<>();
    List<Double> documentOnly = new ArrayList<>();
    List<Double> cpu = new ArrayList<>();
    List<Double> databaseCpu = new ArrayList<>();
    Latencies latencies = new Latencies();
    for (int round = 1; round <= flags.rounds(); round++) {
      database.execute("CHECKPOINT");
      ProcessCost before = ProcessCost.of(service);
      Callers.Filed filed = callers.file(order, number);
      ProcessCost after = ProcessCost.of(service);
      overHttp.add(filed.perSecond());
      cpu.add((double) after.millisSince(before) / number);
      databaseCpu.add((double) (after.databaseMillis() - before.databaseMillis()) / number);
      latencies.nextRound();
      latencies.add(filed.latencies());
      database.execute("CHECKPOINT");
      sameStatements.add(runSameStatements(script, number));
      documentOnly.add(
          pgbench.run(
              KEEP_DOCUMENT,
              Map.of("document", document(order.filedOverHttp())),
              flags.clients(),
              number));
      progress.say(
          "filing, round %d of %d: %.0f a second over HTTP, %.0f the same statements, %.0f the document only",
          round,
          flags.rounds(),
          overHttp.getLast(),
          sameStatements.getLast(),
          documentOnly.getLast());
    }
    return List.of(
        Figure.of(
                PART,
                "reports over HTTP, %d callers".formatted(flags.clients()),
                Median.of(overHttp),
                "/s")
            .beside("same SQL by pgbench", Median.of(sameStatements))
            .ratioAtLeast(0.6),
        Figure.of(PART, "reports over HTTP", Median.of(overHttp), "/s")
            .beside("plain insert of the document", Median.of(documentOnly)),
        Figure.of(PART, "latency, p50", latencies.median(), "ms"),
        Figure.of(PART, "latency, p99", latencies.p99(), "ms"),
        Figure.of(PART, "processor per report, service and database", Median.of(cpu), "ms")
            .beside("database alone", Median.of(databaseCpu))
            .below(2),
        Figure.of(PART, "statements of one filing", statements.size(), ""));
  }

  private double runSameStatements(FilingScript script, int number)
      throws IOException, InterruptedException {
    int first = order.throughPgbench(number);
    Map<String, String> variables = new HashMap<>(script.variables());
    variables.put("i", "-1");
    variables.put("first", Long.toString(Nation.FIRST_ORGAN + first));
    variables.put("callers", Integer.toString(flags.clients()));
    return pgbench.run(script.text(), variables, flags.clients(), number);
  }

  private void prepare() throws SQLException {
    database.execute("CREATE SCHEMA IF NOT EXISTS benchmark");
    database.execute(
        """
        CREATE TABLE IF NOT EXISTS benchmark.document (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          document text NOT NULL)
        """);
    database.execute("GRANT USAGE ON SCHEMA benchmark TO " + Database.SERVICE_ROLE);
    database.execute("GRANT INSERT ON benchmark.document TO " + Database.SERVICE_ROLE);
    // the id of the report whose statements are read must not be equal to any other number of them,
    // nor to the number of an organ, which reports have for an id that an earlier run has filed
    // through pgbench
    database.execute(
        "SELECT setval(pg_get_serial_sequence('report', 'id'), greatest(%d, max(id) + 1)) FROM report WHERE id < %d"
            .formatted(CLEAR_OF_OTHER_NUMBERS, Nation.FIRST_ORGAN));
  }

  private String fileOne(List<FilingScript.Own> own) throws IOException {
    int organ = order.nextOverHttp();
    String document = document(organ);
    byte[] body = document.getBytes(StandardCharsets.UTF_8);
    try (Connection connection = service.connect()) {
      JsonNode filed =
          connection
              .send(Request.send("POST", Callers.REPORTS, Callers.JSON, body))
              .expecting(201)
              .json();
      own.add(
          new FilingScript.Own(
              Nation.codeOf(organ),
              filed.get("id").asText(),
              filed.get("receipt").get("number").asText()));
    }
    return document;
  }

  private String document(int organ) {
    AnnualReport report = AnnualReport.of(flags.seed(), organ, Flags.FILING_YEAR);
    return new String(new ReportWriter(flags.narrative()).write(report), StandardCharsets.UTF_8);
  }
}
