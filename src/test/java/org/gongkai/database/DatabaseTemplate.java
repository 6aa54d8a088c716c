package org.gongkai.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A data directory as the first start leaves it, made once for a build and copied for every service
 * whose first start is not what a test is about.
 *
 * <p>It is made under a lock, for tests run in several processes beside each other, and by another
 * name first, so that one that was broken off is never taken for whole.
 */
final class DatabaseTemplate {

  private static final Path HOME = Path.of("target", "test-template").toAbsolutePath();

  private DatabaseTemplate() {}

  static void copyTo(Path data) throws IOException, InterruptedException {
    Command.run(List.of("cp", "-a", of(application()).toString(), data.toString()), "").orFail();
  }

  /** Each build of the service has its own, since it may have other migrations. */
  private static String application() throws IOException {
    Path service = PackagedService.APPLICATION.resolve("quarkus-run.jar");
    return Long.toString(Files.getLastModifiedTime(service).toMillis(), Character.MAX_RADIX);
  }

  private static Path of(String application) throws IOException, InterruptedException {
    Files.createDirectories(HOME);
    Path whole = HOME.resolve(application);
    try (FileChannel file =
            FileChannel.open(
                HOME.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = file.lock()) {
      if (held.isValid() && !Files.isDirectory(whole)) {
        Path unfinished = Files.createTempDirectory(HOME, "unfinished");
        try (PackagedService service = PackagedService.in(unfinished).withTestPrograms().start()) {
          service.stop();
        }
        Files.move(unfinished, whole);
      }
    }
    return whole.resolve("gongkai-data");
  }
}
