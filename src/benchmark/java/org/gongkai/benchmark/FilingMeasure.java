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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Filing over HTTP, checked and summed, beside a plain function that does neither and beside
 * pgbench with the service's own statements on the same server; corrections of what was filed; a
 * caller alone; and a district that is full.
 */
final class FilingMeasure {

  private static final String PART = "a filing";
  private static final int MOST_A_ROUND = 3000;
  private static final int SAMPLES = 4;
  private static final int ALONE = 200;
  private static final int IN_A_FULL_DISTRICT = 400;

  /** What it was when it was first measured, which sharing transactions must not add to. */
  private static final double OF_A_CALLER_ALONE = 7.9;

  /** Of the corrections that are measured; those that come before have other ones. */
  private static final int CORRECTION = 1;

  private static final long CLEAR_OF_OTHER_NUMBERS = 1_000_000_000L;

  private final Service service;
  private final Database database;
  private final Flags flags;
  private final Nation nation;
  private final FilingOrder order;
  private final Pgbench pgbench;
  private final Progress progress;

  FilingMeasure(
      Service service,
      Database database,
      Flags flags,
      Nation nation,
      FilingOrder order,
      Path directory,
      Progress progress)
      throws IOException {
    this.service = service;
    this.database = database;
    this.flags = flags;
    this.nation = nation;
    this.order = order;
    this.pgbench = new Pgbench(Pgbench.find(), service, directory);
    this.progress = progress;
  }

  /** Of all rounds. */
  private static final class Found {

    private final List<Double> overHttp = new ArrayList<>();
    private final List<Double> cpu = new ArrayList<>();
    private final List<Double> serviceCpu = new ArrayList<>();
    private final List<Double> databaseCpu = new ArrayList<>();
    private final List<Double> corrections = new ArrayList<>();
    private final List<Double> sameStatements = new ArrayList<>();
    private final List<Double> plain = new ArrayList<>();
    private final Latencies filing = new Latencies();
    private final Latencies correcting = new Latencies();
    private final Latencies alone = new Latencies();
  }

  List<Figure> measure() throws IOException, SQLException, InterruptedException {
    prepare();
    PlainFunction plain =
        PlainFunction.in(database, pgbench, nation, flags.clients(), document(order.next()));
    List<FilingStatements.Sample> samples =
        FilingStatements.of(service, database, SAMPLES, this::fileOne);
    FilingScript script = FilingScript.of(samples, database.columnTypes());
    Callers callers = new Callers(service, flags);
    int number = share();
    WarmUp.Cost warmUp = warmUp(callers, number);
    Found found = new Found();
    for (int round = 1; round <= flags.rounds(); round++) {
      fileAndCorrect(callers, number, found);
      begin();
      found.sameStatements.add(runSameStatements(script, number));
      database.awaitFolded();
      found.plain.add(plain.run(number));
      progress.say(
          "filing, round %d of %d: %.0f a second over HTTP, %.0f corrected, %.0f the same"
              + " statements, %.0f the plain function",
          round,
          flags.rounds(),
          found.overHttp.getLast(),
          found.corrections.getLast(),
          found.sameStatements.getLast(),
          found.plain.getLast());
    }
    double full = FullDistrict.of(service, database, flags, nation).measure(IN_A_FULL_DISTRICT);
    return figures(found, samples.getLast().statements().size(), full, warmUp);
  }

  /** Files, and corrects that again and again: there are more corrections than organs. */
  private WarmUp.Cost warmUp(Callers callers, int number)
      throws IOException, SQLException, InterruptedException {
    int first = order.filedOverHttp();
    WarmUp.Cost cost =
        WarmUp.of(
            service,
            turn -> {
              if (turn == 1) {
                callers.file(order, number);
              } else {
                callers.correct(first, number, CORRECTION + turn);
              }
              return number;
            });
    progress.say(
        "warm after %,d writes: %.2f ms of the service's processor time for each of the first, %.2f"
            + " for the last",
        cost.writes(), cost.first(), cost.last());
    return cost;
  }

  private void fileAndCorrect(Callers callers, int number, Found found)
      throws IOException, SQLException, InterruptedException {
    begin();
    int first = order.filedOverHttp();
    ProcessCost before = ProcessCost.of(service);
    Callers.Filed filed = callers.file(order, number);
    database.awaitFolded();
    ProcessCost after = ProcessCost.of(service);
    found.overHttp.add(filed.perSecond());
    found.cpu.add((double) after.millisSince(before) / number);
    found.serviceCpu.add((double) after.serviceMillisSince(before) / number);
    found.databaseCpu.add((double) (after.databaseMillis() - before.databaseMillis()) / number);
    found.filing.nextRound();
    found.filing.add(filed.latencies());
    Callers.Filed corrected = callers.correct(first, number, CORRECTION);
    found.corrections.add(corrected.perSecond());
    found.correcting.nextRound();
    found.correcting.add(corrected.latencies());
    found.alone.nextRound();
    found.alone.add(
        new Callers(service, flags.withClients(1))
            .file(order, Math.min(ALONE, number / 2))
            .latencies());
  }

  /** Whoever is measured next finds nothing left to do of those before. */
  private void begin() throws SQLException, InterruptedException {
    database.awaitFolded();
    database.execute("CHECKPOINT");
  }

