package org.gongkai.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A running server, from the moment that it takes connections until it has stopped.
 *
 * <p>The port is chosen anew at every start: a fixed one would sooner or later be somebody else's.
 */
final class PostgresServer implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(PostgresServer.class);

  /** What a killed server may need until its last process has noticed and gone. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration STOPPING = Duration.ofSeconds(60);

  private final Launch launch;
  private final Process process;
  private final int port;
  private volatile boolean closing;

  private PostgresServer(Launch launch, Process process, int port) {
    this.launch = launch;
    this.process = process;
    this.port = port;
  }

  static PostgresServer start(Launch launch) throws IOException {
    launch.stopOrphan();
    Instant patience = Instant.now().plus(PATIENCE);
    while (true) {
      int port = freePort();
      Process process = Watchdog.start(launch.command(port), launch.log());
      if (launch.awaitReady(process, port)) {
        return new PostgresServer(launch, process, port);
      }
      if (Instant.now().isAfter(patience)) {
        throw launch.failure();
      }
      LOG.infof("PostgreSQL did not start yet, trying again; see %s", launch.log());
      launch.pause(Duration.ofMillis(500));
    }
  }

  int port() {
    return port;
  }

  /** Completes when the server has ended although nobody asked it to. */
  CompletableFuture<Void> lost() {
    return process
        .onExit()
        .thenCompose(
            ended -> closing ? new CompletableFuture<>() : CompletableFuture.completedFuture(null));
  }

  @Override
  public void close() {
    closing = true;
    try {
      if (Command.onWindows()) {
        launch.stop("fast");
      }
      process.getOutputStream().close();
      if (!process.waitFor(STOPPING.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warnf(
            "PostgreSQL is still stopping after %d s; it goes on alone", STOPPING.toSeconds());
      }
    } catch (IOException e) {
      LOG.warn("PostgreSQL could not be told to stop", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
