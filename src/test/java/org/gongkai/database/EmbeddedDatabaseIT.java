package org.gongkai.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.gongkai.platform.Filings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an operator does to the service and its database, and what must hold afterwards. All of it
 * in one directory, as each start takes seconds: a test goes on with the service that the one
 * before has left, and each start finds all that was filed.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it sends signals")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmbeddedDatabaseIT {

  @TempDir static Path directory;
  private static Path data;
  private static PackagedService service;

  /** What was answered 201, oldest first. */
  private static final List<String> FILED = new ArrayList<>();

  @BeforeAll
  static void letEverybodyIn() throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
    data = directory.resolve("gongkai-data");
  }

  @AfterAll
  static void leavesNoProcessBehind() throws InterruptedException {
    if (service != null) {
      service.close();
    }
    Processes.awaitNoneOn(data);
  }

  /** The one that a test before has left, or another, which finds what was filed. */
  private static PackagedService running() throws IOException, InterruptedException {
    if (service == null || !service.isRunning()) {
      service =
          PackagedService.in(directory)
              .prepared()
              .with("GONGKAI_DATABASE_STATEMENT_TIMEOUT", "3s")
              .with("GONGKAI_WELCOME", "true")
              .start();
      assertThat(new Filings(service).counted()).isEqualTo(FILED.size());
      assertThat(new Filings(service).overviews()).containsExactlyElementsOf(FILED);
    }
    return service;
  }

  /** In a year of its own, as it is about the one organ that there is. */
  private static void file(String overview) throws IOException, InterruptedException {
    new Filings(running()).file(2019 + FILED.size(), overview);
    FILED.add(overview);
  }

  @Test
  void keepsEveryReportThatWasAnswered201HoweverTheServiceEnds() throws Exception {
    file("before a normal stop");
    assertThat(running().stop()).as("killed by SIGTERM, as a shell counts").isEqualTo(143);
    assertThat(Processes.on(data)).as("stopped before the service was gone").isEmpty();
    file("before kill -9 of the service");
    running().kill();
    // At once, while the server may still be stopping.
    file("before kill -9 of both");
    Processes.killTogether(
        Stream.concat(
            Stream.of(running().pid()), Processes.on(data).stream().map(ProcessHandle::pid)));
    service.awaitEnd();
    assertThat(new Filings(running()).overviews())
        .endsWith(
            "before a normal stop", "before kill -9 of the service", "before kill -9 of both");
  }

  @Test
  void stopsAServerThatLostItsWatchdogToo() throws Exception {
    PackagedService killed = running();
    Notes.of(data).write("kept");
    long server = postmaster();
    Processes.killTogether(
        Stream.concat(
            Stream.of(killed.pid()),
            Processes.on(data).stream()
                .filter(process -> process.info().command().orElse("").endsWith("sh"))
                .map(ProcessHandle::pid)));
    killed.awaitEnd();
    assertThat(ProcessHandle.of(server)).as("an orphan").isPresent();
    assertThat(running().isRunning()).isTrue();
    assertThat(Notes.of(data).read()).contains("kept");
  }

  /** First, while nothing is there. */
  @Test
  @Order(1)
  void startsAfterACrashInTheMiddleOfTheFirstStart() throws Exception {
    try (PackagedService first = PackagedService.in(directory).withTestPrograms().launch()) {
      awaitHalfMade();
      first.kill();
    }
    assertThat(running().isRunning()).isTrue();
    Notes.of(data).write("works");
  }

  /** A misspelt directory is not to be found whole, nor made. */
  @Test
  void verifiesNothingWhereThereIsNoDatabase(@TempDir Path misspelt) throws Exception {
    try (PackagedService verification =
        PackagedService.in(misspelt).withTestPrograms().arguments("verify").launch()) {
      assertThat(verification.awaitEnd()).as(verification.log()).isEqualTo(2);
      assertThat(verification.log()).contains("There is no database in the data directory");
      assertThat(misspelt.resolve("gongkai-data")).doesNotExist();
    }
  }

  /**
   * As where storage hangs: connections stay open, and nothing comes. Each question has its bound:
   * readiness its own, a request the longest statement and some seconds. Before the others, one of
   * which stops this service as always.
   */
  @Test
  @Order(2)
  void aStalledDatabaseCostsAnswersAndNoRestart() throws Exception {
    PackagedService service = running();
    file("before it stalled");
    ProcessHandle server = ProcessHandle.of(postmaster()).orElseThrow();
    // The postmaster before its children, so that it makes no more of them.
    Processes.signalTogether("STOP", Stream.of(server.pid()));
    List<Long> all =
        Stream.concat(server.descendants(), Stream.of(server)).map(ProcessHandle::pid).toList();
    Processes.signalTogether("STOP", all.stream());
    try (HttpClient client = HttpClient.newHttpClient()) {
      CompletableFuture<HttpResponse<String>> read =
          client.sendAsync(request(service).build(), HttpResponse.BodyHandlers.ofString());
      CompletableFuture<HttpResponse<String>> write =
          client.sendAsync(
              request(service).PUT(HttpRequest.BodyPublishers.ofString("{}")).build(),
              HttpResponse.BodyHandlers.ofString());
      awaitReadiness(client, service, 503);
      assertThat(health(client, service, "live")).isEqualTo(200);
      for (HttpResponse<String> answer : List.of(read.get(), write.get())) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      }
      assertThat(health(client, service, "ready")).isEqualTo(503);
      assertThat(health(client, service, "live")).isEqualTo(200);
      Processes.signalTogether("CONT", all.stream());
      file("at once when it went on");
      awaitReadiness(client, service, 200);
    } finally {
      Processes.signalTogether("CONT", all.stream());
    }
    assertThat(new Filings(service).counted()).isEqualTo(FILED.size());
    assertThat(service.isRunning()).isTrue();
  }

  /** About the one organ that there is. */
  private static HttpRequest.Builder request(PackagedService service) {
    return HttpRequest.newBuilder(service.uri("/api/v1/organs/TEST-1"))
        .header("X-API-Key", PackagedService.ADMIN_KEY)
        .header("Content-Type", "application/json")
        .timeout(Duration.ofSeconds(60));
  }

  private static void awaitReadiness(HttpClient client, PackagedService service, int status)
      throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
    while (health(client, service, "ready") != status) {
      assertThat(Instant.now()).as("readiness is " + status).isBefore(deadline);
      Thread.sleep(50);
    }
  }

  private static int health(HttpClient client, PackagedService service, String what)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(service.managed("/q/health/" + what))
            .timeout(Duration.ofSeconds(10))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  /** Last, as then none is needed any more. */
  @Test
  @Order(Integer.MAX_VALUE)
  void keepsToItselfLetsNoOtherInAndEndsWithItsDatabase() throws Exception {
    PackagedService service = running();
    showsNoVariableThatTheOtherTerminalHasNot(service);
    keepsThePasswordToItsOwner(service);
    connectsWithoutIterations(service);
    refusesASecondInstanceOnTheSameDirectory();
    Processes.killTogether(Stream.of(postmaster()));
    assertThat(service.awaitEnd()).isEqualTo(1);
  }

  /** Pasted into another terminal, where no variable of the first one is set. */
  private static void showsNoVariableThatTheOtherTerminalHasNot(PackagedService service)
      throws Exception {
    assertThat(service.awaitLog("Ctrl-C"))
        .containsPattern("curl -s \\S+ -H \"X-API-Key: <[^>$]+>\"")
        .doesNotContain(PackagedService.ADMIN_KEY);
  }

  private void keepsThePasswordToItsOwner(PackagedService service) throws IOException {
    Path password = data.resolve("cluster").resolve("password");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
        .isEqualTo("rw-------");
    assertThat(Notes.of(data).password()).hasSizeGreaterThanOrEqualTo(32);
    assertThat(service.log()).doesNotContain(Notes.of(data).password());
  }

  /** It cannot be guessed, so that no connection has to be slowed down. */
  private static void connectsWithoutIterations(PackagedService service) throws Exception {
    try (Connection connection = service.superuser();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT rolname FROM pg_authid WHERE rolpassword LIKE 'SCRAM-SHA-256$1:%'")) {
      List<String> roles = new ArrayList<>();
      while (rows.next()) {
        roles.add(rows.getString(1));
      }
      assertThat(roles).containsExactlyInAnyOrder("postgres", "gongkai", "gongkai_service");
    }
  }

  private void refusesASecondInstanceOnTheSameDirectory() throws Exception {
    try (PackagedService second = PackagedService.in(directory).prepared().launch()) {
      assertThat(second.awaitEnd()).isEqualTo(1);
      assertThat(second.log())
          .contains("数据目录正被另一个公开服务实例使用：" + data)
          .contains("Another instance of Gongkai is using the data directory " + data);
    }
    Notes.of(data).write("the first goes on");
  }

  private long postmaster() throws IOException {
    return PostmasterFile.read(data.resolve("cluster").resolve("data")).orElseThrow().pid();
  }

  private void awaitHalfMade() throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
    while (!isHalfMade()) {
      assertThat(Instant.now()).as("a cluster is being made").isBefore(deadline);
      Thread.sleep(1);
    }
  }

  private boolean isHalfMade() throws IOException {
    if (!Files.isDirectory(data)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(data)) {
      return entries
          .filter(entry -> entry.getFileName().toString().startsWith("cluster."))
          .anyMatch(entry -> Files.exists(entry.resolve("data").resolve("PG_VERSION")));
    }
  }
}
