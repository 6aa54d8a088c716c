package org.gongkai.table;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
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
    assumeTrue(
        Node.STARTED.isPresent(),
        "needs jsonstat-toolkit: npm install --global jsonstat-toolkit@2.2.2");
    return Sample.json(Node.STARTED.get().read(dataset));
  }

  /** One for all datasets, each a line: it ends with us, when its input does. */
  private record Node(BufferedWriter datasets, BufferedReader answers) {

    private static final Optional<Node> STARTED = installed().map(Node::start);

    private static Node start(Path toolkit) {
      try {
        Process node =
            new ProcessBuilder("node", "src/test/resources/jsonstat/read.mjs", toolkit.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new Node(
            node.outputWriter(StandardCharsets.UTF_8), node.inputReader(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private synchronized String read(String dataset) {
      try {
        datasets.write(dataset.replaceAll("[\r\n]", " "));
        datasets.newLine();
        datasets.flush();
        String read = answers.readLine();
        if (read == null) {
          throw new AssertionError("jsonstat-toolkit does not read: " + dataset);
        }
        return read;
      } catch (IOException e) {
        throw new UncheckedIOException(dataset, e);
      }
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
