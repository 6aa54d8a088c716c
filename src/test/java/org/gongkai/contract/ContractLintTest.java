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

/** The contract is clean by Spectral's rules for OpenAPI, warnings included. */
@Tag("process")
class ContractLintTest {

  @Test
  void theContractLintsClean() throws IOException, InterruptedException {
    Optional<Path> spectral = onPath("spectral");
    assumeTrue(
        spectral.isPresent(),
        "needs Spectral: npm install --global @stoplight/spectral-cli@6.16.3");
    Process lint =
        new ProcessBuilder(
                spectral.get().toString(),
                "lint",
                "--fail-severity=hint",
                "--ruleset=openapi/.spectral.yaml",
                "openapi/openapi.yaml")
            .redirectErrorStream(true)
            .start();
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
