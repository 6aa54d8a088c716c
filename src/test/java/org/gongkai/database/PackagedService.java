package org.gongkai.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gongkai.Relaunched;
import org.gongkai.journey.AnswerPaths;

/**
 * The service as operators run it: the packaged jar in a process of its own, with a directory, an
 * environment and signals, and nothing shared with the test but HTTP.
 */
public final class PackagedService implements AutoCloseable {

  /** The administrator's key of every service that is started here. */
  public static final String ADMIN_KEY = "gk_test_0123456789abcdefghijklmnopqrstuv";

  static final Path APPLICATION = Path.of("target", "quarkus-app").toAbsolutePath();

  /**
   * What is over soon is compiled once, as it is needed rather than as the cache foretells, and
   * asks for its memory at once and in large pages: one that is new costs as much as some requests.
   */
  static final List<String> SHORT_LIVED =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-AOTReplayTraining",
          "-XX:+UseSerialGC",
          "-Xmx512m",
          "-Xms128m",
          "-Xmn64m",
          "-XX:+AlwaysPreTouch",
          Relaunched.LARGE_PAGES);

  private static final Duration READY_WITHIN = Duration.ofMinutes(4);
  private static final Duration STOPPED_WITHIN = Duration.ofSeconds(60);

  static {
    AnswerPaths.cheap();
  }

  private final Path directory;
  private final int port;
  private final int managementPort;
  private final Process process;

  private PackagedService(Path directory, int port, int managementPort, Process process) {
    this.directory = directory;
    this.port = port;
    this.managementPort = managementPort;
    this.process = process;
  }

  /** What may differ from one start to the next. */
  public static final class Setup {

    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();
    private List<String> before = List.of();
    private boolean plain;
    private Path application = APPLICATION;
    private Path java = Path.of(System.getProperty("java.home"));
    private List<String> arguments = List.of();

    private Setup(Path directory) {
      this.directory = directory;
      environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
      environment.put("GONGKAI_ADMIN_KEY", ADMIN_KEY);
      // A machine that runs other tests beside is slow, which is not too many callers.
      environment.put("GONGKAI_WORK_TARGET_WAIT", "1m");
      environment.put("GONGKAI_WORK_MAX_WAIT", "1m");
    }

    public Setup with(String variable, String value) {
      environment.put(variable, value);
      return this;
    }

    /** As if nobody had set this. */
    Setup without(String variable) {
      environment.remove(variable);
      return this;
    }

    /** Settings by the names that they have in {@code application.properties}. */
    public Setup with(Map<String, String> properties) {
      properties.forEach(
          (name, value) -> with(name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"), value));
      return this;
    }

    /** As {@code java -jar} alone starts it, which begins itself again. */
    Setup withoutOptions() {
      plain = true;
      return this;
    }

    /** Those of the second start, so that there is no first one. */
    private List<String> options() {
      if (plain) {
        return List.of();
      }
      List<String> options = new ArrayList<>(Relaunched.options(SHORT_LIVED, application));
      options.add("-D" + Relaunched.SWITCH + "=false");
      return options;
    }

    /** A command that starts the command that follows it, such as {@code setpriv}. */
    public Setup through(String... command) {
      before = List.of(command);
      return this;
    }

    public Setup from(Path application) {
      this.application = application;
      return this;
    }

    /** Another Java than that of the tests. */
    Setup by(Path home) {
      java = home;
      return this;
    }

    public Setup arguments(String... arguments) {
      this.arguments = List.of(arguments);
      return this;
    }

    /** Uses the programs that all tests share, rather than unpack them beside the data. */
    Setup withTestPrograms() {
      return with("GONGKAI_PROGRAMS_DIR", TestDatabase.PROGRAMS.toString());
    }

    /**
     * Where nothing was started yet, it finds what a first start leaves: for tests that are not
     * about the first start.
     */
    public Setup prepared() throws IOException, InterruptedException {
      Path data = directory.resolve("gongkai-data");
      if (!Files.exists(data)) {
        DatabaseTemplate.copyTo(data);
      }
      return withTestPrograms();
    }

    /** Starts the process and waits for nothing. */
    public PackagedService launch() throws IOException {
      int port = freePort();
      int managementPort = freePort();
      List<String> command = new ArrayList<>(before);
      command.add(java.resolve("bin").resolve("java").toString());
      command.addAll(options());
      command.add("-jar");
      command.add(application.resolve("quarkus-run.jar").toString());
      command.addAll(arguments);
      ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
      builder
          .environment()
          .keySet()
          .removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("GONGKAI_"));
      builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
      builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log(directory).toFile()));
      return new PackagedService(directory, port, managementPort, builder.start());
    }

    /** Starts it for tests whose requests name no service: this one gets them. */
    public PackagedService startForAll() throws IOException, InterruptedException {
      PackagedService service = start();
      RestAssured.baseURI = "http://127.0.0.1";
      RestAssured.port = service.port;
      return service;
    }

    /** Starts the process and waits until it says that it is ready. */
    public PackagedService start() throws IOException, InterruptedException {
      Instant begin = Instant.now();
      PackagedService service = launch();
      try {
        service.awaitReady();
      } catch (AssertionError | IOException | InterruptedException e) {
        service.close();
        throw e;
      }
      System.out.printf(
          "packaged service ready after %d ms%n",
          Duration.between(begin, Instant.now()).toMillis());
      return service;
    }
  }

  /** A service whose working directory, and so the place of its data, is {@code directory}. */
  public static Setup in(Path directory) {
    return new Setup(directory);
  }

  /** The database that it has started, as the role that owns it. */
  public Connection database() throws IOException, SQLException {
    return database(PostgresCluster.USER);
  }

  /** The same, as the role that may do everything. */
  Connection superuser() throws IOException, SQLException {
    return database(PostgresCluster.SUPERUSER);
  }

  private Connection database(String role) throws IOException, SQLException {
    PostgresCluster cluster =
        new PostgresCluster(directory.resolve("gongkai-data").resolve("cluster"));
    int port = PostmasterFile.read(cluster.data()).orElseThrow().port();
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + PostgresCluster.DATABASE;
    return DriverManager.getConnection(url, role, cluster.password());
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** An address of health and metrics, which have a port of their own. */
  public URI managed(String path) {
    return URI.create("http://127.0.0.1:" + managementPort + path);
  }

  public long pid() {
    return process.pid();
  }

  public boolean isRunning() {
    return process.isAlive();
  }

  /** All that it has printed, including what earlier services in the same directory did. */
  public String log() throws IOException {
    return Files.readString(log(directory));
  }

  /** The same, as soon as a text is in it. */
  String awaitLog(String text) throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(READY_WITHIN);
    while (!log().contains(text)) {
      assertThat(Instant.now()).as("waiting for " + text + " in " + log()).isBefore(deadline);
      Thread.sleep(50);
    }
    return log();
  }

  private static Path log(Path directory) {
    return directory.resolve("service.log");
  }

  private void awaitReady() throws IOException, InterruptedException {
    HttpRequest ready = HttpRequest.newBuilder(managed("/q/health/ready")).build();
    Instant deadline = Instant.now().plus(READY_WITHIN);
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (Instant.now().isBefore(deadline)) {
        if (!process.isAlive()) {
          fail("The service ended with status %d:%n%s", process.exitValue(), log());
        }
        try {
          if (client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
            return;
          }
        } catch (java.net.ConnectException e) {
          // not listening yet
        }
        Thread.sleep(50);
      }
    }
    fail("The service was not ready in time:%n%s", log());
  }

  /** What Ctrl-C, systemd and every orchestrator begin with. */
  public int stop() throws InterruptedException {
    process.destroy();
    return awaitEnd();
  }

  /** {@code kill -9}. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    awaitEnd();
  }

  public int awaitEnd() throws InterruptedException {
    assertThat(process.waitFor(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS))
        .as("the service ends in time")
        .isTrue();
    return process.exitValue();
  }

  @Override
  public void close() {
    if (RestAssured.port == port) {
      RestAssured.reset();
    }
    process.destroyForcibly();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
