package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Runs the tests of the package beside all others, where it was made before them: they mostly wait
 * for services to start. Each has processes, directories and ports of its own. A test that is asked
 * for by its name is run by Failsafe.
 */
@Tag("process")
@Execution(ExecutionMode.CONCURRENT)
class ServicesBesideTest {

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final Path PACKAGE = Path.of("target", "quarkus-app", "quarkus-run.jar");

  @TempDir private Path taken;

  @Test
  void theirTestsSucceed() throws IOException, InterruptedException {
    try (ProcessBeside cache =
        ProcessBeside.start(
            "aot-awaited",
            new ProcessBuilder(JAVA.toString(), "-jar", PACKAGE.toString(), "aot", "missing"))) {
      cache.awaitSuccess();
    }
    List<String> classes = TestsBeside.classes("", "IT");
    // the longest is among the first in this order
    Collections.reverse(classes);
    List<String> arguments = new ArrayList<>(List.of(taken.toString()));
    arguments.addAll(classes);
    List<ProcessBeside> processes = new ArrayList<>();
    try {
      for (int i = 1; i <= Integer.getInteger("processes.at-once"); i++) {
        processes.add(ProcessBeside.start("services-beside-" + i, arguments));
      }
      for (ProcessBeside process : processes) {
        process.awaitEnd();
      }
      for (ProcessBeside process : processes) {
        process.awaitSuccess();
      }
    } finally {
      processes.forEach(ProcessBeside::close);
    }
    assertThat(taken.toFile().list()).containsExactlyInAnyOrderElementsOf(classes);
  }
}
