package org.gongkai.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The modules of the page that need no browser, tried by Node's own runner where there is one. */
class PageModulesTest {

  private static final Path TESTS = Path.of("src", "test", "page");

  /** Lets modules find the library that the build has unpacked. */
  private static final String LIBRARIES = "./src/test/page/libraries.mjs";

  private static final int OLDEST = 18;

  @Test
  void allModulesKeepTheirWord() throws Exception {
    assumeTrue(version() >= OLDEST, "no Node " + OLDEST + " or newer: modules of the page untried");
    List<String> command =
        new ArrayList<>(List.of("node", "--import", LIBRARIES, "--test", "--test-reporter=tap"));
    try (Stream<Path> files = Files.list(TESTS)) {
      files.map(Path::toString).filter(f -> f.endsWith(".test.mjs")).sorted().forEach(command::add);
    }
    Path output = Files.createTempFile("modules", ".tap");
    Process run =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = run.waitFor(5, TimeUnit.MINUTES);
    run.destroyForcibly();
    String said = Files.readString(output, StandardCharsets.UTF_8);
    Files.delete(output);
    assertThat(ended).as(said).isTrue();
    assertThat(run.exitValue()).as(said).isZero();
    Matcher passed = Pattern.compile("(?m)^# pass (\\d+)$").matcher(said);
    assertThat(passed.find()).as(said).isTrue();
    assertThat(Integer.parseInt(passed.group(1))).isGreaterThan(40);
  }

  private static int version() throws InterruptedException {
    try {
      Process asked = new ProcessBuilder("node", "--version").redirectErrorStream(true).start();
      String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher major = Pattern.compile("^v(\\d+)\\.").matcher(said);
      return asked.waitFor() == 0 && major.find() ? Integer.parseInt(major.group(1)) : 0;
    } catch (IOException none) {
      return 0;
    }
  }
}
