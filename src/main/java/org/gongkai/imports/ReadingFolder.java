package org.gongkai.imports;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The directory of a {@link ReadingProcess}, in which libraries may leave files of their own.
 * Whoever has begun the process holds a lock in it, so that what is left where both were killed at
 * once can be told from what is in use, by other instances too.
 */
final class ReadingFolder implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(ReadingFolder.class);
  private static final String NAME = "gongkai-reading";
  private static final String LOCK = "lock";

  /** Of this Java, which would give up its lock by a look at it. */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final @Nullable FileChannel lock;

  private ReadingFolder(Path path, @Nullable FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Makes one, which nobody else may enter. */
  static ReadingFolder create() throws IOException {
    Path path = Files.createTempDirectory(NAME);
    OWN.add(path);
    return new ReadingFolder(path, locked(path));
  }

  /** Null where the file system knows no locks: then nobody takes it for one that was left. */
  private static @Nullable FileChannel locked(Path folder) throws IOException {
    Path file = folder.resolve(LOCK + ".new");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      channel.lock();
      // It has its name when it is locked, and not before.
      Files.move(file, folder.resolve(LOCK));
      return channel;
    } catch (IOException e) {
      LOG.debugf(e, "Files in %s cannot be locked", folder);
      channel.close();
      return null;
    }
  }

  Path path() {
    return path;
  }

  /** Deletes it, when nobody works in it any more. */
  @Override
  public void close() {
    delete(path);
    OWN.remove(path);
    if (lock != null) {
      try {
        lock.close();
      } catch (IOException e) {
        LOG.debugf(e, "The lock in %s was not given back", path);
      }
    }
  }

  /**
   * Deletes those whose processes were killed together with whoever had begun them: parts of files
   * may lie in them.
   *
   * @param directory the one for temporary files
   */
  static void clear(Path directory) {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(directory, NAME + "*")) {
      for (Path folder : folders) {
        if (!OWN.contains(folder) && wasLeft(folder)) {
          delete(folder);
        }
      }
    } catch (IOException e) {
      LOG.debugf(e, "%s cannot be looked at", directory);
    }
  }

  private static boolean wasLeft(Path folder) {
    try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
      return channel.tryLock() != null;
    } catch (IOException e) {
      // another user's, or somebody makes or deletes it at this moment
      return false;
    }
  }

  /** Deletes one with all that is in it; whatever else the path names is left alone. */
  static void delete(Path folder) {
    if (!folder.getFileName().toString().startsWith(NAME)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path one : deepestFirst) {
        Files.deleteIfExists(one);
      }
    } catch (IOException e) {
      // The other end has deleted it, or will.
    }
  }
}
