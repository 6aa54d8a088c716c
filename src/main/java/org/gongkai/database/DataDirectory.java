package org.gongkai.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The directory of the embedded database, held by this process alone.
 *
 * <p>Two servers on one directory would destroy it, and PostgreSQL's own guard rests on process
 * numbers, which start over with every container. A file lock does not: the operating system drops
 * it with the process, whatever way the process ends. Everything that is found here under the lock
 * is therefore ours or left over.
 *
 * <p>What is not finished carries the suffix {@value #UNFINISHED} and is renamed when it is, so
 * that a crash in the middle leaves something to throw away and never something half made.
 */
final class DataDirectory implements AutoCloseable {

  private static final String UNFINISHED = ".unfinished";

  private static final Logger LOG = Logger.getLogger(DataDirectory.class);

  private final Path path;
  private final FileChannel lock;
  private final String lockedAt = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

  private DataDirectory(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  static DataDirectory lock(Path directory) {
    Path path = directory.toAbsolutePath().normalize();
    try {
      create(path);
      FileChannel channel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new StartupRefused(
            "数据目录正被另一个公开服务实例使用：%s。请先停止该实例，或用 GONGKAI_DATA_DIR 指定另一个目录。".formatted(path),
            ("Another instance of Gongkai is using the data directory %s. Stop that instance first,"
                    + " or name another directory with GONGKAI_DATA_DIR.")
                .formatted(path));
      }
      DataDirectory held = new DataDirectory(path, channel);
      held.discardUnfinished();
      return held;
    } catch (IOException e) {
      throw new StartupRefused(
          "数据目录不可用：%s（%s）。请检查其属主、权限和磁盘空间，或用 GONGKAI_DATA_DIR 指定另一个目录。".formatted(path, e),
          ("The data directory %s cannot be used (%s). Check its owner, its permissions and the disk"
                  + " space, or name another directory with GONGKAI_DATA_DIR.")
              .formatted(path, e),
          e);
    }
  }

  private static void create(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return;
    }
    Files.createDirectories(path);
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // held by this very process, which is no better
    }
  }

  Path path() {
    return path;
  }

  Path resolve(String name) {
    return path.resolve(name);
  }

  /**
   * Where to make {@code name}; it is thrown away at the next start unless it is finished. The path
   * is another at every start, because a program that makes something can outlive a killed service.
   */
  Path unfinished(String name) {
    return path.resolve(name + "." + lockedAt + UNFINISHED);
  }

  /**
   * The last step of making something: from now on it counts, even where the power fails next. A
   * file system may well write the new name to disk before the bytes that it stands for.
   */
  void finish(String name) throws IOException {
    writeAllToDisk(unfinished(name));
    Files.move(unfinished(name), path.resolve(name));
    writeToDisk(path);
  }

  static void writeAllToDisk(Path tree) throws IOException {
    try (Stream<Path> entries = Files.walk(tree)) {
      for (Path entry : entries.filter(e -> !Files.isSymbolicLink(e)).toList()) {
        writeToDisk(entry);
      }
    }
  }

  private static void writeToDisk(Path entry) throws IOException {
    if (Files.isDirectory(entry) && Command.onWindows()) {
      return; // it has no such thing, and needs none
    }
    try (FileChannel channel = FileChannel.open(entry, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private void discardUnfinished() throws IOException {
    try (Stream<Path> entries = Files.list(path)) {
      for (Path entry :
          entries.filter(e -> e.getFileName().toString().endsWith(UNFINISHED)).toList()) {
        discard(entry);
      }
    }
  }

  private static void discard(Path unfinished) {
    try {
      delete(unfinished);
    } catch (IOException e) {
      LOG.debugf(e, "%s is still being written to; a later start removes it", unfinished);
    }
  }

  static void delete(Path tree) throws IOException {
    try (Stream<Path> entries = Files.walk(tree)) {
      for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(entry);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
