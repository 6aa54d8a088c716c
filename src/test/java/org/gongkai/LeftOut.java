package org.gongkai;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Writes down which tests were left out for want of something on this machine, a line each, for
 * {@code mvnw} to say it at the end: among a thousand lines of a build nobody would see it.
 *
 * <p>The reason that a test gives to {@code assumeTrue} begins with "needs" and ends with how to
 * get it. It is registered in {@code META-INF/services}.
 */
public final class LeftOut implements TestExecutionListener {

  private static final Path NOTES = Path.of("target", "left-out-tests.txt");

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (result.getStatus() == Status.ABORTED) {
      String reason = result.getThrowable().map(Throwable::getMessage).orElse("");
      int needs = reason.indexOf("needs ");
      if (needs >= 0) {
        note(test.getLegacyReportingName() + " " + reason.substring(needs));
      }
    }
  }

  private static void note(String line) {
    try {
      Files.write(NOTES, List.of(line.lines().findFirst().orElse(line)), CREATE, APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
