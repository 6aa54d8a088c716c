package org.gongkai.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/**
 * A file for what does not fit into memory. It goes with the process, however that ends, and nobody
 * else may read it.
 */
public final class UnlinkedFile {

  private static final Set<StandardOpenOption> OPTIONS =
      Set.of(
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          // at once where the system lets a file be open without a name, else by the system
          StandardOpenOption.DELETE_ON_CLOSE);

  private UnlinkedFile() {}

  /**
   * Makes one, in the directory for temporary files.
   *
   * @param kind what it is for: where the system cannot hide it, it is named so
   */
  public static FileChannel open(String kind) throws IOException {
    Path directory = Path.of(System.getProperty("java.io.tmpdir"));
    Path file = directory.resolve("gongkai-" + UUID.randomUUID() + "." + kind);
    return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? FileChannel.open(
            file,
            OPTIONS,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
        : FileChannel.open(file, OPTIONS, new FileAttribute<?>[0]);
  }
}
