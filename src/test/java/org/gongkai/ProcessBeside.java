package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.bootstrap.BootstrapConstants;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A process with tests, started as Surefire has started the one that asks for it. */
final class ProcessBeside implements AutoCloseable {

  private static final int SHOWN = 8_000;

  /**
   * What Surefire sets after the start, and what may be asked for on the command line. By the last
   * one Quarkus finds which libraries there are, which Maven has found out already.
   */
  private static final List<String> PASSED_ON =
      List.of(
          "java.util.logging.manager",
          "seeds",
          "vertx.disableURIValidation",
          BootstrapConstants.SERIALIZED_TEST_APP_MODEL);

  private final Path log;
  private final Process process;

  private ProcessBeside(Path log, Process process) {
    this.log = log;
    this.process = process;
  }

  /**
   * @param name of its log and of the directory of its database
   * @param arguments of {@link TestsBeside}, behind the tags that are left out
   */
  static ProcessBeside start(String name, List<String> arguments) throws IOException {
    Properties ours = System.getProperties();
    List<String> command = new ArrayList<>();
    command.add(Path.of(ours.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    PASSED_ON.stream()
        .filter(ours::containsKey)
        .forEach(property -> command.add("-D" + property + "=" + ours.getProperty(property)));
    command.add("-Dtest.database=test-database-" + name);
    command.addAll(List.of("-cp", ours.getProperty("java.class.path")));
    command.add(TestsBeside.class.getName());
    command.add(ours.getProperty("tests.left-out", ""));
    command.addAll(arguments);
    return start(name, new ProcessBuilder(command));
  }

  /** Any other process, whose output is a log of this name. */
  static ProcessBeside start(String name, ProcessBuilder process) throws IOException {
    Path log = Path.of("target", name + ".log");
    return new ProcessBeside(
        log, process.redirectErrorStream(true).redirectOutput(log.toFile()).start());
  }

  int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  void awaitSuccess() throws IOException, InterruptedException {
    int status = awaitEnd();
    String said = Files.readString(log);
    assertThat(status).as(said.substring(Math.max(0, said.length() - SHOWN))).isZero();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
