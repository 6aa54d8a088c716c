package org.gongkai.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code postmaster.pid} says of a server: PostgreSQL's own word on who runs on a directory
 * and whether it takes connections, without having to connect.
 */
record PostmasterFile(long pid, int port, String status) {

  static Optional<PostmasterFile> read(Path cluster) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(path(cluster));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    try {
      String status = lines.size() < 8 ? "starting" : lines.get(7).strip();
      return Optional.of(
          new PostmasterFile(
              Long.parseLong(lines.get(0).strip()),
              Integer.parseInt(lines.get(3).strip()),
              status));
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      return Optional.empty(); // being written at this moment, or cut off by a crash
    }
  }

  static Path path(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }

  /** The port tells a server that we have just started from one that left its file behind. */
  boolean readyAt(int ours) {
    return port == ours && status.equals("ready");
  }

  /** Whether the process of that number still is a server; numbers are used again. */
  boolean isAlive() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .map(process -> process.info().command().orElse("postgres").contains("postgres"))
        .orElse(false);
  }
}
