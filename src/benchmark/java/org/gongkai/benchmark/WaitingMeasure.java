package org.gongkai.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Rollups of the nation while much waits to be folded into the sums: all reports, with folding held
 * up, and whatever waits while reports come in as fast as they are taken. And how fast they are
 * folded when nothing else is done.
 */
final class WaitingMeasure {

  private static final String PART = "g waiting";
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final double GOOD = 1000;
  private static final double FOLDED = 10_000;

  private static final Map<String, String> ALL_MAY_WAIT =
      Map.of("GONGKAI_ROLLUP_CHECK_EVERY", "off", "GONGKAI_ROLLUP_MAX_WAITING", "1000000");

  private final Path directory;
  private final Flags flags;
  private final Progress progress;
  private final List<Figure> figures = new ArrayList<>();
  private Map<String, String> machine = Map.of();

  WaitingMeasure(Path directory, Flags flags, Progress progress) {
    this.directory = directory;
    this.flags = flags;
    this.progress = progress;
  }

  Map<String, String> machine() {
    return machine;
  }

  List<Figure> measure() throws IOException, SQLException, InterruptedException {
    try (Service service =
            Service.start(directory.resolve("unfolded"), flags.heap(), ALL_MAY_WAIT);
        Database database = Database.of(service)) {
      database.holdFolding();
      Nation nation = new Nation(database, flags.districts(), flags.organs());
      machine = Machine.facts(database, flags, nation);
      Loading.Took took = load(service, nation);
      figures.add(Figure.of(PART, "bulk, nothing folded", took.perSecond(), "/s"));
      Asking asking = new Asking(service);
      for (int i = 0; i < flags.rounds(); i++) {
        asking.askAll();
      }
      asking.tell("%,d reports waiting".formatted(flags.reports()));
      measureFolding(service, database);
    }
    measureWhileLoading();
    return figures;
  }

  /** In the process that has taken the reports, from the begin of the first batch to its last. */
  private void measureFolding(Service service, Database database)
      throws IOException, SQLException, InterruptedException {
    long rows = database.waiting();
    if (rows == 0) {
      return; // an earlier run on the same data has brought them in
    }
    ProcessCost before = ProcessCost.of(service);
    database.letFold();
    long begin = System.nanoTime();
    database.awaitFolded();
    double seconds = (System.nanoTime() - begin) / 1e9;
    ProcessCost after = ProcessCost.of(service);
    double reports = flags.reports();
    figures.add(Figure.of(PART, "folding alone, reports", reports / seconds, "/s").atLeast(FOLDED));
    figures.add(Figure.of(PART, "folding alone, rows that waited", (double) rows, "rows"));
    figures.add(
        Figure.of(
            PART,
            "folding alone, processor per report",
            after.millisSince(before) / reports,
            "ms"));
  }

  private void measureWhileLoading() throws IOException, SQLException, InterruptedException {
    try (Service service = Service.start(directory.resolve("folded"), flags.heap());
        Database database = Database.of(service)) {
      Nation nation = new Nation(database, flags.districts(), flags.organs());
      Asking asking = new Asking(service);
      Thread reader = Thread.ofPlatform().start(asking);
      Loading.Took took = load(service, nation);
      asking.over = true;
      reader.join();
      figures.add(
          Figure.of(PART, "bulk beside a reader and folding", took.perSecond(), "/s")
              .beside("nothing folded, no reader", figures.getFirst().value()));
      figures.add(Figure.of(PART, "bulk, processor per report", took.cpuPerReport(), "ms"));
      figures.add(Figure.of(PART, "bulk, most that waited", asking.most, "rows"));
      asking.tell("while reports come in");
    }
  }

  private Loading.Took load(Service service, Nation nation)
      throws IOException, InterruptedException {
    Loading loading = new Loading(service, flags, nation, progress);
    loading.registerOrgans();
    return loading.fileReports(Flags.FIRST_YEAR, flags.lastYear());
  }

  private static double waiting(Service service) throws IOException {
    return service
        .metrics()
        .lines()
        .filter(line -> line.startsWith("gongkai_rollup_waiting"))
        .filter(line -> !line.startsWith("gongkai_rollup_waiting_seconds"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** Asks for rollups of the nation, each as a question of its own. */
  private final class Asking implements Runnable {

    private final Service service;
    private final List<RollupQuestion> questions =
        RollupQuestion.all().stream().filter(q -> q.level() == Level.NATION).toList();
    private final Latencies latencies = new Latencies();
    private final Map<String, Integer> failures = new HashMap<>();
    private volatile boolean over;
    private double longest;
    private double most;

    Asking(Service service) {
      this.service = service;
    }

    @Override
    public void run() {
      try {
        while (!over) {
          askAll();
          most = Math.max(most, waiting(service));
          TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
      } catch (IOException e) {
        failures.merge(e.toString(), 1, Integer::sum);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    void askAll() {
      for (RollupQuestion question : questions) {
        for (int year = Flags.FIRST_YEAR; year <= flags.lastYear(); year++) {
          ask(question.path(Nation.CODE, year));
        }
      }
    }

    private void ask(String path) {
      long begin = System.nanoTime();
      try (Connection connection = service.connect()) {
        int status = connection.send(Request.get(path)).status();
        if (status != 200) {
          failures.merge("status " + status, 1, Integer::sum);
        }
      } catch (IOException e) {
        failures.merge(e.toString(), 1, Integer::sum);
      }
      long took = System.nanoTime() - begin;
      latencies.add(took);
      longest = Math.max(longest, took / 1e6);
    }

    void tell(String when) {
      String what = "rollups of the nation, " + when;
      figures.add(Figure.of(PART, what + ", p50", latencies.median(), "ms").below(GOOD));
      figures.add(Figure.of(PART, what + ", longest", longest, "ms").below(GOOD));
      int failed = failures.values().stream().mapToInt(Integer::intValue).sum();
      figures.add(Figure.of(PART, what + ", failed", failed, "").below(1));
      progress.say(
          "%s: %d asked, p50 %.0f ms, longest %.0f ms, failed: %s",
          what, latencies.count(), latencies.median(), longest, failures);
    }
  }
}
