package org.gongkai.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What operators can watch stands in one table, under the names that it has when it is fetched. */
class MetricsTest {

  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Path TABLE = Path.of("deploy", "METRICS.md");

  /** A meter where it is made, up to its end. */
  private static final Pattern METER =
      Pattern.compile(
          "\\b(counter|gauge|timer|summary|builder)\\(\\s*\"(gongkai\\.[a-z.]+)\"([^;]*);",
          Pattern.DOTALL);

  private static final Pattern NAME = Pattern.compile("`(gongkai_[a-z_]+)`");

  @Test
  void theTableHasEveryMetricAndNoOther() throws IOException {
    Set<String> told =
        Files.readAllLines(TABLE).stream()
            .filter(line -> line.startsWith("| `gongkai_"))
            .flatMap(line -> NAME.matcher(line.split("\\|")[1]).results())
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(made()).hasSizeGreaterThan(30).isEqualTo(told);
  }

  @Test
  void whatIsNamedElsewhereIsInTheTable() throws IOException {
    Set<String> made = made();
    List<String> readme =
        Pattern.compile("`(gongkai_(?:rollup|filing|reports)_[a-z_]+)`")
            .matcher(Files.readString(Path.of("deploy", "README.md")))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(made).containsAll(readme);
  }

  private static Set<String> made() throws IOException {
    Set<String> made = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        METER
            .matcher(Files.readString(file))
            .results()
            .map(MetricsTest::fetched)
            .forEach(made::add);
      }
    }
    return made;
  }

  /** As the exporter writes it. */
  private static String fetched(MatchResult meter) {
    String name = meter.group(2).replace('.', '_');
    return switch (meter.group(1)) {
      case "counter" -> name + "_total";
      case "timer" -> name + "_seconds";
      default -> meter.group(3).contains("baseUnit(\"bytes\")") ? name + "_bytes" : name;
    };
  }
}
