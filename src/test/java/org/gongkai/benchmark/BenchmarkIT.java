package org.gongkai.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gongkai.database.PackagedService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The benchmark on a handful of organs: nothing is measured that is worth knowing, but it runs to
 * its end, finds every sum right and writes its table.
 */
class BenchmarkIT {

  @TempDir Path directory;

  /** Nothing is measured: what went in through the doors comes out again in every sum. */
  @Test
  void theSumsOfLoadedReportsAreRight() throws Exception {
    PackagedService.in(Files.createDirectories(directory.resolve("data"))).prepared();
    Flags flags =
        Flags.read(
            ("--districts 3 --organs 60 --years 1 --keep " + directory.resolve("data")).split(" "));
    Run run = new Run(flags, flags.keep(), new Progress(System.out));

    run.load(Map.of("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"));

    Result result = new Result(run.machine(), run.figures(), run.failures());
    assertThat(result.failures()).isEmpty();
    assertThat(figure(result, "sums compared with what was made, all equal").value())
        .isGreaterThan(100);
  }

  @Test
  @Tag("nightly")
  void aSmallNationIsLoadedComparedAndMeasured() throws Exception {
    assumePgbench();
    Flags flags =
        Flags.read(
            ("--districts 3 --organs 600 --years 1 --rounds 1 --seconds 1 --millis 20 --clients 2"
                    + " --tenth false --keep "
                    + directory.resolve("data")
                    + " --out "
                    + directory.resolve("out"))
                .split(" "));
    Run run = new Run(flags, flags.keep(), new Progress(System.out));

    run.measureAll();
    run.measureChecks();

    Result result = new Result(run.machine(), run.figures(), run.failures());
    result.write(flags.out());
    assertThat(result.failures()).isEmpty();
    theSameOnTheDataThatIsThere(flags);
    assertThat(figure(result, "sums compared with what was made, all equal").value())
        .isGreaterThan(100);
    assertThat(figure(result, "nation, applications, by region, p50").besideValue()).isPositive();
    assertThat(figure(result, "nation, applications, by none, 304, p50").ratio()).isPositive();
    assertThat(figure(result, "reports over HTTP, 2 callers").ratio()).isPositive();
    assertThat(figure(result, "600 organs, applications, by organ, p50").value()).isPositive();
    assertThat(figure(result, "statements of one filing").value()).isGreaterThan(3);
    assertThat(figure(result, "corrections over HTTP").ratio()).isPositive();
    assertThat(figure(result, "of it the database, 20,000 characters").value()).isNotNegative();
    assertThat(result.figures()).allMatch(f -> f.ratio() == null || f.target() != null);
    assertThat(result.figures())
        .extracting(Figure::part)
        .contains("b changing", "d mixed", "e footprint");
    assertThat(Files.readString(flags.out().resolve("benchmark.md")))
        .contains("| part | figure | measured | beside | ratio | target | reached or missed |");
    assertThat(flags.out().resolve("benchmark.json")).isNotEmptyFile();
  }

  private static void theSameOnTheDataThatIsThere(Flags flags) throws Exception {
    Run again = new Run(flags, flags.keep(), new Progress(System.out));
    again.measureAll();
    assertThat(again.failures()).isEmpty();
  }

  private static void assumePgbench() throws IOException {
    try {
      Pgbench.find();
    } catch (Unmeasurable none) {
      assumeTrue(false, "needs pgbench: apt-get install postgresql-15");
    }
  }

  private static Figure figure(Result result, String name) {
    return result.figures().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }
}
