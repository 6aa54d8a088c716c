package org.gongkai.benchmark;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The packaged service in a process of its own, with the database that it brings. */
final class Service implements AutoCloseable {

  static final String KEY = "gk_bench_0123456789abcdefghijklmnopqrstuv";

  private static final Path APPLICATION = Path.of("target", "quarkus-app", "quarkus-run.jar");
  private static final Duration READY_WITHIN = Duration.ofMinutes(5);

  /** Below those that systems give. */
  private static final int FIRST_PORT = 20_000;

  private static final int END_OF_PORTS = 32_000;
  private static final int TRIES = 100;

  private final Path directory;
  private final int port;
  private final int managementPort;
  private final Process process;
  private final Duration readyAfter;

  private Service(
      Path directory, int port, int managementPort, Process process, Duration readyAfter) {
    this.directory = directory;
    this.port = port;
    this.managementPort = managementPort;
    this.process = process;
    this.readyAfter = readyAfter;
  }

  /** Starts it in a directory and waits until it is ready. */
  static Service start(Path directory, String heap) throws IOException, InterruptedException {
    return start(directory, heap, Map.of());
  }

  /** Starts it with settings of its own. */
  static Service start(Path directory, String heap, Map<String, String> settings)
      throws IOException, InterruptedException {
    if (!Files.exists(APPLICATION)) {
      throw new Unmeasurable("There is no " + APPLICATION + "; ./mvnw benchmark makes it.");
    }
    Files.createDirectories(directory);
    int port = freePort();
    int managementPort = freePort();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of(java));
    if (!heap.equals(Flags.DEFAULT)) {
      command.add("-Xmx" + heap);
    }
    command.addAll(List.of("-jar", APPLICATION.toAbsolutePath().toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(directory.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("GONGKAI_"));
    builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
    builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
    builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
    builder.environment().put("GONGKAI_ADMIN_KEY", KEY);
    builder.environment().put("GONGKAI_RATE_LIMIT_PER_MINUTE", "0");
    builder.environment().putAll(settings);
    builder.redirectErrorStream(true);
    builder.redirectOutput(
        ProcessBuilder.Redirect.appendTo(directory.resolve("service.log").toFile()));
    Instant begin = Instant.now();
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    awaitReady(process, managementPort, directory);
    return new Service(
        directory, port, managementPort, process, Duration.between(begin, Instant.now()));
  }

  private static void awaitReady(Process process, int port, Path directory)
      throws InterruptedException {
    Instant deadline = Instant.now().plus(READY_WITHIN);
    while (Instant.now().isBefore(deadline) && process.isAlive()) {
      try (Connection connection = new Connection(port)) {
        if (connection.send(Request.get("/q/health/ready")).status() == 200) {
          return;
        }
      } catch (IOException e) {
        // not listening yet
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    process.destroyForcibly();
    throw new Unmeasurable(
        "The service did not become ready; see " + directory.resolve("service.log"));
  }

  /**
   * One that no system gives to who asks for any: the database server does, and had the port before
   * the service came to it.
   */
  private static int freePort() throws IOException {
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, END_OF_PORTS);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (BindException e) {
        // somebody has it
      }
    }
    throw new Unmeasurable("No port is free");
  }

  Connection connect() throws IOException {
    return new Connection(port);
  }

  /** All that it tells of itself. */
  String metrics() throws IOException {
    try (Connection connection = new Connection(managementPort)) {
      return connection.send(Request.get("/q/metrics")).expecting(200).text();
    }
  }

  /** From the start of the process until it said that it is ready. */
  Duration readyAfter() {
    return readyAfter;
  }

  long pid() {
    return process.pid();
  }

  /** The files of its database server. */
  Path cluster() {
    return directory.resolve("gongkai-data").resolve("cluster");
  }

  /** What its database server has said. */
  Path databaseLog() {
    return directory.resolve("gongkai-data").resolve("postgresql.log");
  }

  /** The first number of the database server's own note of itself. */
  long databasePid() throws IOException {
    return Long.parseLong(note().getFirst().strip());
  }

  int databasePort() throws IOException {
    return Integer.parseInt(note().get(3).strip());
  }

  private List<String> note() throws IOException {
    return Files.readAllLines(cluster().resolve("data").resolve("postmaster.pid"));
  }

  String databasePassword() throws IOException {
    return Files.readString(cluster().resolve("password")).strip();
  }

  /** As an operator stops it; its database with it. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(90, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
