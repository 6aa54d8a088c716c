package org.gongkai.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One data set, from the empty directory to the last figure. */
final class Run {

  private static final String BULK = "bulk";

  private static final String WARNED =
      "SELECT 100 * count(*) FILTER (WHERE unexplained > 0) / count(*) FROM report";

  private static final int STARTS = 5;

  private final Flags flags;
  private final Path directory;
  private final Progress progress;
  private final List<Figure> figures = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private ExpectedSums expected;
  private Map<String, String> machine = Map.of();

  Run(Flags flags, Path directory, Progress progress) {
    this.flags = flags;
    this.directory = directory;
    this.progress = progress;
  }

  Path directory() {
    return directory;
  }

  List<Figure> figures() {
    return figures;
  }

  /** What could not be measured, and why. */
  List<String> failures() {
    return failures;
  }

  Map<String, String> machine() {
    return machine;
  }

  /** What the other size is compared with: loading, rollups, filing. */
  void measureSmaller() throws IOException, SQLException, InterruptedException {
    try (Service service = Service.start(directory, flags.heap());
        Database database = Database.of(service)) {
      Nation nation = new Nation(database, flags.districts(), flags.organs());
      load(service, database, nation);
      database.settle();
      figures.addAll(FootprintMeasure.ofDatabase(database, flags.reports()));
      figures.addAll(new RollupMeasure(service, flags, nation, progress).measure());
      FilingOrder order = FilingOrder.of(database, flags.organs());
      attempt("filing", () -> filing(service, database, nation, order).measure());
    }
  }

  private FilingMeasure filing(Service service, Database database, Nation nation, FilingOrder order)
      throws IOException {
    return new FilingMeasure(service, database, flags, nation, order, directory, progress);
  }

  /** Only loads and checks. */
  void load() throws IOException, SQLException, InterruptedException {
    load(Map.of());
  }

  /** The same with settings of the service. */
  void load(Map<String, String> settings) throws IOException, SQLException, InterruptedException {
    try (Service service = Service.start(directory, flags.heap(), settings);
        Database database = Database.of(service)) {
      Nation nation = new Nation(database, flags.districts(), flags.organs());
      machine = Machine.facts(database, flags, nation);
      load(service, database, nation);
      database.settle();
    }
  }

  void measureAll() throws IOException, SQLException, InterruptedException {
    boolean wasEmpty = !Files.exists(directory.resolve("gongkai-data"));
    Pgbench.find();
    try (Service service = Service.start(directory, flags.heap());
        Database database = Database.of(service)) {
      Figure start = FootprintMeasure.ofStart(service, wasEmpty ? "cold" : "data found");
      Nation nation = new Nation(database, flags.districts(), flags.organs());
      machine = Machine.facts(database, flags, nation);
      load(service, database, nation);
      database.settle();
      List<Figure> size = FootprintMeasure.ofDatabase(database, flags.reports());
      attempt("rollups", () -> new RollupMeasure(service, flags, nation, progress).measure());
      attempt("not modified", () -> new NotModifiedMeasure(service, flags, nation).measure());
      FilingOrder order = FilingOrder.of(database, flags.organs());
      attempt("filing", () -> filing(service, database, nation, order).measure());
      attempt(
          "while reports change",
          () -> new ChangingMeasure(service, database, flags, nation, progress).measure());
      progress.say("mixed load for %d s", flags.seconds());
      attempt("mixed load", () -> mixedLoad(service, nation, order));
      attempt("text", () -> new TextMeasure(service, flags).measure());
      attempt("sums at the end", () -> stillRight(service, nation));
      figures.addAll(size);
      figures.add(FootprintMeasure.ofMemory(service, "throughout"));
      figures.add(start);
    }
  }

  private List<Figure> mixedLoad(Service service, Nation nation, FilingOrder order)
      throws IOException, InterruptedException {
    try (FoldingLag lag = new FoldingLag(service)) {
      List<Figure> found =
          new ArrayList<>(new MixedMeasure(service, flags, nation, order).measure());
      found.addAll(lag.end("d mixed", "meanwhile"));
      return found;
    }
  }

  private List<Figure> stillRight(Service service, Nation nation) throws IOException {
    long compared = new SumCheck(service, flags, nation).check(expected);
    progress.say("%,d sums are still as they were made", compared);
    return List.of();
  }

  /** What the checks cost, on the data that is there: of what a bureau writes, and of more. */
  void measureChecks() throws InterruptedException {
    attempt("checks", () -> new CheckMeasure(directory, flags, progress, 2_000, 20_000).measure());
  }

