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
import org.jspecify.annotations.Nullable;

/**
 * Makes the {@link AotCache} of the Java that runs it: lets a service of its own work for a while
 * in a directory that goes afterwards, and has Java write down what it has seen.
 */
final class AotCommand {

  private static final int LAST_LINES = 20;

  static final String COMMAND = "aot";

  /** Makes none where there is one, and waits where another process is making it. */
  static final String MISSING = "missing";

  private AotCommand() {}

  static boolean is(String... args) {
    return args.length > 0
        && args[0].equals(COMMAND)
        && (args.length == 1 || args.length == 2 && args[1].equals(MISSING));
  }

  /** The status to end with: 0 also where this Java makes none. */
  static int run(PrintStream output, PrintStream errors, String... args) {
    Path jar = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
    if (Runtime.version().feature() < AotCache.FIRST_JAVA) {
      output.printf("AOT cache: skipped, as it takes a Java of %d%n", AotCache.FIRST_JAVA);
      return 0;
    }
    Path cache = AotCache.beside(jar);
    @Nullable Path directory = null;
    try (FileChannel making = making(cache)) {
      making.lock();
      if (args.length > 1 && Files.exists(cache)) {
        output.println("AOT cache: " + cache);
        return 0;
      }
      directory = Files.createTempDirectory("gongkai-aot");
      if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        // The database that root starts runs as another user, who must get there.
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
      }
      return make(jar, directory, cache, output, errors);
    } catch (IOException e) {
      errors.println("AOT cache: not made: " + e);
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    } finally {
      delete(directory);
    }
  }

  private static FileChannel making(Path cache) throws IOException {
    Files.createDirectories(cache.getParent());
    Path file = cache.resolveSibling(cache.getFileName() + ".lock");
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static int make(
      Path jar, Path directory, Path cache, PrintStream output, PrintStream errors)
      throws IOException, InterruptedException {
    Path made = directory.resolve("made.aot");
    Path log = directory.resolve("log");
    Process training = training(jar, directory, made).redirectOutput(log.toFile()).start();
    Runtime.getRuntime().addShutdownHook(new Thread(training::destroy));
    int status = training.waitFor();
    if (status != 0 || !Files.exists(made)) {
      List<String> lines = Files.readAllLines(log);
      lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).forEach(errors::println);
      errors.println("AOT cache: not made, status " + status);
      return 1;
    }
    Files.move(made, cache, StandardCopyOption.REPLACE_EXISTING);
    output.printf("AOT cache: %s, %d MB%n", cache, Files.size(cache) >> 20);
    return 0;
  }

  /** With nothing of the settings that are there for the service that is to come. */
  private static ProcessBuilder training(Path jar, Path directory, Path made) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:AOTCacheOutput=" + made, Relaunch.HEAP));
    command.addAll(Relaunch.touchedAtOnce(Relaunch.offersHugePages()));
    command.add("-D" + Relaunch.SWITCH + "=false");
    command.addAll(List.of("-jar", jar.toString(), Training.COMMAND));
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

  private static void delete(@Nullable Path directory) {
    if (directory == null) {
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
