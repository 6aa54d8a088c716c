package org.gongkai.table;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gongkai.journey.Sample;

/** The reader that is not ours, {@code jsonstat-toolkit} of npm. */
final class JsonStatToolkit {

  private JsonStatToolkit() {}

  /** What the toolkit makes of a dataset: its dimensions, and its cells by their codes. */
  static JsonNode read(String dataset) {
    Optional<Path> toolkit = installed();
    assumeTrue(
        toolkit.isPresent(), "needs jsonstat-toolkit: npm install --global jsonstat-toolkit@2.2.2");
    try {
      Process node =
          new ProcessBuilder(
                  "node", "src/test/resources/jsonstat/read.mjs", toolkit.get().toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (OutputStream in = node.getOutputStream()) {
        in.write(dataset.getBytes(StandardCharsets.UTF_8));
      }
      String read = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (node.waitFor() != 0) {
        throw new AssertionError("jsonstat-toolkit does not read: " + dataset);
      }
      return Sample.json(read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<Path> installed() {
    try {
      Process npm = new ProcessBuilder("npm", "root", "--global").start();
      return Optional.ofNullable(npm.inputReader().readLine())
          .map(directory -> Path.of(directory, "jsonstat-toolkit"))
          .filter(directory -> Files.isRegularFile(directory.resolve("import.mjs")));
    } catch (IOException e) {
      return Optional.empty(); // no npm
    }
  }
}
