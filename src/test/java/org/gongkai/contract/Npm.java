package org.gongkai.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gongkai.journey.Sample;

/**
 * Packages of npm that tests need: those of the machine, where it has this version, else in the
 * build's own directory; without Node they are left out.
 */
final class Npm {

  private Npm() {}

  /**
   * Where a package is, installed on first use where the machine has it not.
   *
   * @param wanted name and version, {@code typescript@5.9.3}
   */
  static Path installed(String wanted) {
    String name = wanted.substring(0, wanted.lastIndexOf('@'));
    Path home = Path.of("target", "npm", wanted.replaceAll("[^0-9A-Za-z.]", "-"));
    Path installed = home.resolve("node_modules").resolve(name);
    if (!Files.isDirectory(installed)) {
      Optional<Path> ofTheMachine = ofTheMachine(name, wanted.substring(name.length() + 1));
      if (ofTheMachine.isPresent()) {
        return ofTheMachine.get();
      }
      assumeTrue(isThere("npm", "--version"), "needs Node with npm");
      String folder = home.toString();
      assumeTrue(
          isThere("npm", "install", "--no-fund", "--no-audit", "--prefix", folder, wanted),
          "needs the registry of npm, for " + wanted);
    }
    return installed;
  }

  private static Optional<Path> ofTheMachine(String name, String version) {
    try {
      Process npm = new ProcessBuilder("npm", "root", "--global").start();
      Path there = Path.of(npm.inputReader().readLine()).resolve(name);
      Path description = there.resolve("package.json");
      boolean same =
          Files.isRegularFile(description)
              && Sample.json(Files.readString(description))
                  .path("version")
                  .asText()
                  .equals(version);
      return same ? Optional.of(there) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // no npm
    }
  }

  private static boolean isThere(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
