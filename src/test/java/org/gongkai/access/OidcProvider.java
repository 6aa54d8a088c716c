package org.gongkai.access;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A certified OpenID provider, {@code oidc-provider} of npm, as a process of its own. Where it is
 * not installed {@link OidcProviderCases} is left out and says so.
 */
final class OidcProvider {

  static final String AUDIENCE = "https://gongkai.example.gov.cn";

  private Process process;

  /** What the service must be told of it; nothing where it is not installed. */
  Map<String, String> start() {
    Optional<Path> program = installed();
    if (program.isEmpty()) {
      return Map.of();
    }
    try {
      process =
          new ProcessBuilder(
                  "node", "src/test/resources/issuer/issuer.mjs", program.get().toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
      String address = said.readLine();
      if (address == null) {
        throw new IllegalStateException("oidc-provider did not start");
      }
      var discovered =
          RestAssured.get(address + "/.well-known/openid-configuration").then().statusCode(200);
      return Map.of(
          "gongkai.jwt.jwks-url", discovered.extract().path("jwks_uri"),
          "gongkai.jwt.issuer", discovered.extract().path("issuer"),
          "gongkai.jwt.audience", AUDIENCE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> installed() {
    try {
      Process npm = new ProcessBuilder(List.of("npm", "root", "--global")).start();
      String root = npm.inputReader().readLine();
      return Optional.ofNullable(root)
          .map(directory -> Path.of(directory, "oidc-provider"))
          .filter(directory -> Files.isRegularFile(directory.resolve("lib").resolve("index.js")));
    } catch (IOException e) {
      return Optional.empty(); // no npm
    }
  }

  void stop() {
    if (process != null) {
      process.destroy();
    }
  }
}
