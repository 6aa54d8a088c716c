package org.gongkai.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Copies of the embedded database, made while it runs and put back into an empty directory.
 *
 * <p>It is PostgreSQL's own way: the server is told that a copy begins, the files are copied as
 * they are, then the log of what was done meanwhile. A replication slot keeps that log from being
 * worked off; it goes with the connection, however that ends.
 */
final class Backup {

  static final String PREFIX = "gongkai-";
  static final String SUFFIX = ".backup.tar.gz";

  private static final String CLUSTER = "cluster";
  private static final String UNFINISHED = ".unfinished";
  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
  private static final int SEGMENT_NAME = 24;
  private static final Duration GIVEN_UP_AFTER = Duration.ofHours(1);

  private static final String HOLD_THE_LOG =
      "SELECT pg_create_physical_replication_slot('gongkai_backup_' || pg_backend_pid(), true, true)";
  private static final String BEGIN =
      "SELECT pg_walfile_name(pg_backup_start('gongkai', true)) AS segment";
  private static final String END =
      "SELECT pg_walfile_name(lsn) AS segment, labelfile FROM pg_backup_stop(false)";

  private Backup() {}

  /**
   * Makes one of a cluster whose server runs.
   *
   * @param into where it is put, named after the moment (UTC)
   */
  static Path make(PostgresCluster cluster, int port, Path into) throws IOException {
    Files.createDirectories(into);
    Path whole = into.resolve(PREFIX + NAME.format(LocalDateTime.now(ZoneOffset.UTC)) + SUFFIX);
    Path unfinished = into.resolve(whole.getFileName() + UNFINISHED);
    if (Command.onWindows()) {
      Files.createFile(unfinished);
    } else {
      // the password is in it, and all that is not public
      Files.createFile(
          unfinished,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + PostgresCluster.SUPERUSER;
    try (Connection connection =
            DriverManager.getConnection(url, PostgresCluster.SUPERUSER, cluster.password());
        Statement statement = connection.createStatement();
        BackupArchive archive = new BackupArchive(unfinished)) {
      statement.execute(HOLD_THE_LOG);
      String first = text(statement, BEGIN, "segment");
      archive.addData(cluster.data(), CLUSTER + "/data");
      archive.addText(cluster.password() + "\n", CLUSTER + "/password");
      String last;
      try (ResultSet end = statement.executeQuery(END)) {
        end.next();
        last = end.getString("segment");
        archive.addText(end.getString("labelfile"), CLUSTER + "/data/backup_label");
      }
      addLog(cluster.data().resolve("pg_wal"), first, last, archive);
    } catch (SQLException e) {
      Files.deleteIfExists(unfinished);
      throw new IOException("The server could not be told of the copy: " + e.getMessage(), e);
    } catch (IOException e) {
      Files.deleteIfExists(unfinished);
      throw e;
    }
    DataDirectory.writeAllToDisk(unfinished);
    Files.move(unfinished, whole, StandardCopyOption.ATOMIC_MOVE);
    return whole;
  }

  private static String text(Statement statement, String sql, String column) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(column);
    }
  }

  private static void addLog(Path log, String first, String last, BackupArchive archive)
      throws IOException {
    try (Stream<Path> files = Files.list(log)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        boolean segment = name.length() == SEGMENT_NAME && !name.contains(".");
        if (segment && name.compareTo(first) >= 0 && name.compareTo(last) <= 0
            || name.endsWith(".history")) {
          archive.addFile(file, CLUSTER + "/data/pg_wal/" + name);
        }
      }
    }
  }

  /** When the newest one in a directory was finished; empty where none can be found. */
  static Optional<Instant> newest(Path directory) {
    try {
      List<Path> newestFirst = newestFirst(directory, SUFFIX);
      return newestFirst.isEmpty()
          ? Optional.empty()
          : Optional.of(Files.getLastModifiedTime(newestFirst.getFirst()).toInstant());
    } catch (IOException e) {
      return Optional.empty(); // the next backup makes the directory, or says why it cannot
    }
  }

  private static List<Path> newestFirst(Path directory, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(PREFIX))
          .filter(file -> file.getFileName().toString().endsWith(suffix))
          .sorted(Comparator.reverseOrder())
          .toList();
    }
  }

  /**
   * Leaves so many of the newest in a directory, and nothing that nobody finishes any more: a
   * process that was killed at it has left as much as a backup takes.
   */
  static void keepNewest(Path directory, int keep) throws IOException {
    for (Path unfinished : newestFirst(directory, SUFFIX + UNFINISHED)) {
      Instant written = Files.getLastModifiedTime(unfinished).toInstant();
      if (written.isBefore(Instant.now().minus(GIVEN_UP_AFTER))) {
        Files.deleteIfExists(unfinished);
      }
    }
    List<Path> newestFirst = newestFirst(directory, SUFFIX);
    for (Path old : newestFirst.subList(Math.min(keep, newestFirst.size()), newestFirst.size())) {
      Files.delete(old);
    }
  }

  /**
   * Puts one into a data directory in which there is no database; the next start recovers it.
   *
   * @throws StartupRefused where there is one
   */
  static void restore(Path file, Path into) throws IOException {
    try (DataDirectory directory = DataDirectory.lock(into)) {
      if (Files.exists(directory.resolve(CLUSTER))) {
        throw new StartupRefused(
            "数据目录中已有数据库：%s。恢复只写入空目录；请另指定 GONGKAI_DATA_DIR，或先移走原有的 cluster 目录。"
                .formatted(directory.path()),
            ("There is a database in the data directory %s. A backup is restored into an empty one:"
                    + " name another with GONGKAI_DATA_DIR, or move its directory cluster away"
                    + " first.")
                .formatted(directory.path()));
      }
      unpack(file, directory.unfinished(CLUSTER));
      directory.finish(CLUSTER);
    }
  }

  private static void unpack(Path file, Path cluster) throws IOException {
    Files.createDirectories(cluster);
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(raw))) {
      boolean labelled = false;
      for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
        String name = entry.getName();
        Path target = cluster.resolve(name.replaceFirst("^" + CLUSTER + "/?", "")).normalize();
        if (!name.startsWith(CLUSTER + "/") || !target.startsWith(cluster)) {
          throw new IOException(file + " is no backup: it holds " + name);
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(tar, target);
          labelled |= target.endsWith(Path.of("data", "backup_label"));
          permit(target, "rw-------");
        }
      }
      if (!labelled) {
        throw new IOException(file + " is no backup, or not a whole one");
      }
    }
    try (Stream<Path> directories = Files.walk(cluster)) {
      for (Path directory : directories.filter(Files::isDirectory).toList()) {
        permit(directory, "rwx------");
      }
    }
  }

  private static void permit(Path path, String permissions) throws IOException {
    if (!Command.onWindows()) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }
}
