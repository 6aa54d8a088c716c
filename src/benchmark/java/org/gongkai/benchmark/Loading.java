package org.gongkai.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Brings the organs and the reports in, through the doors that offices have for it. */
final class Loading {

  private static final int ORGANS_A_REQUEST = 10_000;
  private static final int REPORTS_A_REQUEST = 10_000;

  private final Service service;
  private final Flags flags;
  private final Nation nation;
  private final Progress progress;
  private final List<String> failures = new ArrayList<>();

  Loading(Service service, Flags flags, Nation nation, Progress progress) {
    this.service = service;
    this.flags = flags;
    this.nation = nation;
    this.progress = progress;
  }

  /** How long it took, and what of the processor. */
  record Took(long reports, Duration duration, ProcessCost before, ProcessCost after) {

    double perSecond() {
      return reports * 1e9 / duration.toNanos();
    }

    double cpuPerReport() {
      return (double) after.millisSince(before) / reports;
    }

    double databaseCpuPerReport() {
      return (double) (after.databaseMillis() - before.databaseMillis()) / reports;
    }
  }

  /** What did not come in, and why. */
  List<String> failures() {
    return failures;
  }

  void registerOrgans() throws IOException {
    for (int from = 0; from < nation.organs(); from += ORGANS_A_REQUEST) {
      int to = Math.min(nation.organs(), from + ORGANS_A_REQUEST);
      byte[] csv = nation.csv(from, to).getBytes(StandardCharsets.UTF_8);
      try (Connection connection = service.connect()) {
        connection
            .send(Request.send("POST", "/api/v1/organs/import", "text/csv", csv))
            .expecting(200);
      }
      progress.say("organs registered: %,d", to);
    }
  }

  /** Year after year, as they came in; each year's in requests beside each other. */
  Took fileReports(int firstYear, int lastYear) throws IOException, InterruptedException {
    ProcessCost before = ProcessCost.of(service);
    Instant begin = Instant.now();
    try (ExecutorService callers = Executors.newFixedThreadPool(flags.bulk())) {
      for (int year = firstYear; year <= lastYear; year++) {
        fileYear(callers, year, (long) (year - firstYear) * nation.organs(), begin);
      }
    }
    Duration took = Duration.between(begin, Instant.now());
    long reports = (long) Math.max(0, lastYear - firstYear + 1) * nation.organs();
    return new Took(reports, took, before, ProcessCost.of(service));
  }

  private void fileYear(ExecutorService callers, int year, long before, Instant begin)
      throws InterruptedException, IOException {
    int organs = nation.organs();
    int share = Math.min(REPORTS_A_REQUEST, (organs + flags.bulk() - 1) / flags.bulk());
    List<Callable<Integer>> requests = new ArrayList<>();
    for (int from = 0; from < organs; from += share) {
      int first = from;
      int end = Math.min(organs, from + share);
      requests.add(() -> file(year, first, end, before, begin));
    }
    for (Future<Integer> request : callers.invokeAll(requests)) {
      try {
        request.get();
      } catch (ExecutionException e) {
        failures.add("a bulk request: " + e.getCause());
        progress.say("a bulk request failed: %s", e.getCause());
      }
    }
  }

  private int file(int year, int from, int to, long before, Instant begin) throws IOException {
    ReportWriter writer = new ReportWriter(flags.narrative());
    try (Connection connection = service.connect()) {
      connection.begin(Request.streamed("/api/v1/reports/bulk", "application/x-ndjson"));
      for (int organ = from; organ < to; organ++) {
        byte[] json = writer.write(AnnualReport.of(flags.seed(), organ, year));
        byte[] line = java.util.Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        connection.piece(line, line.length);
      }
      requireAllThere(connection.end().expecting(200), to - from);
    }
    long done = before + to;
    double seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    ProcessCost now = ProcessCost.of(service);
    progress.say(
        "reports of %d filed up to organ %,d: %,.0f a second, service %d MB",
        year, to, done / seconds, now.resident() / 1024);
    return to - from;
  }

  /** An earlier run on the same data may have brought in some of them. */
  private static void requireAllThere(Answer answer, int reports) throws IOException {
    String text = answer.text().strip();
    String last = text.substring(text.lastIndexOf('\n') + 1);
    JsonNode summary = new ObjectMapper().readTree(last).path("summary");
    if (summary.path("created").asInt() + summary.path("unchanged").asInt() != reports) {
      String refused =
          text.lines().filter(l -> l.contains("\"refused\"")).findFirst().orElse("none");
      throw new Unmeasurable("Not all are there: %s; refused: %s".formatted(last, refused));
    }
  }
}
