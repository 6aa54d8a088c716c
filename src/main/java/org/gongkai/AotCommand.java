package org.gongkai;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the {@link AotCache} of the Java that runs it: lets a service of its own work for a while
 * in a directory that goes afterwards, and has Java write down what it has seen.
 */
final class AotCommand {

  private static final int LAST_LINES = 20;

  private AotCommand() {}

  /**
   * The status to end with: 0 also where this Java makes none.
   *
   * @param missing to make none where there is one, and wait where another process is making it
   */
  static int run(PrintStream output, PrintStream errors, boolean missing) {
    Path jar = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
    if (Runtime.version().feature() < AotCache.FIRST_JAVA) {
      output.printf("AOT cache: skipped, as it takes a Java of %d%n", AotCache.FIRST_JAVA);
      return 0;
    }
    Path cache = AotCache.beside(jar);
    try {
      if (missing && isThere(cache, jar)) {
        output.println("AOT cache: " + cache);
        return 0;
      }
      Files.createDirectories(cache.getParent());
      Path lock = cache.resolveSibling(cache.getFileName() + ".lock");
      try (FileChannel making =
          FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        if (making.tryLock() == null) {
          output.println("AOT cache: another process is making it");
          making.lock();
        }
        if (missing && isThere(cache, jar)) {
          output.println("AOT cache: " + cache);
          return 0;
        }
        return make(jar, cache, output, errors);
      }
    } catch (IOException e) {
      errors.println("AOT cache: not made: " + e);
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  /** One that is older than the package belongs to another. */
  private static boolean isThere(Path cache, Path jar) throws IOException {
    return Files.exists(cache)
        && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(jar)) >= 0;
  }

  private static int make(Path jar, Path cache, PrintStream output, PrintStream errors)
      throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("gongkai-aot");
    if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      // The database that root starts runs as another user, who must get there.
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
    }
    Path made = directory.resolve("made.aot");
    Path log = directory.resolve("log");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> tidyUp(directory)));
    Process training = training(jar, directory, made).redirectOutput(log.toFile()).start();
    try {
      int status = training.waitFor();
      if (status != 0 || !Files.exists(made)) {
        List<String> lines = Files.readAllLines(log);
        lines
            .subList(Math.max(0, lines.size() - LAST_LINES), lines.size())
            .forEach(errors::println);
        errors.println("AOT cache: not made, status " + status);
        return 1;
      }
      // It may come from another file system, byte by byte, and a service may start meanwhile.
      Path unfinished = cache.resolveSibling(cache.getFileName() + ".unfinished");
      Files.move(made, unfinished, StandardCopyOption.REPLACE_EXISTING);
      Files.move(unfinished, cache, StandardCopyOption.ATOMIC_MOVE);
      output.printf("AOT cache: %s, %d MB%n", cache, Files.size(cache) >> 20);
      return 0;
    } finally {
      delete(directory);
    }
  }

  /** Where this process is told to end, be it while it starts the other. */
  private static void tidyUp(Path directory) {
    ProcessHandle.current()
        .children()
        .forEach(
            training -> {
              training.destroyForcibly();
              training.onExit().join();
            });
    delete(directory);
  }

  /** With nothing of the settings that are there for the service that is to come. */
  private static ProcessBuilder training(Path jar, Path directory, Path made) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:AOTCacheOutput=" + made, Relaunch.HEAP));
    command.addAll(Relaunch.touchedAtOnce(Relaunch.offersHugePages()));
    command.add("-D" + Relaunch.SWITCH + "=false");
    command.addAll(List.of("-jar", jar.toString(), ServiceCommand.TRAIN.word()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(directory.toFile()).redirectErrorStream(true);
    builder
        .environment()
        .keySet()
        .removeIf(
            name ->
                name.startsWith("QUARKUS_")
                    || name.startsWith("GONGKAI_")
                    || Relaunch.OPTION_VARIABLES.contains(name));
    return builder;
  }

  private static void delete(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(one);
      }
    } catch (IOException e) {
      System.err.println("Left behind: " + directory + " (" + e + ")");
    }
  }
}
