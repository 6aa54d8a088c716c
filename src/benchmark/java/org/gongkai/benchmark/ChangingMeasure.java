package org.gongkai.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is read of the year that is being filed. Before each question a report is corrected, so that
 * no answer can be one that was made before: sums, who has filed, a district of hundreds of organs
 * one by one, and of which organs a number is.
 */
final class ChangingMeasure {

  private static final String PART = "b changing";

  /** Their numbers begin where those of others do not reach. */
  static final int FIRST = 700_000_000;

  private static final double ROLLUP_P99 = 25;

  private static final int THERE = 600;

  private static final int MOST = 20;
  private static final int LEAST = 3;
  private static final long NANOS = 2_000_000_000L;

  private final Service service;
  private final Database database;
  private final Flags flags;
  private final Nation nation;
  private final Progress progress;
  private final ReportWriter writer;
  private long seed;

  ChangingMeasure(
      Service service, Database database, Flags flags, Nation nation, Progress progress) {
    this.service = service;
    this.database = database;
    this.flags = flags;
    this.nation = nation;
    this.progress = progress;
    this.writer = new ReportWriter(flags.narrative());
    this.seed = System.nanoTime(); // other figures than an earlier run on the same data
  }

  /**
   * What is asked.
   *
   * @param millis that its median is to stay below
   * @param isRollup whether its p99 has a target, too
   */
  private record Question(String name, String path, double millis, boolean isRollup) {

    static Question rollup(String name, String path, double millis) {
      return new Question(name, path, millis, true);
    }

    static Question other(String name, String path, double millis) {
      return new Question(name, path, millis, false);
    }

    Stream<Figure> figures(Latencies latencies) {
      Figure p99 = Figure.of(PART, name + ", p99", latencies.p99(), "ms");
      return Stream.of(
          Figure.of(PART, name + ", p50", latencies.median(), "ms").below(millis),
          isRollup ? p99.below(ROLLUP_P99) : p99);
    }
  }

  List<Figure> measure() throws IOException, SQLException, InterruptedException {
    String district = district();
    Map<Question, Latencies> found = new LinkedHashMap<>();
    questions(district).forEach(question -> found.put(question, new Latencies()));
    try (Connection connection = service.connect()) {
      for (Question question : found.keySet()) {
        ask(connection, question, new Latencies()); // cold code
      }
      for (int round = 1; round <= flags.rounds(); round++) {
        for (Map.Entry<Question, Latencies> one : found.entrySet()) {
          one.getValue().nextRound();
          ask(connection, one.getKey(), one.getValue());
        }
        progress.say("while reports change, round %d of %d", round, flags.rounds());
      }
    }
    return found.entrySet().stream().flatMap(one -> one.getKey().figures(one.getValue())).toList();
  }

  private static List<Question> questions(String district) {
    int year = Flags.FILING_YEAR;
    String organs =
        new RollupQuestion(Level.DISTRICT, "applications", "organ").path(district, year);
    String whole = new RollupQuestion(Level.DISTRICT, "applications", "none").path(district, year);
    return List.of(
        Question.rollup(
            "nation, applications, by none",
            new RollupQuestion(Level.NATION, "applications", "none").path(Nation.CODE, year),
            5),
        Question.rollup(
            "nation, applications, by region",
            new RollupQuestion(Level.NATION, "applications", "region").path(Nation.CODE, year),
            5),
        Question.other(
            "coverage of the nation",
            "/api/v1/coverage?region=%s&year=%d&by=region".formatted(Nation.CODE, year),
            25),
        Question.rollup("600 organs, applications, by organ", organs, 25),
        Question.rollup(
            "600 organs, applications, as of an instant",
            whole + "&asOf=" + Instant.now().truncatedTo(ChronoUnit.SECONDS),
            25),
        Question.other(
            "nation, a number by organ, first page",
            "/api/v1/rollups/contributions?region=%s&year=%d&by=organ&limit=100"
                    .formatted(Nation.CODE, year)
                + "&section=applications&row=received&column=total",
            25));
  }

  private void ask(Connection connection, Question question, Latencies into)
      throws IOException, SQLException {
    Request request = Request.get(question.path());
    long end = System.nanoTime() + NANOS;
    for (int turn = 0; turn < LEAST || turn < MOST && System.nanoTime() < end; turn++) {
      correct(connection, FIRST + turn);
      into.time(() -> connection.send(request).expecting(200));
    }
  }

  private void correct(Connection connection, int organ) throws IOException {
    byte[] body = writer.write(AnnualReport.of(seed++, organ, Flags.FILING_YEAR));
    String path = "/api/v1/organs/%s/reports/%d".formatted(Nation.codeOf(organ), Flags.FILING_YEAR);
    connection.send(Request.send("PUT", path, Callers.JSON, body)).expecting(200);
  }

  /** One with so many organs beside its own, made where an earlier run has not. */
  private String district() throws IOException, SQLException, InterruptedException {
    long there =
        database.number(
            "SELECT count(*) FROM organ WHERE code >= '%s'".formatted(Nation.codeOf(FIRST)));
    if (there == 0) {
      byte[] organs =
          nation.csvOfLastDistrict(FIRST, FIRST + THERE).getBytes(StandardCharsets.UTF_8);
      try (Connection connection = service.connect()) {
        connection
            .send(Request.send("POST", "/api/v1/organs/import", "text/csv", organs))
            .expecting(200);
      }
      new Callers(service, flags).file(FIRST, THERE);
    }
    return nation.lastDistrict();
  }
}
