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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Runs the tests of some rooms in a process beside, with a service and a database of its own: a
 * service has one test at a time, and waits for it half of that. {@code pom.xml} says which rooms
 * they are, and leaves them out here; a test that is asked for by its name runs as always.
 */
@Tag("process")
@Execution(ExecutionMode.CONCURRENT)
class RoomsBesideTest {

  private static final Path LOG = Path.of("target", "rooms-beside.log");
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

  @Test
  void theirTestsSucceed() throws IOException, InterruptedException {
    Properties ours = System.getProperties();
    List<String> command = new ArrayList<>();
    command.add(Path.of(ours.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    PASSED_ON.stream()
        .filter(ours::containsKey)
        .forEach(name -> command.add("-D" + name + "=" + ours.getProperty(name)));
    command.add("-Dtest.database=test-database-beside");
    command.addAll(List.of("-cp", ours.getProperty("java.class.path")));
    command.add(RoomsBeside.class.getName());
    command.add(ours.getProperty("tests.left-out", ""));
    command.addAll(List.of(ours.getProperty("rooms.beside").split("\\|")));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(LOG.toFile()).start();
    try {
      int status = process.waitFor();
      String said = Files.readString(LOG);
      assertThat(status).as(said.substring(Math.max(0, said.length() - SHOWN))).isZero();
    } finally {
      process.destroy();
    }
  }
}
