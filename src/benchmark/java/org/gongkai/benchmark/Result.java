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

  private static final String BEGIN = "<!-- table -->";
  private static final String END = "<!-- end of table -->";
  private static final String HEAD =
      """
      | part | figure | measured | beside | ratio | target | reached or missed |
      |---|---|---:|---|---:|---|---|
      """;

  String markdown() {
    return "# Benchmark\n\n" + table();
  }

  private String table() {
    StringBuilder text = new StringBuilder();
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

  /** Puts the table between the marks of a page, in place of the one that is there. */
  void writeTo(Path page) throws IOException {
    String text = Files.readString(page);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new Unmeasurable("%s has no %s before %s".formatted(page, BEGIN, END));
    }
    String before = text.substring(0, begin + BEGIN.length());
    Files.writeString(page, before + "\n\n" + table() + "\n" + text.substring(end));
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
