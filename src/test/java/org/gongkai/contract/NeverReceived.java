package org.gongkai.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Lists, when the tests are over, which answers the contract names and no test has received: for
 * information, as some take a failure of the machine. It is registered in {@code
 * META-INF/services}.
 */
public final class NeverReceived implements TestExecutionListener {

  private static final Path LIST = Path.of("target", "never-received-answers.txt");

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    if (Files.exists(ReceivedAnswers.NOTES)) {
      try {
        Files.write(
            LIST,
            among(SaidAnswers.committed().lines(), Files.readAllLines(ReceivedAnswers.NOTES)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static Set<String> among(Set<String> said, Iterable<String> received) {
    Set<String> never = new TreeSet<>(said);
    received.forEach(never::remove);
    return never;
  }
}
