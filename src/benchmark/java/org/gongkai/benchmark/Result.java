package org.gongkai.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of figures, for people and for programs. */
record Result(Map<String, String> machine, List<Figure> figures, List<String> failures) {

  private static final String HEAD =
      """
      | part | figure | measured | beside | ratio | target | reached |
      |---|---|---:|---|---:|---|---|
      """;

  String markdown() {
    StringBuilder text = new StringBuilder("# Benchmark\n\n");
    machine.forEach(
        (name, fact) -> text.append("- ").append(name).append(": ").append(fact).append('\n'));
    text.append('\n').append(HEAD);
    figures.forEach(figure -> text.append(figure.markdown()).append('\n'));
    long aimed = figures.stream().filter(f -> f.target() != null).count();
    long reached = figures.stream().filter(f -> Boolean.TRUE.equals(f.reached())).count();
    text.append("\nTargets reached: %d of %d.\n".formatted(reached, aimed));
    failures.forEach(failure -> text.append("\nFailed: ").append(failure).append('\n'));
    return text.toString();
  }

  /** Writes both files; says where the one for people is. */
  Path write(Path directory) throws IOException {
    Files.createDirectories(directory);
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("machine", machine);
    whole.put("figures", figures);
    whole.put("failures", failures);
    new ObjectMapper()
        .writerWithDefaultPrettyPrinter()
        .writeValue(directory.resolve("benchmark.json").toFile(), whole);
    return Files.writeString(directory.resolve("benchmark.md"), markdown());
  }
}
