package org.gongkai.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Measures the packaged service; see the package. */
public final class Benchmark {

  private static final double NO_GROWTH = 1.5;

  /** Words of the names of figures that are to be the same whatever the size. */
  private static final List<String> GROWING =
      List.of(
          ", p50",
          "through POST /reports/bulk",
          "processor per report",
          "reports over HTTP,",
          "corrections over HTTP",
          "database, per report");

  private Benchmark() {}

  public static void main(String... arguments) throws Exception {
    if (List.of(arguments).contains("--help")) {
      System.out.print(Flags.USAGE);
      return;
    }
    try {
      Result result = run(Flags.read(arguments), System.out);
      System.out.print(result.markdown());
      if (!result.failures().isEmpty()) {
        System.exit(1);
      }
    } catch (Unmeasurable e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /** Measures both sizes and writes the result. */
  static Result run(Flags flags, PrintStream out)
      throws IOException, SQLException, InterruptedException {
    Progress progress = new Progress(out);
    List<Figure> figures = new ArrayList<>();
    List<Figure> atATenth = List.of();
    if (flags.part().equals("waiting")) {
      Path directory = directory(flags);
      WaitingMeasure waiting = new WaitingMeasure(directory, flags, progress);
      List<Figure> found = waiting.measure();
      discard(flags, directory);
      return written(flags, new Result(waiting.machine(), found, List.of()), progress);
    }
    if (flags.part().equals("checks")) {
      Run run = new Run(flags, directory(flags), progress);
      run.load();
      run.measureChecks();
      run.measureText();
      discard(flags, run.directory());
      return written(flags, new Result(run.machine(), run.figures(), run.failures()), progress);
    }
    if (flags.part().equals("changing")) {
      Run run = new Run(flags, directory(flags), progress);
      run.load();
      run.measureChanging();
      discard(flags, run.directory());
      return written(flags, new Result(run.machine(), run.figures(), run.failures()), progress);
    }
    if (flags.part().equals("sentences")) {
      Path directory = directory(flags);
      Run run = new Run(flags, directory, progress);
      run.measureSentences();
      discard(flags, directory);
      return written(flags, new Result(run.machine(), run.figures(), run.failures()), progress);
    }
    if (flags.tenth()) {
      progress.say("first at a tenth of the organs");
      Flags smaller = flags.atATenth();
      Run run = new Run(smaller, directory(smaller), progress);
      run.measureSmaller();
      discard(smaller, run.directory());
      atATenth = run.figures();
    }
    Run run = new Run(flags, directory(flags), progress);
    run.measureAll();
    run.measureChecks();
    run.measureStart();
    discard(flags, run.directory());
    figures.addAll(run.figures());
    figures.addAll(growth(atATenth, run.figures()));
    return written(flags, new Result(run.machine(), figures, run.failures()), progress);
  }

  private static Result written(Flags flags, Result result, Progress progress) throws IOException {
    Path written = result.write(flags.out());
    if (flags.page() != null) {
      result.writeTo(flags.page());
    }
    progress.say("written to %s", Path.of("").toAbsolutePath().relativize(written));
    return result;
  }

  /** What both sizes have: nothing may cost more because there is more of it. */
  private static List<Figure> growth(List<Figure> before, List<Figure> after) {
    Map<String, Figure> smaller = new HashMap<>();
    before.forEach(figure -> smaller.put(figure.part() + figure.name(), figure));
    List<Figure> growth = new ArrayList<>();
    for (Figure figure : after) {
      Figure tenth = smaller.get(figure.part() + figure.name());
      boolean isGrowing = GROWING.stream().anyMatch(figure.name()::contains);
      if (tenth != null && isGrowing) {
        Figure grown =
            Figure.of("c growth", figure.name(), figure.value(), figure.unit())
                .beside("a tenth of the organs", tenth.value());
        growth.add(
            figure.unit().equals("/s")
                ? grown.ratioAtLeast(1 / NO_GROWTH)
                : grown.ratioAtMost(NO_GROWTH));
      }
    }
    return growth;
  }

  private static Path directory(Flags flags) throws IOException {
    return flags.keep() == null ? Files.createTempDirectory("gongkai-benchmark") : flags.keep();
  }

  private static void discard(Flags flags, Path directory) throws IOException {
    if (flags.keep() != null) {
      return;
    }
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(one);
      }
    }
  }
}
