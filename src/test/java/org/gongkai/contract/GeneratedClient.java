package org.gongkai.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.journey.Sample;

/**
 * A client that OpenAPI Generator makes of the contract, with the program of {@code
 * src/test/clients} that uses it.
 */
enum GeneratedClient {
  JAVA(
      "java",
      "library=native,useSingleRequestParameter=true,useJakartaEe=true,containerDefaultToNull=true") {
    @Override
    void compile() {
      List<String> command = new ArrayList<>(List.of(java("javac")));
      SHORT_LIVED.forEach(option -> command.add("-J" + option));
      command.addAll(List.of("-proc:none", "-nowarn"));
      command.addAll(List.of("-d", folder("classes"), "-cp", libraries()));
      command.addAll(files(Path.of(folder("client"), "src", "main", "java"), ".java"));
      command.add(PROGRAMS.resolve("java/RoundTrip.java").toString());
      said(command);
    }

    @Override
    List<String> program() {
      String classes = folder("classes") + File.pathSeparator;
      return running("-cp", classes + libraries(), "RoundTrip");
    }

    // Jackson is that of the tests.
    private static String libraries() {
      return GENERATOR.resolve("jackson-databind-nullable.jar")
          + File.pathSeparator
          + System.getProperty("java.class.path");
    }
  },

  TYPESCRIPT("typescript-fetch", "") {
    @Override
    void compile() {
      Path typescript = Npm.installed("typescript@5.9.3");
      Path copy = Path.of(folder("round-trip.ts"));
      try {
        Files.copy(PROGRAMS.resolve("typescript/round-trip.ts"), copy);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      said(
          List.of(
              "node",
              typescript.resolve("lib/tsc.js").toString(),
              "--strict",
              "--target",
              "es2020",
              "--module",
              "commonjs",
              "--lib",
              "es2020,dom",
              "--skipLibCheck",
              "--outDir",
              folder("js"),
              copy.toString()));
    }

    @Override
    List<String> program() {
      return List.of("node", folder("js") + "/round-trip.js");
    }
  };

  private static final Path PROGRAMS = Path.of("src", "test", "clients");
  private static final Path GENERATOR = Path.of("target", "generator");

  /** What is over in seconds is compiled once, and little of it is collected. */
  private static final List<String> SHORT_LIVED =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final String generator;
  private final String settings;

  GeneratedClient(String generator, String settings) {
    this.generator = generator;
    this.settings = settings;
  }

  abstract void compile();

  abstract List<String> program();

  /** Generates and compiles it. */
  void build() {
    Path program = GENERATOR.resolve("openapi-generator-cli.jar");
    assumeTrue(Files.exists(program), "needs OpenAPI Generator, which Maven copies");
    delete(Path.of(folder("")));
    List<String> generate = running("-jar", program.toString());
    generate.addAll(List.of("generate", "-i", "openapi/openapi.yaml", "-g", generator));
    generate.addAll(List.of("-o", folder("client"), "--additional-properties=" + settings));
    generate.add(
        "--global-property=apis,models,supportingFiles,apiDocs=false,modelDocs=false"
            + ",apiTests=false,modelTests=false");
    said(generate);
    compile();
  }

  /** What the program saw. */
  JsonNode run(int port, String key, String region, Path report) {
    List<String> command = new ArrayList<>(program());
    command.addAll(List.of("http://localhost:" + port, key, region, report.toString()));
    return Sample.json(said(command));
  }

  String folder(String part) {
    return Path.of("target", "clients", generator, part).toString();
  }

  private static List<String> running(String... program) {
    List<String> command = new ArrayList<>(List.of(java("java")));
    command.addAll(SHORT_LIVED);
    command.addAll(List.of(program));
    return command;
  }

  static String java(String tool) {
    return Path.of(System.getProperty("java.home"), "bin", tool).toString();
  }

  static List<String> files(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).filter(file -> file.endsWith(ending)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** What a command says; it must succeed. */
  static String said(List<String> command) {
    try {
      Path errors = Files.createTempFile(Path.of("target"), "said", ".txt");
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(command + "\n" + said + Files.readString(errors));
      }
      Files.delete(errors);
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
