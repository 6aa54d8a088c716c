package org.gongkai.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A program that is run to its end, and its environment. */
final class Command {

  private Command() {}

  /**
   * What a program ended with.
   *
   * @param output its standard output and standard error, together
   */
  record Outcome(List<String> command, int status, String output) {

    void orFail() throws IOException {
      if (status != 0) {
        throw new IOException(
            "%s ended with status %d: %s".formatted(command, status, output.strip()));
      }
    }
  }

  static Outcome run(List<String> command, String input) throws IOException {
    Process process = builder(command).redirectErrorStream(true).start();
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It ended without reading; its status says more than a broken pipe.
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Outcome(command, process.waitFor(), output);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while running " + command, e);
    }
  }

  /** With the plain locale, and without the variables that would steer PostgreSQL from outside. */
  static ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
    environment.put("LC_ALL", "C");
    return builder;
  }

  static boolean onWindows() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
  }
}
