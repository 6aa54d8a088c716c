package org.gongkai.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The contract is clean by the rules of two linters for OpenAPI, warnings included. */
@Tag("process")
@Execution(ExecutionMode.CONCURRENT)
class ContractLintTest {

  /** Without the rule for examples, which takes most of its time and which Redocly has as well. */
  @Test
  void theContractIsCleanBySpectral() throws IOException, InterruptedException {
    requireCleanBySpectral("src/test/resources/spectral-without-examples.yaml");
  }

  @Test
  @Tag("nightly")
  void theContractIsCleanByAllRulesOfSpectral() throws IOException, InterruptedException {
    requireCleanBySpectral("openapi/.spectral.yaml");
  }

  private static void requireCleanBySpectral(String rules)
      throws IOException, InterruptedException {
    Optional<Path> spectral = onPath("spectral");
    assumeTrue(
        spectral.isPresent(),
        "needs Spectral: npm install --global @stoplight/spectral-cli@6.16.3");
    requireClean(
        spectral.get().toString(),
        "lint",
        "--fail-severity=hint",
        "--ruleset=" + rules,
        "openapi/openapi.yaml");
  }

  @Test
  void theContractIsCleanByRedocly() throws IOException, InterruptedException {
    Path redocly = Npm.installed("@redocly/cli@2.77.0");
    requireClean(
        "node",
        redocly.resolve("bin/cli.js").toString(),
        "lint",
        "--extends=recommended-strict",
        "openapi/openapi.yaml");
  }

  private static void requireClean(String... command) throws IOException, InterruptedException {
    ProcessBuilder linter = new ProcessBuilder(command).redirectErrorStream(true);
    linter.environment().put("REDOCLY_TELEMETRY", "off");
    linter.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
    Process lint = linter.start();
    String said = new String(lint.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(lint.waitFor()).as(said).isZero();
  }

  private static Optional<Path> onPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
        .map(directory -> Path.of(directory, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
