package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.ServiceCommand.AOT;
import static org.gongkai.ServiceCommand.BACKUP;
import static org.gongkai.ServiceCommand.DIGEST;
import static org.gongkai.ServiceCommand.HELP;
import static org.gongkai.ServiceCommand.MIGRATE;
import static org.gongkai.ServiceCommand.MOVE;
import static org.gongkai.ServiceCommand.RESTORE;
import static org.gongkai.ServiceCommand.SERVE;
import static org.gongkai.ServiceCommand.TRAIN;
import static org.gongkai.ServiceCommand.VERIFY;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is misspelt is refused before anything starts. */
class ServiceCommandTest {

  private static String[] words(String line) {
    return line.isEmpty() ? new String[0] : line.split(" ", -1);
  }

  @Test
  void eachIsToldByItsWordAndArguments() {
    assertThat(
            Stream.of(
                    "",
                    "help",
                    "--help",
                    "migrate",
                    "verify",
                    "verify file",
                    "move",
                    "move jdbc:postgresql://host/gongkai",
                    "backup directory",
                    "restore file",
                    "digest",
                    "aot",
                    "aot missing",
                    "train")
                .map(line -> ServiceCommand.of(words(line)).orElseThrow()))
        .containsExactly(
            SERVE, HELP, HELP, MIGRATE, VERIFY, VERIFY, MOVE, MOVE, BACKUP, RESTORE, DIGEST, AOT,
            AOT, TRAIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "verfy",
        "Migrate",
        "--version",
        "-Dquarkus.http.port=80",
        "-help",
        "verfy file",
        "serve"
      })
  void anUnknownWordIsNamedWithTheCommandsThatThereAre(String line) {
    assertThat(ServiceCommand.of(words(line))).isEmpty();
    assertThat(ServiceCommand.refusal(words(line)).lines())
        .hasSize(2)
        .allSatisfy(
            said ->
                assertThat(said)
                    .contains(words(line)[0], "migrate", "verify [", "aot [missing]")
                    .doesNotContain("train"));
  }

  /** As a variable that is not set leaves between quotes. */
  @Test
  void anEmptyWordIsNoCommand() {
    assertThat(ServiceCommand.of("")).isEmpty();
    assertThat(ServiceCommand.refusal("")).contains("There is no command \"\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "migrate x",
        "digest x",
        "help x",
        "verify a b",
        "move a b",
        "backup",
        "backup a b",
        "restore",
        "aot anew",
        "aot missing missing",
        "train x"
      })
  void argumentsThatACommandDoesNotTakeAreRefusedWithThoseThatItDoes(String line) {
    assertThat(ServiceCommand.of(words(line))).isEmpty();
    assertThat(ServiceCommand.refusal(words(line)).lines())
        .hasSize(2)
        .allSatisfy(said -> assertThat(said).contains(line, words(line)[0]));
    assertThat(ServiceCommand.refusal("backup", "a", "b")).contains("Usage: backup DIRECTORY");
  }

  @Test
  void theyStandInTheDocument() throws IOException {
    String document = Files.readString(Path.of("deploy", "README.md"));
    List<ServiceCommand> told =
        Arrays.stream(ServiceCommand.values()).filter(c -> c != SERVE && c != TRAIN).toList();
    assertThat(told).allSatisfy(c -> assertThat(document).contains("| `" + c.usage() + "` |"));
    assertThat(told).allSatisfy(c -> assertThat(ServiceCommand.help()).contains(c.usage()));
  }

  @Test
  void nothingStartsWhereItCannotBeToldWhat(@TempDir Path place) throws Exception {
    for (String line : List.of("verfy", "migrate x")) {
      Path said = place.resolve("said");
      assertThat(statusOf(place, said, line, true)).isEqualTo(ServiceCommand.UNUSABLE);
      assertThat(Files.readString(said, StandardCharsets.UTF_8)).contains("命令", words(line)[0]);
    }
    assertThat(place.resolve("gongkai-data")).doesNotExist();
  }

  /** On standard output, whatever the locale. */
  @Test
  void helpSaysWhatThereIs(@TempDir Path place) throws Exception {
    Path said = place.resolve("said");
    assertThat(statusOf(place, said, "--help", false)).isZero();
    assertThat(Files.readString(said, StandardCharsets.UTF_8)).isEqualTo(ServiceCommand.help());
  }

  /**
   * @param said gets what stands on standard error, or what stands on standard output
   */
  private static int statusOf(Path place, Path said, String line, boolean errors)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=US-ASCII",
                "-Dstderr.encoding=US-ASCII",
                "-cp",
                absolute(System.getProperty("java.class.path")),
                Gongkai.class.getName()));
    command.addAll(List.of(words(line)));
    ProcessBuilder builder = new ProcessBuilder(command).directory(place.toFile());
    builder.redirectOutput(errors ? ProcessBuilder.Redirect.DISCARD : to(said));
    builder.redirectError(errors ? to(said) : ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  private static ProcessBuilder.Redirect to(Path file) {
    return ProcessBuilder.Redirect.to(file.toFile());
  }

  private static String absolute(String path) {
    return String.join(
        File.pathSeparator,
        Stream.of(path.split(File.pathSeparator, -1))
            .map(part -> Path.of(part).toAbsolutePath().toString())
            .toList());
  }
}