  private List<Figure> figures(Found found, int statements, double full, WarmUp.Cost warmUp) {
    double filed = Median.of(found.overHttp);
    double cpu = Median.of(found.cpu);
    return List.of(
        Figure.of(PART, "reports over HTTP, %d callers".formatted(flags.clients()), filed, "/s")
            .beside(PlainFunction.NAME, Median.of(found.plain))
            .ratioAtLeast(0.35),
        Figure.of(PART, "reports over HTTP", filed, "/s")
            .beside("same SQL by pgbench", Median.of(found.sameStatements))
            .ratioAtLeast(1),
        Figure.of(PART, "latency, p50", found.filing.median(), "ms"),
        Figure.of(PART, "latency, p99", found.filing.p99(), "ms").below(25),
        Figure.of(PART, "latency of a caller alone, p50", found.alone.median(), "ms")
            .atMost(OF_A_CALLER_ALONE),
        Figure.of(PART, "processor per report, service and database", cpu, "ms")
            .with("database alone", Median.of(found.databaseCpu))
            .atMost(2),
        Figure.of(PART, "the service's alone", Median.of(found.serviceCpu), "ms").atMost(1.2),
        Figure.of(
                PART, "the service's alone, of the first writes of a process", warmUp.first(), "ms")
            .with("after %,d".formatted(warmUp.writes()), warmUp.last()),
        Figure.of(PART, "the same where 600 of the district have filed", full, "ms")
            .with("elsewhere", cpu)
            .atMost(2),
        Figure.of(PART, "corrections over HTTP", Median.of(found.corrections), "/s")
            .beside("first filings", filed)
            .ratioAtLeast(0.7),
        Figure.of(PART, "correction, p50", found.correcting.median(), "ms"),
        Figure.of(PART, "correction, p99", found.correcting.p99(), "ms").below(25),
        Figure.of(PART, "statements of one filing", statements, ""));
  }

  /** Of each round, so that all callers do the same and each sample has its turns. */
  private int share() {
    int left = order.share(2 * flags.rounds() + 1);
    int each = flags.clients() * SAMPLES;
    return Math.max(each, Math.min(MOST_A_ROUND, left) / each * each);
  }

  private double runSameStatements(FilingScript script, int number)
      throws IOException, SQLException, InterruptedException {
    int first = order.throughPgbench(number);
    int runs = number / SAMPLES;
    database.execute("TRUNCATE benchmark.turn");
    database.execute(
        IntStream.range(0, runs)
            .mapToObj(run -> "(" + run + ",'" + regionsFrom(first + run * SAMPLES) + "')")
            .collect(Collectors.joining(",", "INSERT INTO benchmark.turn VALUES ", "")));
    database.execute("ANALYZE benchmark.turn");
    Map<String, String> variables = new HashMap<>(script.variables());
    variables.put("i", "-1");
    variables.put("first", Long.toString(Nation.FIRST_ORGAN + first));
    variables.put("callers", Integer.toString(flags.clients()));
    return SAMPLES * pgbench.run(script.text(), variables, flags.clients(), runs);
  }

  private String regionsFrom(int organ) {
    return IntStream.range(organ, organ + SAMPLES)
        .mapToObj(nation::regionOf)
        .collect(Collectors.joining(",", "{", "}"));
  }

  private void prepare() throws SQLException {
    database.execute("DROP SCHEMA IF EXISTS benchmark CASCADE");
    database.execute("CREATE SCHEMA benchmark");
    database.execute(
        "CREATE TABLE benchmark.turn (run integer PRIMARY KEY, regions text[] NOT NULL)");
    database.execute("GRANT USAGE ON SCHEMA benchmark TO " + Database.SERVICE_ROLE);
    database.execute("GRANT SELECT ON benchmark.turn TO " + Database.SERVICE_ROLE);
    // the id of the report whose statements are read must not be equal to any other number of them,
    // nor to the number of an organ, which reports have for an id that an earlier run has filed
    // through pgbench
    database.execute(
        "SELECT setval(pg_get_serial_sequence('report', 'id'), greatest(%d, max(id) + 1)) FROM report WHERE id < %d"
            .formatted(CLEAR_OF_OTHER_NUMBERS, Nation.FIRST_ORGAN));
  }

  private FilingStatements.Filed fileOne() throws IOException {
    int organ = order.nextOverHttp();
    String document = document(organ);
    byte[] body = document.getBytes(StandardCharsets.UTF_8);
    try (Connection connection = service.connect()) {
      JsonNode filed =
          connection
              .send(Request.send("POST", Callers.REPORTS, Callers.JSON, body))
              .expecting(201)
              .json();
      return new FilingStatements.Filed(
          document,
          new FilingScript.Own(
              Nation.codeOf(organ),
              nation.regionOf(organ),
              filed.get("id").asText(),
              filed.get("receipt").get("number").asText()));
    }
  }

  private String document(int organ) {
    AnnualReport report = AnnualReport.of(flags.seed(), organ, Flags.FILING_YEAR);
    return new String(new ReportWriter(flags.narrative()).write(report), StandardCharsets.UTF_8);
  }
}
