package org.gongkai.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.platform.Digests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a release fixes. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "it runs a script of bash")
class ReleaseTest {

  private static final Path SCHEMA = Path.of("src/main/resources/db/migration");
  private static final Path SCRIPT = Path.of("deploy/upgrade/release");
  private static final Path RELEASED = Path.of("deploy/upgrade/released.sha256");

  private static final Path README = Path.of("deploy/README.md");
  private static final Path COMPOSE = Path.of("deploy/compose.yaml");
  private static final Path KUSTOMIZATION = Path.of("deploy/kubernetes/base/kustomization.yaml");

  @TempDir Path directory;

  /** Databases have them by their digests: Flyway would refuse each. */
  @Test
  void schemaFilesThatWereReleasedStayAsTheyWere() throws IOException {
    assumeTrue(Files.exists(RELEASED), "nothing was released");
    List<String> lines = Files.readAllLines(RELEASED);
    assertThat(lines).isNotEmpty();
    for (String line : lines) {
      assertThat(line).isEqualTo(line(Path.of(""), Path.of(line.substring(66))));
    }
  }

  private static String line(Path root, Path file) throws IOException {
    byte[] content = Files.readAllBytes(root.resolve(file));
    return HexFormat.of().formatHex(Digests.sha256(content)) + "  " + file;
  }

  @Test
  void aReleaseFixesTheSchemaAndTheNextOneMayOnlyAddToIt() throws Exception {
    for (Path file : List.of(Path.of("pom.xml"), SCRIPT, README, COMPOSE, KUSTOMIZATION)) {
      copy(file);
    }
    List<Path> schema;
    try (Stream<Path> files = Files.list(SCHEMA)) {
      schema =
          files.filter(file -> file.getFileName().toString().startsWith("V")).sorted().toList();
    }
    for (Path file : schema) {
      copy(file);
    }
    run("git", "init", "-q");
    run("git", "config", "user.email", "release@example.org");
    run("git", "config", "user.name", "release");
    commitAll();
    assertThat(release("1.0")).contains("which version?");
    assertThat(release("1.0.0")).contains("v1.0.0: " + schema.size() + " schema files are fixed");

    assertThat(run("git", "tag")).isEqualTo("v1.0.0");
    assertThat(run("git", "status", "--porcelain")).isEmpty();
    assertThat(run("git", "show", "v1.0.0:pom.xml")).contains("<version>1.0.0</version>");
    assertThat(Files.readString(directory.resolve(COMPOSE))).contains("image: gongkai:1.0.0");
    assertThat(Files.readString(directory.resolve(README))).contains("-t gongkai:1.0.0 .");
    assertThat(Files.readString(directory.resolve(KUSTOMIZATION))).contains("newTag: 1.0.0");
    assertThat(Files.readString(directory.resolve("pom.xml")))
        .contains("<version>1.1.0-SNAPSHOT</version>")
        .doesNotContain("<version>1.0.0</version>");
    List<String> fixed = Files.readAllLines(directory.resolve(RELEASED));
    assertThat(fixed).hasSameSizeAs(schema);
    for (int i = 0; i < schema.size(); i++) {
      assertThat(fixed.get(i)).isEqualTo(line(directory, schema.get(i)));
    }

    assertThat(release("1.0.0")).contains("was released");
    Path first = directory.resolve(schema.getFirst());
    String text = Files.readString(first);
    Files.writeString(first, text + "-- changed\n");
    commitAll();
    assertThat(release("1.1.0")).contains("a schema file that was released has changed");
    Files.writeString(first, text);
    Files.writeString(directory.resolve(SCHEMA).resolve("R__names.sql"), "SELECT 1;\n");
    commitAll();
    assertThat(release("1.1.0")).contains("no versioned one is new");
    Files.writeString(directory.resolve(SCHEMA).resolve("V140__more.sql"), "SELECT 1;\n");
    commitAll();
    assertThat(release("1.1.0"))
        .contains("v1.1.0: " + (schema.size() + 1) + " schema files are fixed");
    assertThat(run("git", "describe", "--tags", "--abbrev=0")).isEqualTo("v1.1.0");
  }

  private void copy(Path file) throws IOException {
    Files.createDirectories(directory.resolve(file).getParent());
    Files.copy(file, directory.resolve(file));
    if (Files.isExecutable(file)) {
      assertThat(directory.resolve(file).toFile().setExecutable(true)).isTrue();
    }
  }

  private void commitAll() throws Exception {
    run("git", "add", "-A");
    run("git", "commit", "-q", "-m", "A commit");
  }

  private String release(String version) throws Exception {
    return run(directory.resolve(SCRIPT).toString(), version);
  }

  private String run(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isBetween(0, 1);
    return said.strip();
  }
}
