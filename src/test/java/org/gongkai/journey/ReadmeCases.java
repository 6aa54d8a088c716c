package org.gongkai.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.RestAssured;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.access.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the README has one paste into a terminal does what it says, in its order, with a service
 * that is new: it names the first report.
 */
public abstract class ReadmeCases {

  private static final String ADDRESS = "http://localhost:8080";
  private static final String KEY = "change-me-to-something-long";
  private static final Pattern BLOCK = Pattern.compile("(?s)```sh\n(.*?)```");

  /** A refusal of the service ends it, as does any command that fails. */
  private static final String STRICT =
      "set -euo pipefail\ncurl() { command curl --fail-with-body \"$@\"; }\n";

  @TempDir Path directory;

  private static List<String> requests(String readme) throws IOException {
    return BLOCK
        .matcher(Files.readString(Path.of(readme)))
        .results()
        .map(block -> block.group(1))
        .filter(block -> block.contains("$api"))
        .toList();
  }

  @Test
  void itsRequestsAreAnswered() throws Exception {
    assumeTrue(isThere("bash") && isThere("curl"), "needs bash and curl: apt-get install curl");
    String script = STRICT + String.join("\n", requests("README.md"));
    assertThat(script).contains(ADDRESS, KEY);
    String address = RestAssured.baseURI + ":" + RestAssured.port;
    Files.createSymbolicLink(directory.resolve("src"), Path.of("src").toAbsolutePath());
    Process shell =
        new ProcessBuilder(
                "bash", "-c", script.replace(ADDRESS, address).replace(KEY, TestKeys.ADMIN))
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as(said).isZero();
    assertThat(said).contains("\"receipt\"").contains("357");
    try (Stream<Path> made = Files.list(directory)) {
      assertThat(made.filter(file -> file.toString().endsWith(".docx"))).hasSize(2);
    }
  }

  @Test
  void bothLanguagesHaveTheSame() throws IOException {
    assertThat(requests("README.zh-CN.md").stream().map(ReadmeCases::bare))
        .containsExactlyElementsOf(requests("README.md").stream().map(ReadmeCases::bare).toList());
  }

  private static String bare(String block) {
    return block.replaceAll("(?m)\\s*#.*$", "");
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
