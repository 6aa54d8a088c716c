package org.gongkai.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Everything that is needed to bring a server up on a cluster, and to judge whether it is.
 *
 * @param settings given on the command line, which wins over every file: what must not be changed
 * @param log where the server writes
 */
record Launch(
    PostgresCluster cluster,
    PostgresBinaries binaries,
    RunAs as,
    Map<String, String> settings,
    Path log) {

  private static final Logger LOG = Logger.getLogger(Launch.class);
  private static final Duration GLANCE = Duration.ofMillis(10);
  private static final int LAST_LINES = 15;

  List<String> command(int port) {
    List<String> command = new ArrayList<>(as.command(binaries.program("postgres").toString()));
    command.addAll(List.of("-D", cluster.data().toString(), "-p", Integer.toString(port)));
    command.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
    settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    return command;
  }

  /**
   * Stops a server that outlived its service, and forgets one that is no more.
   *
   * <p>We hold the lock, so nobody else's server can be at work here. A number that now belongs to
   * another program would make PostgreSQL refuse for ever, hence the file goes; its own second
   * guard, the shared memory that lingering processes still hold, stays.
   */
  void stopOrphan() throws IOException {
    Optional<PostmasterFile> left = PostmasterFile.read(cluster.data());
    if (left.isEmpty()) {
      return;
    }
    if (left.get().isAlive()) {
      LOG.infof("Stopping the PostgreSQL that an earlier run left behind (%d)", left.get().pid());
      if (stop("fast").status() != 0) {
        stop("immediate");
      }
    }
    Files.deleteIfExists(PostmasterFile.path(cluster.data()));
  }

  Command.Outcome stop(String mode) throws IOException {
    String[] stop = {
      binaries.program("pg_ctl").toString(),
      "stop",
      "-w",
      "-t",
      "60",
      "-m",
      mode,
      "-D",
      cluster.data().toString()
    };
    return Command.run(as.command(stop), "");
  }

  /**
   * Whether the server came up; without a limit while it lives, for what it does after a crash must
   * not be interrupted.
   */
  boolean awaitReady(Process process, int port) throws IOException {
    while (process.isAlive()) {
      if (PostmasterFile.read(cluster.data()).filter(file -> file.readyAt(port)).isPresent()) {
        return true;
      }
      pause(GLANCE);
    }
    return false;
  }

  void pause(Duration duration) throws IOException {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while PostgreSQL was starting", e);
    }
  }

  StartupRefused failure() throws IOException {
    List<String> lines = Files.readAllLines(log);
    String end =
        String.join(
            System.lineSeparator(),
            lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    return new StartupRefused(
        "内置数据库未能启动，日志见 %s。".formatted(log),
        "The embedded database did not start; its log is %s and ends with:%n%s"
            .formatted(log, end));
  }
}
