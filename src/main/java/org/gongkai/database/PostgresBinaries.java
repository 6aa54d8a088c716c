package org.gongkai.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs, unpacked from the class path into the data directory, or once for several
 * data directories into one that the operator names.
 *
 * <p>They lie beside the data rather than in the system's temporary directory, which is cleaned
 * while services run and is often mounted without permission to execute. The directory's name
 * carries the archive's checksum, so another version of the service brings its own programs.
 *
 * @param home holds {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path home) {

  private static final String PREFIX = "programs-";

  static PostgresBinaries unpack(DataDirectory directory) throws IOException {
    String archive = archive();
    String name = PREFIX + checksum(archive);
    Path home = directory.resolve(name);
    if (!Files.isDirectory(home)) {
      extract(archive, directory.unfinished(name));
      directory.finish(name);
      discardOthers(directory, home);
    }
    return new PostgresBinaries(home);
  }

  /**
   * Unpacks them where every data directory of the machine may use them. No lock guards that
   * directory: each process makes its own copy under a name of its own, the first to rename it
   * wins, and what the others made goes. Older programs stay, for somebody may be running them.
   */
  static PostgresBinaries unpackShared(Path shared) throws IOException {
    String archive = archive();
    String name = PREFIX + checksum(archive);
    Path home = shared.toAbsolutePath().normalize().resolve(name);
    if (!Files.isDirectory(home)) {
      Files.createDirectories(home.getParent());
      Path own = Files.createTempDirectory(home.getParent(), name + ".");
      letEverybodyRead(own);
      extract(archive, own);
      try {
        DataDirectory.writeAllToDisk(own);
        Files.move(own, home);
      } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
        DataDirectory.delete(own);
      }
    }
    return new PostgresBinaries(home);
  }

  private static void letEverybodyRead(Path directory) throws IOException {
    if (!Command.onWindows()) {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static String archive() {
    return archive(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  Path program(String name) {
    return home.resolve("bin").resolve(Command.onWindows() ? name + ".exe" : name);
  }

  /** As PostgreSQL counts: data of one major version cannot be opened by another. */
  String majorVersion() throws IOException {
    String says = Command.run(List.of(program("postgres").toString(), "--version"), "").output();
    return says.replaceFirst("(?s)^\\D*(\\d+).*$", "$1");
  }

  /** The resource that holds the programs for an operating system and processor. */
  static String archive(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT);
    String family = os.startsWith("mac") ? "darwin" : os.startsWith("windows") ? "windows" : os;
    String processor = Set.of("aarch64", "arm64").contains(osArch) ? "arm_64" : "x86_64";
    return "postgres-" + family + "-" + processor + ".txz";
  }

  private static InputStream open(String archive) {
    InputStream found = PostgresBinaries.class.getClassLoader().getResourceAsStream(archive);
    if (found == null) {
      throw new StartupRefused(
          "本安装包不含适用于本机的内置数据库（%s）。请用 QUARKUS_DATASOURCE_JDBC_URL 指定已有的 PostgreSQL。"
              .formatted(archive),
          ("This build carries no embedded database for this machine (%s). Name a PostgreSQL server"
                  + " with QUARKUS_DATASOURCE_JDBC_URL.")
              .formatted(archive));
    }
    return found;
  }

  private static String checksum(String archive) throws IOException {
    CRC32 sum = new CRC32();
    try (InputStream in = new CheckedInputStream(open(archive), sum)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return "%08x".formatted(sum.getValue());
  }

  private static void extract(String archive, Path target) throws IOException {
    try (InputStream raw = new BufferedInputStream(open(archive));
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(raw))) {
      for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
        Path path = target.resolve(entry.getName()).normalize();
        if (entry.isDirectory() || isForDevelopers(entry.getName())) {
          continue;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, path);
          if ((entry.getMode() & 0100) != 0 && !Command.onWindows()) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
          }
        }
      }
    }
  }

  /** Static libraries and build files: half of the archive, and no server ever reads them. */
  private static boolean isForDevelopers(String name) {
    return name.endsWith(".a")
        || name.contains("/pgxs/")
        || name.contains("/pkgconfig/")
        || name.startsWith("include/");
  }

  private static void discardOthers(DataDirectory directory, Path current) throws IOException {
    try (Stream<Path> entries = Files.list(directory.path())) {
      for (Path entry : entries.filter(e -> !e.equals(current)).toList()) {
        if (entry.getFileName().toString().startsWith(PREFIX)) {
          DataDirectory.delete(entry);
        }
      }
    }
  }
}
