package org.gongkai.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Rollups of one year over HTTP, beside the plain sums in SQL and beside a request that costs one
 * look-up in the database. Regions and years are drawn anew each time.
 */
final class RollupMeasure {

  private static final String PART = "b rollups";
  private static final String TRIVIAL = "/api/v1/caller";
  private static final int MOST = 200;
  private static final int LEAST = 2;

  private final Service service;
  private final Flags flags;
  private final Nation nation;
  private final Progress progress;
  private final long nanos;

  RollupMeasure(Service service, Flags flags, Nation nation, Progress progress) {
    this.service = service;
    this.flags = flags;
    this.nation = nation;
    this.progress = progress;
    this.nanos = flags.millis() * 1_000_000L;
  }

  /** What was found of one question. */
  private static final class Found {

    private final Latencies asked = new Latencies();
    private final Latencies plain = new Latencies();
    private double insideSeconds;
    private long insideCount;

    private double insideMillis() {
      return insideSeconds * 1000 / insideCount;
    }
  }

  List<Figure> measure() throws IOException, SQLException {
    Map<RollupQuestion, Found> found = new LinkedHashMap<>();
    RollupQuestion.all().forEach(question -> found.put(question, new Found()));
    Latencies trivial = new Latencies();
    Random random = new Random(flags.seed());
    try (Connection connection = service.connect();
        PlainSums plain = new PlainSums(service)) {
      warmUp(connection, random);
      for (int round = 1; round <= flags.rounds(); round++) {
        trivial.nextRound();
        Request caller = Request.get(TRIVIAL);
        repeat(nanos, () -> trivial.time(() -> connection.send(caller).expecting(200)));
        for (Map.Entry<RollupQuestion, Found> one : found.entrySet()) {
          askOverHttp(connection, one.getKey(), one.getValue(), random);
          askInSql(plain, one.getKey(), one.getValue(), random);
        }
        progress.say("rollups, round %d of %d", round, flags.rounds());
      }
    }
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.of(PART, "select 1 over HTTP (GET /caller), p50", trivial.median(), "ms"));
    found.forEach((question, f) -> figures.addAll(figures(question, f, trivial)));
    return figures;
  }

  private static List<Figure> figures(RollupQuestion question, Found found, Latencies trivial) {
    String label = question.label();
    return List.of(
        Figure.of(PART, label + ", p50", found.asked.median(), "ms")
            .with("GROUP BY", found.plain.median())
            .below(5),
        Figure.of(PART, label + ", p99", found.asked.p99(), "ms").below(25),
        Figure.of(PART, label + ", mean inside the service", found.insideMillis(), "ms")
            .with("select 1 over HTTP", trivial.mean()));
  }

  private void warmUp(Connection connection, Random random) throws IOException, SQLException {
    for (RollupQuestion question : RollupQuestion.all()) {
      repeat(nanos / 2, () -> connection.send(request(question, random)).expecting(200));
    }
  }

  private void askOverHttp(
      Connection connection, RollupQuestion question, Found found, Random random)
      throws IOException, SQLException {
    found.asked.nextRound();
    Inside before = Inside.read(service, question.section());
    repeat(
        nanos,
        () -> {
          Request request = request(question, random);
          found.asked.time(() -> connection.send(request).expecting(200));
        });
    Inside after = Inside.read(service, question.section());
    found.insideSeconds += after.seconds() - before.seconds();
    found.insideCount += after.count() - before.count();
  }

  private void askInSql(PlainSums plain, RollupQuestion question, Found found, Random random)
      throws IOException, SQLException {
    found.plain.nextRound();
    repeat(
        nanos / 4, // nothing is aimed at
        () -> {
          String region = nation.any(question.level(), random);
          int year = year(random);
          found.plain.time(() -> plain.ask(question, region, year));
        });
  }

  private Request request(RollupQuestion question, Random random) {
    return Request.get(question.path(nation.any(question.level(), random), year(random)));
  }

  private int year(Random random) {
    return Flags.FIRST_YEAR + random.nextInt(flags.years());
  }

  private static void repeat(long nanos, Latencies.Act act) throws IOException, SQLException {
    long begin = System.nanoTime();
    for (int i = 0; i < MOST; i++) {
      if (i >= LEAST && System.nanoTime() - begin > nanos) {
        return;
      }
      act.run();
    }
  }

  /** What the service's own metrics say of one kind of rollup so far. */
  private record Inside(double seconds, long count) {

    private static final String METRIC = "http_server_requests_seconds_";

    static Inside read(Service service, String section) throws IOException {
      String text = service.metrics();
      return new Inside(value(text, "sum", section), (long) value(text, "count", section));
    }

    private static double value(String text, String suffix, String section) {
      return text.lines()
          .filter(line -> line.startsWith(METRIC + suffix))
          .filter(line -> line.contains("uri=\"/api/v1/rollups/" + section + "\""))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
          .sum();
    }
  }
}
