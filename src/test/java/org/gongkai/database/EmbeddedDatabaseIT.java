package org.gongkai.database;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.net.URI;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private static final String[] NOBODY = {
    "setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"
  };

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
    try (PackagedService service = PackagedService.in(directory).launch()) {
      awaitHalfMade();
      service.kill();
    }
    try (PackagedService service = PackagedService.in(directory).start()) {
      Notes.of(data).write("works");
      service.stop();
    }
  }

  @Test
  void refusesASecondInstanceOnTheSameDirectory() throws Exception {
    try (PackagedService first = PackagedService.in(directory).prepared().start();
        PackagedService second = PackagedService.in(directory).prepared().launch()) {
      assertThat(second.awaitEnd()).isEqualTo(1);
      assertThat(second.log())
          .contains("数据目录正被另一个公开服务实例使用：" + data)
          .contains("Another instance of Gongkai is using the data directory " + data);
      Notes.of(data).write("the first goes on");
      first.stop();
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

  @Test
  void endsWhenItsDatabaseIsKilled() throws Exception {
    try (PackagedService service = PackagedService.in(directory).prepared().start()) {
      Processes.killTogether(Stream.of(postmaster()));
      assertThat(service.awaitEnd()).isEqualTo(1);
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

  @Test
  void showsWhoStartsItByHandARequestThatWorks() throws Exception {
    try (PackagedService service =
        PackagedService.in(directory)
            .prepared()
            .without("GONGKAI_ADMIN_KEY")
            .with("GONGKAI_WELCOME", "true")
            .start()) {
      Matcher request =
          Pattern.compile("curl -s (\\S+) -H \"X-API-Key: (\\S+)\"")
              .matcher(service.awaitLog("Ctrl-C"));
      assertThat(request.find()).isTrue();
      given()
          .header("X-API-Key", request.group(2))
          .get(URI.create(request.group(1)))
          .then()
          .statusCode(200)
          .body("role", equalTo("admin"));
      service.stop();
    }
  }

  /**
   * What no running Java can change, it gets by being begun again: the same process, all the same.
   */
  @Test
  void aPlainStartHasABoundOfTheHeapAndEndsWithoutMemory() throws Exception {
    assumeTrue(Runtime.version().feature() >= 22, "an older Java cannot call the system");
    assumeTrue(isLinux(), "elsewhere a process cannot become another");
    try (PackagedService service =
        PackagedService.in(directory).prepared().withoutOptions().start()) {
      assertThat(service.log())
          .contains("Heap: 224 MB at most")
          .doesNotContain("-XX:+ExitOnOutOfMemoryError is not set", "WARNING:", "[warning]");
      new Filings(service).file(2021, "works");
      assertThat(service.stop()).isEqualTo(143);
    }
    try (PackagedService service =
        PackagedService.in(directory)
            .prepared()
            .withoutOptions()
            .with("GONGKAI_RELAUNCH", "false")
            .start()) {
      assertThat(service.log()).contains("-XX:+ExitOnOutOfMemoryError is not set");
      service.stop();
    }
  }

  /** Pasted into another terminal, where no variable of the first one is set. */
  @Test
  void showsNoVariableThatTheOtherTerminalHasNot() throws Exception {
    try (PackagedService service =
        PackagedService.in(directory).prepared().with("GONGKAI_WELCOME", "true").start()) {
      String shown = service.awaitLog("Ctrl-C");
      assertThat(shown)
          .containsPattern("curl -s \\S+ -H \"X-API-Key: <[^>$]+>\"")
          .doesNotContain(PackagedService.ADMIN_KEY);
      service.stop();
    }
  }

  @Test
  void keepsThePasswordToItsOwner() throws Exception {
    try (PackagedService service = PackagedService.in(directory).prepared().start()) {
      Path password = data.resolve("cluster").resolve("password");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
          .isEqualTo("rw-------");
      assertThat(Notes.of(data).password()).hasSizeGreaterThanOrEqualTo(32);
      assertThat(service.log()).doesNotContain(Notes.of(data).password());
      service.stop();
    }
  }

  @Test
  void runsForAnOrdinaryUser() throws Exception {
    assumeTrue(isRoot(), "as an ordinary user every other test here shows it");
    Path application = forEverybody();
    try (PackagedService service =
        PackagedService.in(directory).from(application).through(NOBODY).start()) {
      assertThat(Files.getAttribute(data, "unix:uid")).isEqualTo(65534);
      Notes.of(data).write("by nobody");
      service.stop();
    }
    // Somebody then starts it as root: the directory remembers whose it is.
    try (PackagedService service = PackagedService.in(directory).start()) {
      assertThat(Notes.of(data).read()).containsExactly("by nobody");
      service.stop();
    }
  }

  @Test
  void runsForRootWhereNamespacesAreForbidden() throws Exception {
    assumeTrue(isRoot(), "needs root, as a container without a user has it");
    Path forbidden = Files.createDirectory(directory.resolve("bin")).resolve("unshare");
    Files.writeString(forbidden, "#!/bin/sh\necho 'Operation not permitted' >&2; exit 1\n");
    Files.setPosixFilePermissions(forbidden, PosixFilePermissions.fromString("rwxr-xr-x"));
    // Neither may the directories above be closed to others, which is the one thing to ask for.
    String path = forbidden.getParent() + ":" + System.getenv("PATH");
    try (PackagedService service = PackagedService.in(directory).with("PATH", path).start()) {
      assertThat(Files.getAttribute(data, "unix:uid")).isEqualTo(65534);
      Notes.of(data).write("by root");
      service.stop();
    }
  }

  private long postmaster() throws IOException {
    return PostmasterFile.read(data.resolve("cluster").resolve("data")).orElseThrow().pid();
  }

  private static boolean isLinux() {
    return System.getProperty("os.name").equals("Linux");
  }

  private static boolean isRoot() {
    return new UnixSystem().getUid() == 0;
  }

  /** The build may lie where an ordinary user cannot read. */
  private Path forEverybody() throws IOException {
    Path application = directory.resolve("application");
    Command.run(List.of("cp", "-r", "target/quarkus-app", application.toString()), "").orFail();
    Command.run(List.of("chmod", "-R", "a+rX", application.toString()), "").orFail();
    return application;
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
