package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code aot missing} of a package of its own, which has none yet. */
@Timeout(120)
class AotMissingIT {

  private static final Path PACKAGED = Path.of("target", "quarkus-app").toAbsolutePath();
  private static final String AWAITED = "another process is making it";

  @TempDir private Path directory;
  private Path jar;
  private Path cache;
  private Path temporary;
  private Path said;

  @BeforeEach
  void unpack() throws IOException {
    Path application = Files.createDirectory(directory.resolve("application"));
    jar = Files.copy(PACKAGED.resolve("quarkus-run.jar"), application.resolve("quarkus-run.jar"));
    for (String part : List.of("app", "lib", "quarkus")) {
      Files.createSymbolicLink(application.resolve(part), PACKAGED.resolve(part));
    }
    cache = AotCache.beside(jar);
    Files.createDirectories(cache.getParent());
    temporary = Files.createDirectory(directory.resolve("temporary"));
    said = directory.resolve("said");
  }

  /** It would take most of a minute. */
  @Test
  void makesNoneWhereThereIsOne() throws Exception {
    Files.writeString(cache, "as it was");
    assertThat(ask().waitFor()).as(said()).isZero();
    assertThat(said()).contains(cache.toString());
    assertThat(cache).hasContent("as it was");
  }

  @Test
  void waitsForTheProcessThatMakesIt() throws Exception {
    Path lock = cache.resolveSibling(cache.getFileName() + ".lock");
    Process process;
    try (FileChannel making =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      making.lock();
      process = ask();
      while (!said().contains(AWAITED)) {
        assertThat(process.waitFor(20, TimeUnit.MILLISECONDS)).as(said()).isFalse();
      }
      Files.writeString(cache, "made meanwhile");
    }
    assertThat(process.waitFor()).as(said()).isZero();
    assertThat(said()).contains(AWAITED, cache.toString());
    assertThat(cache).hasContent("made meanwhile");
  }

  /** Of another package, of which Java would not even start this one. */
  @Test
  void takesNoneThatIsOlderThanThePackageAndLeavesNothingWhenEnded() throws Exception {
    Files.writeString(cache, "of another package");
    Instant packaged = Files.getLastModifiedTime(jar).toInstant();
    Files.setLastModifiedTime(cache, FileTime.from(packaged.minus(Duration.ofMinutes(1))));
    Process process = ask();
    while (process.descendants().findAny().isEmpty()) {
      assertThat(process.waitFor(20, TimeUnit.MILLISECONDS)).as(said()).isFalse();
    }
    List<ProcessHandle> training = process.descendants().toList();
    process.destroy();
    process.waitFor();
    assertThat(training).noneMatch(ProcessHandle::isAlive);
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left).isEmpty();
    }
    assertThat(cache).hasContent("of another package");
  }

  private Process ask() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.io.tmpdir=" + temporary,
            "-jar",
            jar.toString(),
            ServiceCommand.AOT.word(),
            "missing")
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start();
  }

  private String said() throws IOException {
    return Files.readString(said);
  }
}
