package org.gongkai.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.Seeds;
import org.gongkai.database.PackagedService;
import org.gongkai.database.Processes;
import org.gongkai.journey.Sample;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many reports in one request, and more than one instance, with the service killed in between. All
 * of it in one directory, as each start takes seconds: a test goes on with the service that the one
 * before has left, in a district of its own.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it sends signals")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InstancesIT {

  private static final String NDJSON = "application/x-ndjson";

  /** More than are filed while the first answers are read. */
  private static final int MANY = Seeds.number(800, 3_000);

  private static final int ENOUGH = 200;

  private static final String PROVINCE = "370000";

  /** Those of the province that no test has yet. */
  private static final Iterator<String> DISTRICTS =
      List.of("371002", "371003", "371082", "371083", "370602", "370611").iterator();

  @TempDir static Path directory;
  private static PackagedService service;

  private final String district = DISTRICTS.next();

  @AfterAll
  static void leavesNoProcessBehind() throws InterruptedException {
    if (service != null) {
      service.close();
      Processes.awaitNoneOn(data());
    }
  }

  private static Path data() {
    return directory.resolve("gongkai-data");
  }

  /** The one that a test before has left, or another. */
  private static PackagedService running() throws IOException, InterruptedException {
    if (service == null || !service.isRunning()) {
      service =
          PackagedService.in(directory)
              .prepared()
              .with("GONGKAI_IDEMPOTENCY_LEASE", "10s")
              .with("GONGKAI_IDEMPOTENCY_RENEW_EVERY", "1s")
              .start();
    }
    return service;
  }

  /** After a kill, the sums are those of the reports that are kept. */
  private static PackagedService again() throws IOException, InterruptedException {
    PackagedService again = running();
    Response check = request(again).post("/api/v1/rollups/checks?region=" + PROVINCE);
    assertThat(check.statusCode()).isEqualTo(200);
    assertThat(check.jsonPath().getList("differences")).isEmpty();
    int summed =
        request(again)
            .get("/api/v1/rollups/disclosure?region=000000&year=2021")
            .jsonPath()
            .getInt("coverage.reported");
    int there = request(again).get("/api/v1/reports?year=2021&limit=1").jsonPath().getInt("total");
    assertThat(summed).isEqualTo(there).isPositive();
    return again;
  }

  /**
   * Two requests for two years: one is sent again as another, one under its name. A crash holds the
   * key of a request no longer than its lease, and the work is taken up.
   */
  @Test
  void killedWhileManyAreFiledThenSentAgainEachIsThereOnce() throws Exception {
    int many = MANY;
    String name = UUID.randomUUID().toString();
    register(running(), many);
    String body = reports(many);
    String named = ofYear(body, 2022);
    killAfter(running(), ENOUGH, Map.of(UUID.randomUUID().toString(), body, name, named));
    PackagedService again = again();
    int kept = counted(again, 2021);
    System.out.printf("%d of %d reports were kept before the kill%n", kept, many);
    int keptOfTheNamed = counted(again, 2022);
    assertThat(List.of(kept, keptOfTheNamed)).allMatch(number -> number >= ENOUGH);
    assertThat(kept + keptOfTheNamed).isLessThan(2 * many); // one may have had more turns
    sentAgainEachIsThereOnce(again, body, kept);
    takenUpUnderItsName(again, named, name);
    Response page = request(again).get("/api/v1/changes?limit=1");
    assertThat(page.statusCode()).isEqualTo(200);
  }

  private void sentAgainEachIsThereOnce(PackagedService again, String body, int kept) {
    int many = MANY;
    JsonPath summary = JsonPath.from(send(again, body).lines().toList().getLast());
    assertThat(summary.getInt("summary.created")).isEqualTo(many - kept);
    assertThat(summary.getInt("summary.unchanged")).isEqualTo(kept);
    assertThat(counted(again, 2021)).isEqualTo(many);
    request(again)
        .get("/api/v1/reports?limit=1&year=2021&region=" + district)
        .then()
        .body("total", equalTo(many))
        .body("items[0].revision", equalTo(1));
  }

  private void takenUpUnderItsName(PackagedService service, String body, String name)
      throws Exception {
    Response again = sent(service, body, name);
    while (again.statusCode() != 200) {
      assertThat(again.statusCode()).isEqualTo(409);
      assertThat(again.jsonPath().getString("code")).isEqualTo("request-in-flight");
      Thread.sleep(1_000L * Integer.parseInt(again.header("Retry-After")));
      again = sent(service, body, name);
    }
    JsonPath summary = JsonPath.from(again.asString().lines().toList().getLast());
    assertThat(summary.getInt("summary.lines")).isEqualTo(MANY);
    assertThat(summary.getInt("summary.refused")).isZero();
    assertThat(counted(service, 2022)).isEqualTo(MANY);
    assertThat(sent(service, body + "\n" + report(1, 7), name).statusCode()).isEqualTo(422);
  }

  /** With more of them than there are connections, none fails that would have succeeded alone. */
  @Test
  void fiftyNamedFilingsInBulkAtOnceAllSucceed() throws Exception {
    int callers = 50;
    PackagedService service = running();
    register(service, callers);
    List<Callable<Response>> calls = new ArrayList<>();
    for (int i = 1; i <= callers; i++) {
      String body = report(i, i) + "\n" + report(i, i).replace("2021", "2022");
      calls.add(() -> sent(service, body, UUID.randomUUID().toString()));
    }
    try (ExecutorService hands = Executors.newFixedThreadPool(callers)) {
      for (Future<Response> call : hands.invokeAll(calls)) {
        assertThat(call.get().statusCode()).as(call.get().asString()).isEqualTo(200);
        String last = call.get().asString().lines().toList().getLast();
        assertThat(JsonPath.from(last).getInt("summary.created")).isEqualTo(2);
      }
    }
  }

  /**
   * Killed at some moment of correcting and folding, the sums are those of the reports that are
   * kept; the other tests kill it while reports are filed for the first time.
   */
  @Test
  void killedWhileSumsAreFoldedTheyAreThoseOfTheReports() throws Exception {
    int many = 600;
    Random random = new Random(4);
    register(running(), many);
    send(running(), reports(many));
    killAfter(
        running(),
        100 + random.nextInt(400),
        Map.of(UUID.randomUUID().toString(), reports(many, 1)));
    assertThat(counted(again(), 2021)).isEqualTo(many);
  }

  /**
   * Killed while many file one by one, and share transactions: what was answered is there, once,
   * and what was not can be sent again under its name.
   */
  @Test
  void killedWhileManyFileOneByOneNothingAnsweredIsLost() throws Exception {
    int many = 400;
    List<String> names =
        IntStream.rangeClosed(0, many).mapToObj(i -> UUID.randomUUID().toString()).toList();
    Map<Integer, Response> answered = new ConcurrentHashMap<>();
    PackagedService killed = running();
    register(killed, many);
    CountDownLatch enough = new CountDownLatch(many / 3);
    List<Future<Response>> sent = new ArrayList<>();
    try (ExecutorService hands = Executors.newFixedThreadPool(16)) {
      for (int i = 1; i <= many; i++) {
        int organ = i;
        sent.add(
            hands.submit(
                () -> {
                  Response answer = fileNamed(killed, organ, names.get(organ));
                  answered.put(organ, answer);
                  enough.countDown();
                  return answer;
                }));
      }
      enough.await();
      killed.kill();
      hands.shutdownNow();
    }
    assertThat(sent.stream().filter(Future::isDone)).hasSizeGreaterThanOrEqualTo(many / 3);
    assertThat(answered.values()).allMatch(answer -> answer.statusCode() == 201);
    assertThat(answered).hasSizeBetween(many / 3, many - 1);
    PackagedService service = again();
    int kept = counted(service, 2021);
    System.out.printf("%d of %d reports were kept, %d answered%n", kept, many, answered.size());
    assertThat(kept).isBetween(answered.size(), many);
    for (int organ = 1; organ <= many; organ++) {
      Response again = fileNamed(service, organ, names.get(organ));
      assertThat(again.statusCode()).isEqualTo(201);
      Response before = answered.get(organ);
      if (before != null) {
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.asString()).isEqualTo(before.asString());
      }
    }
    assertThat(counted(service, 2021)).isEqualTo(many);
    request(service)
        .get("/api/v1/reports?limit=1&region=" + district)
        .then()
        .body("total", equalTo(many));
    request(service)
        .get("/api/v1/audit?outcome=done&organ=" + code(1))
        .then()
        .body("items.findAll { it.action == 'fileReport' }.size()", equalTo(1));
  }

  private Response fileNamed(PackagedService service, int organ, String name) {
    return request(service)
        .header("Idempotency-Key", name)
        .body(report(organ, organ))
        .post("/api/v1/reports");
  }

  /** Last, since it looks at what all tests have written. */
  @Test
  @Order(Integer.MAX_VALUE)
  void twoInstancesAreAsOne() throws Exception {
    PackagedService first = running();
    try (PackagedService second = beside(first)) {
      register(first, 40);
      request(second).get("/api/v1/organs/" + code(1)).then().statusCode(200);
      String key =
          request(first)
              .body(Map.of("role", "office", "region", district))
              .post("/api/v1/keys")
              .then()
              .statusCode(201)
              .extract()
              .path("key");
      given()
          .baseUri(second.uri("").toString())
          .header("X-API-Key", key)
          .get("/api/v1/caller")
          .then()
          .statusCode(200);
      theSameRequestAtBothIsCarriedOutOnce(first, second);
      noCorrectionIsLost(first, second);
      everyChangeIsToldOnceAndInOrder(first, second);
      whoNeedsTheSameOrgansAtBothIsNotCaught(first, second);
      assertThat(second.stop()).isEqualTo(143);
      assertThat(first.stop()).isEqualTo(143);
    }
    allIsWholeAndNothingElseIsWritten();
  }

  /** What several instances have written at once, and some of them while they were killed. */
  private void allIsWholeAndNothingElseIsWritten() throws Exception {
    try (PackagedService verification =
        PackagedService.in(directory).prepared().arguments("verify", "verified").launch()) {
      assertThat(verification.awaitEnd()).as(verification.log()).isZero();
      assertThat(verification.log()).contains("Nothing is wrong");
      assertThat(directory.resolve("verified")).doesNotExist();
    }
  }

  private PackagedService beside(PackagedService first) throws IOException, InterruptedException {
    return onDatabaseOf(first, Files.createDirectory(directory.resolve("second"))).start();
  }

  private PackagedService.Setup onDatabaseOf(PackagedService first, Path own)
      throws IOException, InterruptedException {
    assertThat(first.isRunning()).isTrue();
    List<String> postmaster =
        Files.readAllLines(data().resolve("cluster").resolve("data").resolve("postmaster.pid"));
    String password = Files.readString(data().resolve("cluster").resolve("password")).strip();
    return PackagedService.in(own)
        .with(
            "QUARKUS_DATASOURCE_JDBC_URL",
            "jdbc:postgresql://127.0.0.1:" + postmaster.get(3) + "/gongkai")
        .with("QUARKUS_DATASOURCE_USERNAME", "gongkai_service")
        .with("QUARKUS_DATASOURCE_PASSWORD", password)
        .with("QUARKUS_FLYWAY_USERNAME", "gongkai")
        .with("QUARKUS_FLYWAY_PASSWORD", password);
  }

  private void theSameRequestAtBothIsCarriedOutOnce(PackagedService first, PackagedService second)
      throws Exception {
    String name = UUID.randomUUID().toString();
    List<Integer> statuses =
        atOnce(
            IntStream.range(0, 16)
                .<Callable<Integer>>mapToObj(
                    i ->
                        () ->
                            request(i % 2 == 0 ? first : second)
                                .header("Idempotency-Key", name)
                                .body(report(1, 0))
                                .post("/api/v1/reports")
                                .statusCode())
                .toList());
    assertThat(statuses).contains(201).isSubsetOf(201, 409);
    request(second).get("/api/v1/reports?organ=" + code(1)).then().body("total", equalTo(1));
  }

  private void noCorrectionIsLost(PackagedService first, PackagedService second) throws Exception {
    int id = request(first).get("/api/v1/organs/" + code(1) + "/reports/2021").path("id");
    List<Callable<Integer>> writers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      PackagedService service = i % 2 == 0 ? first : second;
      writers.add(() -> addOne(service, id));
    }
    assertThat(atOnce(writers)).containsOnly(200);
    request(first)
        .get("/api/v1/reports/" + id)
        .then()
        .body("revision", equalTo(17))
        .body("disclosure.licensing.decisions", equalTo(16));
  }

  private int addOne(PackagedService service, int id) {
    while (true) {
      Response read = request(service).get("/api/v1/reports/" + id);
      int decisions = read.path("disclosure.licensing.decisions");
      int status =
          request(service)
              .header("If-Match", read.header("ETag"))
              .body(report(1, decisions + 1))
              .put("/api/v1/reports/" + id)
              .statusCode();
      if (status != 412) {
        return status;
      }
    }
  }

  private void everyChangeIsToldOnceAndInOrder(PackagedService first, PackagedService second)
      throws Exception {
    List<Callable<Integer>> writers = new ArrayList<>();
    for (int i = 2; i <= 40; i++) {
      int organ = i;
      PackagedService service = i % 2 == 0 ? first : second;
      writers.add(
          () -> request(service).body(report(organ, 0)).post("/api/v1/reports").statusCode());
    }
    CompletableFuture<List<Integer>> filing =
        CompletableFuture.supplyAsync(() -> atOnceUnchecked(writers));
    List<String> told = new ArrayList<>();
    long after = 0;
    boolean last = false;
    for (PackagedService service = first; ; service = service == first ? second : first) {
      boolean done = filing.isDone();
      JsonPath page =
          request(service)
              .get("/api/v1/changes?kind=report.submitted&region=" + district + "&after=" + after)
              .jsonPath();
      page.getList("items", Map.class)
          .forEach(change -> told.add(change.get("organ") + "/" + change.get("revision")));
      after = page.getLong("next");
      if (last) {
        break;
      }
      last = done && page.getList("items").isEmpty();
    }
    assertThat(filing.get()).containsOnly(201);
    assertThat(new HashSet<>(told)).hasSameSizeAs(told);
    assertThat(told).hasSize(17 + 39);
    String corrected = code(1) + "/";
    assertThat(told.stream().filter(t -> t.startsWith(corrected)))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 17).mapToObj(n -> corrected + n).toList());
  }

  /** Groups of both instances need the same organs, in opposite orders. */
  private void whoNeedsTheSameOrgansAtBothIsNotCaught(PackagedService first, PackagedService second)
      throws Exception {
    int organs = 40;
    List<Callable<Integer>> writers = new ArrayList<>();
    for (int i = 1; i <= organs; i++) {
      int up = i;
      int down = organs + 1 - i;
      writers.add(() -> putOf2022(first, up, 1));
      writers.add(() -> putOf2022(second, down, 2));
    }
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService hands = Executors.newFixedThreadPool(32)) {
      for (Future<Integer> answer : hands.invokeAll(writers)) {
        statuses.add(answer.get());
      }
    }
    assertThat(statuses).containsOnly(200, 201);
    assertThat(statuses.stream().filter(status -> status == 201)).hasSize(organs);
    List<Integer> revisions =
        request(first)
            .get("/api/v1/reports?year=2022&limit=100&region=" + district)
            .jsonPath()
            .getList("items.revision");
    assertThat(revisions).hasSize(organs).containsOnly(2);
  }

  private int putOf2022(PackagedService service, int organ, int decisions) {
    return request(service)
        .body(report(organ, decisions).replace("2021", "2022"))
        .put("/api/v1/organs/" + code(organ) + "/reports/2022")
        .statusCode();
  }

  private static List<Integer> atOnceUnchecked(List<Callable<Integer>> calls) {
    try {
      return atOnce(calls);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
    List<Integer> answers = new ArrayList<>();
    try (ExecutorService hands = Executors.newFixedThreadPool(8)) {
      for (Future<Integer> answer : hands.invokeAll(calls)) {
        answers.add(answer.get());
      }
    }
    return answers;
  }

  /**
   * Sends reports in bulk, each request under its name and all at once, reads a few answers of
   * each, and kills the service while it is still filing.
   */
  private static void killAfter(PackagedService service, int answers, Map<String, String> bodies)
      throws Exception {
    CountDownLatch enough = new CountDownLatch(bodies.size());
    HttpClient client = HttpClient.newHttpClient();
    List<Future<Integer>> reading = new ArrayList<>();
    try (ExecutorService hands = Executors.newFixedThreadPool(bodies.size())) {
      try {
        bodies.forEach(
            (name, body) ->
                reading.add(
                    hands.submit(
                        () -> {
                          try {
                            return readAnswers(client, service, name, body, answers);
                          } finally {
                            enough.countDown();
                          }
                        })));
        enough.await();
      } finally {
        service.kill();
        client.shutdownNow();
      }
    }
    for (Future<Integer> read : reading) {
      assertThat(read.get()).isEqualTo(answers);
    }
  }

  private static int readAnswers(
      HttpClient client, PackagedService service, String name, String body, int answers)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(service.uri("/api/v1/reports/bulk"))
            .header("X-API-Key", PackagedService.ADMIN_KEY)
            .header("Idempotency-Key", name)
            .header("Content-Type", NDJSON)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<Stream<String>> response =
        client.send(request, HttpResponse.BodyHandlers.ofLines());
    assertThat(response.statusCode()).isEqualTo(200);
    Iterator<String> lines = response.body().iterator();
    int read = 0;
    while (read < answers) {
      assertThat(Sample.json(lines.next()).get("status").intValue()).isIn(200, 201);
      read++;
    }
    return read;
  }

  private static String send(PackagedService service, String body) {
    return sent(service, body, UUID.randomUUID().toString()).asString();
  }

  private static Response sent(PackagedService service, String body, String name) {
    return given()
        .baseUri(service.uri("").toString())
        .header("Idempotency-Key", name)
        .header("X-API-Key", PackagedService.ADMIN_KEY)
        .config(
            RestAssuredConfig.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig().encodeContentTypeAs(NDJSON, ContentType.TEXT)))
        .header("Content-Type", NDJSON)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/reports/bulk");
  }

  private void register(PackagedService service, int organs) {
    String csv =
        IntStream.rangeClosed(1, organs)
            .mapToObj(i -> code(i) + ",第" + i + "局," + district + ",department")
            .collect(Collectors.joining("\n", "code,name,region,kind\n", "\n"));
    given()
        .baseUri(service.uri("").toString())
        .header("X-API-Key", PackagedService.ADMIN_KEY)
        .contentType("text/csv")
        .body(csv.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/organs/import")
        .then()
        .statusCode(200)
        .body("created", equalTo(organs));
  }

  private String reports(int many) {
    return reports(many, 0);
  }

  private static String ofYear(String reports, int year) {
    return reports.replace("\"year\":2021", "\"year\":" + year);
  }

  /** Other figures for each version. */
  private String reports(int many, int version) {
    return IntStream.rangeClosed(1, many)
        .mapToObj(i -> report(i, i + 10_000 * version))
        .collect(Collectors.joining("\n"));
  }

  private String code(int organ) {
    return "T-" + district + "-" + organ;
  }

  private String report(int organ, int decisions) {
    return """
    {"organ":"%s","year":2021,"nil":["applications","contests"],\
    "disclosure":{"rules":{"issued":0,"repealed":0,"inForce":0},\
    "normativeDocuments":{"issued":0,"repealed":0,"inForce":0},\
    "licensing":{"decisions":%d},"penalties":{"decisions":0},"compulsion":{"decisions":0},"fees":{"amount":0}}}\
    """
        .formatted(code(organ), decisions);
  }

  private int counted(PackagedService service, int year) {
    return request(service)
        .get("/api/v1/rollups/disclosure?year=" + year + "&region=" + district)
        .jsonPath()
        .getInt("coverage.reported");
  }

  private static RequestSpecification request(PackagedService service) {
    return given()
        .baseUri(service.uri("").toString())
        .header("X-API-Key", PackagedService.ADMIN_KEY)
        .contentType(ContentType.JSON);
  }
}
