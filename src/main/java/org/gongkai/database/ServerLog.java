package org.gongkai.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * The file into which the server writes, and the one before it.
 *
 * <p>The server holds its file open for as long as it runs, years perhaps. It appends, so a file
 * that is copied and then cut goes on at its new end; what is written between the two is lost.
 * PostgreSQL's own collector would begin after the moment at which most starts fail, and leave
 * their reasons elsewhere.
 */
record ServerLog(Path file, long largest) {

  static final String NAME = "postgresql.log";

  private static final Logger LOG = Logger.getLogger(ServerLog.class);
  private static final long LARGEST = 16 * 1024 * 1024;
  private static final Duration PAUSE = Duration.ofMinutes(1);

  static ServerLog in(DataDirectory directory) {
    return new ServerLog(directory.resolve(NAME), LARGEST);
  }

  /** Looks now, and from now on as long as the process lives. */
  void keepSmall() throws IOException {
    rotateWhereLarge();
    Thread.ofVirtual().name("Database log").start(this::watch);
  }

  void rotateWhereLarge() throws IOException {
    if (!Files.exists(file) || Files.size(file) <= largest) {
      return;
    }
    Path before = file.resolveSibling(NAME + ".1");
    Path unfinished = file.resolveSibling(NAME + ".2");
    Files.copy(file, unfinished, StandardCopyOption.REPLACE_EXISTING);
    Files.move(unfinished, before, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(0);
    }
  }

  private void watch() {
    while (true) {
      try {
        Thread.sleep(PAUSE);
        rotateWhereLarge();
      } catch (InterruptedException e) {
        return;
      } catch (IOException e) {
        LOG.warnf("%s could not be rotated: %s", file, e);
      }
    }
  }
}