  /** What is read while reports change; nothing else. */
  void measureChanging() throws IOException, SQLException, InterruptedException {
    try (Service service = Service.start(directory, flags.heap());
        Database database = Database.of(service)) {
      Nation nation = new Nation(database, flags.districts(), flags.organs());
      attempt(
          "while reports change",
          () -> new ChangingMeasure(service, database, flags, nation, progress).measure());
    }
  }

  /** What longer texts cost. */
  void measureText() throws IOException, InterruptedException {
    try (Service service = Service.start(directory, flags.heap())) {
      attempt("text", () -> new TextMeasure(service, flags).measure());
    }
  }

  /** How much of what sentences state is understood; no report is kept. */
  void measureSentences() throws IOException, InterruptedException {
    try (Service service = Service.start(directory, flags.heap())) {
      attempt("sentences", () -> new SentenceMeasure(service, progress).measure());
    }
  }

  /** What is measured. */
  private interface Part {
    List<Figure> measure() throws IOException, SQLException, InterruptedException;
  }

  /** Measures a part; where it fails, that is said, and the others are measured all the same. */
  private void attempt(String name, Part part) throws InterruptedException {
    try {
      figures.addAll(part.measure());
    } catch (IOException | SQLException | RuntimeException e) {
      progress.say("%s failed: %s", name, e);
      failures.add(name + ": " + e.getMessage());
    }
  }

  /** The same directory once more, now that all is in it. */
  void measureStart() throws IOException, InterruptedException {
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      try (Service again = Service.start(directory, flags.heap())) {
        seconds.add(again.readyAfter().toMillis() / 1000.0);
      }
    }
    figures.add(FootprintMeasure.ofStarts(seconds));
  }

  private void load(Service service, Database database, Nation nation)
      throws IOException, SQLException, InterruptedException {
    long there = database.number("SELECT count(*) FROM report WHERE year < " + Flags.FILING_YEAR);
    if (there < flags.reports()) {
      Loading loading = new Loading(service, flags, nation, progress);
      loading.registerOrgans();
      FoldingLag lag = new FoldingLag(service);
      Loading.Took took = loading.fileReports(Flags.FIRST_YEAR, flags.lastYear() - 1);
      ReadingBeside reading = new ReadingBeside(service, nation, flags.lastYear());
      Loading.Took beside = loading.fileReports(flags.lastYear(), flags.lastYear());
      List<Figure> read = reading.end(BULK);
      List<Figure> behind = lag.end(BULK, "meanwhile");
      failures.addAll(loading.failures());
      if (there == 0) {
        tell(flags.years() > 1 ? took : beside);
        figures.add(
            Figure.of(BULK, "the last year, beside a reader of rollups", beside.perSecond(), "/s"));
        figures.addAll(read);
        figures.addAll(behind);
      }
      figures.add(FootprintMeasure.ofMemory(service, "while loading"));
    } else if (there > flags.reports()) {
      throw new Unmeasurable(
          "The directory holds %,d reports, more than %,d.".formatted(there, flags.reports()));
    }
    expected = expected(nation);
    attempt("sums after loading", () -> compare(service, database, nation));
  }

  private void tell(Loading.Took took) {
    figures.add(
        Figure.of(BULK, "reports through POST /reports/bulk", took.perSecond(), "/s")
            .atLeast(2000));
    figures.add(
        Figure.of(BULK, "processor per report, service and database", took.cpuPerReport(), "ms")
            .with("database alone", took.databaseCpuPerReport()));
  }

  private List<Figure> compare(Service service, Database database, Nation nation)
      throws IOException, SQLException {
    long begin = System.nanoTime();
    long compared = new SumCheck(service, flags, nation).check(expected);
    double seconds = (System.nanoTime() - begin) / 1e9;
    progress.say("%,d sums are right (%.1f s)", compared, seconds);
    return List.of(
        Figure.of(BULK, "sums compared with what was made, all equal", (double) compared, ""),
        Figure.of(BULK, "asking for them, right at the end", seconds, "s"),
        Figure.of(BULK, "reports with warnings", (double) database.number(WARNED), "%"));
  }

  /** Made again rather than kept: the same seed makes the same reports. */
  private ExpectedSums expected(Nation nation) {
    ExpectedSums expected = new ExpectedSums(nation);
    for (int year = Flags.FIRST_YEAR; year <= flags.lastYear(); year++) {
      for (int organ = 0; organ < flags.organs(); organ++) {
        expected.add(AnnualReport.of(flags.seed(), organ, year));
      }
    }
    return expected;
  }
}
