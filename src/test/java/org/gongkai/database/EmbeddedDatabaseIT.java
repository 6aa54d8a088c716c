package org.gongkai.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.gongkai.platform.Filings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does to the service and its database, and what must hold afterwards. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it sends signals")
class EmbeddedDatabaseIT {

  @TempDir Path directory;
  private Path data;

  @BeforeEach
  void letEverybodyIn() throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
    data = directory.resolve("gongkai-data");
  }

  @AfterEach
  void leavesNoProcessBehind() throws InterruptedException {
    Processes.awaitNoneOn(data);
  }

  @Test
  void keepsEveryReportThatWasAnswered201HoweverTheServiceEnds() throws Exception {
    try (PackagedService service = PackagedService.in(directory).prepared().start()) {
      new Filings(service).file(2019, "before a normal stop");
      assertThat(service.stop()).as("killed by SIGTERM, as a shell counts").isEqualTo(143);
      assertThat(Processes.on(data)).as("stopped before the service was gone").isEmpty();
    }
    try (PackagedService service = PackagedService.in(directory).prepared().start()) {
      new Filings(service).file(2020, "before kill -9 of the service");
      service.kill();
    }
    // At once, while the server may still be stopping.
    try (PackagedService service = PackagedService.in(directory).prepared().start()) {
      new Filings(service).file(2021, "before kill -9 of both");
      Processes.killTogether(
          Stream.concat(
              Stream.of(service.pid()), Processes.on(data).stream().map(ProcessHandle::pid)));
      service.awaitEnd();
    }
    try (PackagedService service = PackagedService.in(directory).prepared().start()) {
      assertThat(new Filings(service).counted()).isEqualTo(3);
      assertThat(new Filings(service).overviews())
          .containsExactly(
              "before a normal stop", "before kill -9 of the service", "before kill -9 of both");
      service.stop();
    }
  }

  @Test
  void stopsAServerThatLostItsWatchdogToo() throws Exception {
    try (PackagedService service = PackagedService.in(directory).prepared().start()) {
      Notes.of(data).write("kept");
      long server = postmaster();
      Processes.killTogether(
          Stream.concat(
              Stream.of(service.pid()),
              Processes.on(data).stream()
                  .filter(process -> process.info().command().orElse("").endsWith("sh"))
                  .map(ProcessHandle::pid)));
      service.awaitEnd();
      assertThat(ProcessHandle.of(server)).as("an orphan").isPresent();
    }
    try (PackagedService service = PackagedService.in(directory).prepared().start()) {
      assertThat(Notes.of(data).read()).containsExactly("kept");
      service.stop();
    }
  }

  @Test
  void startsAfterACrashInTheMiddleOfTheFirstStart() throws Exception {
    try (PackagedService service = PackagedService.in(directory).withTestPrograms().launch()) {
      awaitHalfMade();
      service.kill();
    }
    try (PackagedService service = PackagedService.in(directory).withTestPrograms().start()) {
      Notes.of(data).write("works");
      service.stop();
    }
  }

  /** A misspelt directory is not to be found whole, nor made. */
  @Test
  void verifiesNothingWhereThereIsNoDatabase() throws Exception {
    try (PackagedService verification =
        PackagedService.in(directory).withTestPrograms().arguments("verify").launch()) {
      assertThat(verification.awaitEnd()).as(verification.log()).isEqualTo(2);
      assertThat(verification.log()).contains("There is no database in the data directory");
      assertThat(data).doesNotExist();
    }
  }

  /**
   * As where storage hangs: connections stay open, and nothing comes. Each question has its bound:
   * readiness its own, a request the longest statement and some seconds.
   */
  @Test
  void aStalledDatabaseCostsAnswersAndNoRestart() throws Exception {
    try (PackagedService service =
        PackagedService.in(directory)
            .prepared()
            .with("GONGKAI_DATABASE_STATEMENT_TIMEOUT", "3s")
            .start()) {
      Filings filings = new Filings(service);
      filings.file(2020, "before it stalled");
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
        filings.file(2021, "at once when it went on");
        awaitReadiness(client, service, 200);
      } finally {
        Processes.signalTogether("CONT", all.stream());
      }
      assertThat(filings.counted()).isEqualTo(2);
      assertThat(service.stop()).isEqualTo(143);
    }
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

  /** One service for all of it, as each start takes seconds. */
  @Test
  void keepsToItselfLetsNoOtherInAndEndsWithItsDatabase() throws Exception {
    try (PackagedService service =
        PackagedService.in(directory).prepared().with("GONGKAI_WELCOME", "true").start()) {
      showsNoVariableThatTheOtherTerminalHasNot(service);
      keepsThePasswordToItsOwner(service);
      refusesASecondInstanceOnTheSameDirectory();
      Processes.killTogether(Stream.of(postmaster()));
      assertThat(service.awaitEnd()).isEqualTo(1);
    }
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
