package org.gongkai.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A log that somebody else holds open and goes on writing. */
class ServerLogTest {

  @TempDir Path directory;

  @Test
  @Timeout(60)
  void becomesTheOneBeforeWhileItIsWritten() throws IOException, InterruptedException {
    Path file = directory.resolve(ServerLog.NAME);
    ServerLog log = new ServerLog(file, 10);
    Process server =
        new ProcessBuilder("cat")
            .redirectOutput(ProcessBuilder.Redirect.appendTo(file.toFile()))
            .start();
    try (OutputStream lines = server.getOutputStream()) {
      write(lines, "short\n");
      await(file, 6);
      log.rotateWhereLarge();
      assertThat(directory).isDirectoryNotContaining("glob:**.1");

      write(lines, "long enough\n");
      await(file, 18);
      log.rotateWhereLarge();
      write(lines, "and what comes then\n");
      await(file, 20);
      log.rotateWhereLarge();
      write(lines, "last\n");
      await(file, 5);
    } finally {
      server.destroy();
    }
    assertThat(Files.readAllLines(file)).isEqualTo(List.of("last"));
    assertThat(Files.readAllLines(directory.resolve(ServerLog.NAME + ".1")))
        .isEqualTo(List.of("and what comes then"));
    assertThat(directory.toFile().list()).hasSize(2);
  }

  @Test
  void isNotMissedBeforeTheFirstStart() throws IOException {
    new ServerLog(directory.resolve(ServerLog.NAME), 10).rotateWhereLarge();
    assertThat(directory).isEmptyDirectory();
  }

  private static void write(OutputStream lines, String text) throws IOException {
    lines.write(text.getBytes(StandardCharsets.UTF_8));
    lines.flush();
  }

  /** The other process writes when it gets to it. */
  private static void await(Path file, long size) throws IOException, InterruptedException {
    while (Files.size(file) < size) {
      Thread.sleep(5);
    }
  }
}
