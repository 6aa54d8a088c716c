package org.gongkai.database;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * The files of a cluster in one file, copied while the server writes to them: what is torn, too
 * long or too short is mended by the log of what was done meanwhile, as after a crash.
 */
final class BackupArchive implements Closeable {

  /** What belongs to the server that runs, and would mislead the next one. */
  private static final Set<String> NOT_COPIED =
      Set.of("postmaster.pid", "postmaster.opts", "backup_label", "tablespace_map");

  /** Directories whose content is made anew; the log is added at the end. */
  private static final Set<String> LEFT_EMPTY =
      Set.of(
          "pg_wal",
          "pg_replslot",
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans",
          "pgsql_tmp");

  private static final int PRIVATE_FILE = 0100600;
  private static final byte[] ZEROS = new byte[8192];

  private final TarArchiveOutputStream tar;

  BackupArchive(Path file) throws IOException {
    this.tar =
        new TarArchiveOutputStream(
            new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), "UTF-8");
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
  }

  /** The tree of the data, under a name. */
  void addData(Path data, String name) throws IOException {
    addDirectory(name);
    List<Path> entries;
    try (Stream<Path> listed = Files.list(data)) {
      entries = listed.sorted().toList();
    } catch (NoSuchFileException e) {
      return; // a database or a table was dropped meanwhile
    }
    for (Path entry : entries) {
      String file = entry.getFileName().toString();
      String entryName = name + "/" + file;
      if (NOT_COPIED.contains(file)) {
        continue;
      }
      if (LEFT_EMPTY.contains(file)) {
        addDirectory(entryName);
        if (file.equals("pg_wal")) {
          addDirectory(entryName + "/archive_status");
          addDirectory(entryName + "/summaries");
        }
      } else if (Files.isDirectory(entry)) {
        addData(entry, entryName);
      } else {
        addFile(entry, entryName);
      }
    }
  }

  /** As long as it is now: what is appended meanwhile is in the log, and what is cut off is 0. */
  void addFile(Path file, String name) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      long left = Files.size(file);
      TarArchiveEntry entry = new TarArchiveEntry(name);
      entry.setSize(left);
      entry.setMode(PRIVATE_FILE);
      tar.putArchiveEntry(entry);
      byte[] buffer = new byte[1 << 16];
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
        if (read < 0) {
          break;
        }
        tar.write(buffer, 0, read);
        left -= read;
      }
      for (; left > 0; left -= Math.min(left, ZEROS.length)) {
        tar.write(ZEROS, 0, (int) Math.min(left, ZEROS.length));
      }
      tar.closeArchiveEntry();
    } catch (NoSuchFileException e) {
      // a table was dropped meanwhile, which the log tells too
    }
  }

  void addText(String text, String name) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(bytes.length);
    entry.setMode(PRIVATE_FILE);
    tar.putArchiveEntry(entry);
    tar.write(bytes);
    tar.closeArchiveEntry();
  }

  private void addDirectory(String name) throws IOException {
    tar.putArchiveEntry(new TarArchiveEntry(name + "/"));
    tar.closeArchiveEntry();
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
