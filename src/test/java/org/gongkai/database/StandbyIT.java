package org.gongkai.database;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.journey.Sample;
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
 * A server that the house already has, with a synchronous standby: an instance that writes, one
 * that reads at the standby, and what both do when the primary is lost. With what notices that and
 * decides, and with a proxy, {@code deploy/ha/rehearse} shows it.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it sends signals")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StandbyIT {

  private static final String DATABASE = "house";
  private static final String OWNER = "house_owner";
  private static final String SERVICE = "house_service";

  private static final String STALENESS = "Gongkai-Staleness";
  private static final int ORGANS = 2_000;

  @TempDir static Path directory;
  private static PrimaryAndStandby servers;
  private static PackagedService writing;
  private static PackagedService reading;
  private static Load load;

  @BeforeAll
  static void startServers() throws Exception {
    DebianPostgres.assumeInstalled();
    servers = PrimaryAndStandby.start(directory);
    makeRoles();
  }

  @AfterAll
  static void stop() throws IOException {
    for (PackagedService service : new PackagedService[] {writing, reading}) {
      if (service != null) {
        service.close();
      }
    }
    if (servers != null) {
      servers.close();
    }
  }

  /** By the script that operators run. */
  private static void makeRoles() throws IOException, InterruptedException {
    ProcessBuilder script = new ProcessBuilder("sh", "deploy/database/roles.sh");
    script
        .environment()
        .putAll(
            Map.of(
                "PGHOST",
                "127.0.0.1",
                "PGPORT",
                Integer.toString(servers.port()),
                "PGUSER",
                PrimaryAndStandby.SUPERUSER,
                "PGPASSWORD",
                PrimaryAndStandby.PASSWORD,
                "GONGKAI_DATABASE",
                DATABASE,
                "GONGKAI_OWNER",
                OWNER,
                "GONGKAI_SERVICE",
                SERVICE,
                "GONGKAI_OWNER_PASSWORD",
                PrimaryAndStandby.PASSWORD,
                "GONGKAI_SERVICE_PASSWORD",
                PrimaryAndStandby.PASSWORD));
    Process process = script.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).isEmpty();
  }

  private static PackagedService.Setup instance(String name, int port) throws IOException {
    return PackagedService.in(Files.createDirectory(directory.resolve(name)))
        .with("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE)
        .with("QUARKUS_DATASOURCE_USERNAME", SERVICE)
        .with("QUARKUS_DATASOURCE_PASSWORD", PrimaryAndStandby.PASSWORD);
  }

  /** One of several, none of which migrates. */
  private static PackagedService.Setup replica(String name) throws IOException {
    return instance(name, servers.port())
        .with("QUARKUS_FLYWAY_MIGRATE_AT_START", "false")
        .with("QUARKUS_FLYWAY_VALIDATE_AT_START", "true");
  }

  @Test
  @Order(1)
  void refusesToServeAnOlderSchemaWhereItMayNotMigrate() throws Exception {
    try (PackagedService early = replica("early").launch()) {
      assertThat(early.awaitEnd()).isEqualTo(1);
      assertThat(early.log()).contains("Detected resolved migration not applied to database");
    }
  }

  /** The owner migrates, once; instances have a role that owns nothing, and no other password. */
  @Test
  @Order(2)
  void migratesOnceForSeveralInstances() throws Exception {
    try (PackagedService migration =
        instance("migration", servers.port())
            .with("QUARKUS_FLYWAY_USERNAME", OWNER)
            .with("QUARKUS_FLYWAY_PASSWORD", PrimaryAndStandby.PASSWORD)
            .arguments("migrate")
            .launch()) {
      assertThat(migration.awaitEnd()).as(migration.log()).isEqualTo(0);
      assertThat(migration.log()).contains("The schema is up to date").doesNotContain("http://");
    }
    nextReleaseHasMigrated();
    writing =
        replica("writing")
            .with("GONGKAI_IDEMPOTENCY_LEASE", "10s")
            .with("GONGKAI_IDEMPOTENCY_RENEW_EVERY", "1s")
            .start();
    reading =
        instance("reading", servers.standbyPort())
            .with("GONGKAI_READ_ONLY", "true")
            .with("GONGKAI_READ_ONLY_REASON", "数据库迁移中")
            .start();
    try (Connection connection = PrimaryAndStandby.connect(servers.port(), DATABASE, SERVICE);
        var statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("DELETE FROM receipt"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> statement.execute("ALTER TABLE receipt OWNER TO " + SERVICE))
          .hasMessageContaining("must be owner");
    }
    register();
    load = new Load(writing);
  }

  /** The version before works beside it, and again where the next one is taken back. */
  private static void nextReleaseHasMigrated() throws SQLException {
    try (Connection connection = PrimaryAndStandby.connect(servers.port(), DATABASE, OWNER);
        var statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,
            checksum, installed_by, execution_time, success)
          VALUES (9999, '9999', 'next release', 'SQL', 'V9999__next_release.sql', 0, 'gongkai', 0, true),
            (10000, NULL, 'names', 'SQL', 'R__names.sql', 1, 'gongkai', 0, true)
          """);
    }
  }

  @Test
  @Order(3)
  void whereNothingIsWrittenAllIsRead() throws Exception {
    load.fileOne();
    PrimaryAndStandby.await("the standby has the report", () -> reported(reading) == 1);
    request(reading)
        .header("Accept-Language", "zh")
        .body(report(1))
        .put("/api/v1/organs/" + code(1) + "/reports/2020")
        .then()
        .statusCode(503)
        .header("Retry-After", equalTo("120"))
        .body("detail", startsWith("数据库迁移中"));
    for (String read :
        List.of(
            "/api/v1/reports?limit=1",
            "/api/v1/changes?limit=1",
            "/api/v1/rollups/disclosure?year=2021&region=371002",
            "/api/v1/coverage?year=2021&region=371002",
            "/api/v1/keys")) {
      Response answer = request(reading).get(read);
      assertThat(answer.statusCode()).as(read).isEqualTo(200);
      assertThat(Integer.parseInt(answer.header(STALENESS))).isLessThan(30);
    }
    assertThat(request(writing).get("/api/v1/keys").header(STALENESS)).isNull();
    assertThat(reading.log()).doesNotContain("ERROR");
  }

  /** What is acknowledged meanwhile is on its disk, and is not shown. */
  @Test
  @Order(4)
  void whatIsBehindSaysByHowMuch() throws Exception {
    int before = reported(reading);
    servers.pauseStandby();
    load.fileOne();
    long acknowledged = System.nanoTime();
    PrimaryAndStandby.await(
        "three seconds are said",
        () -> {
          long asked = System.nanoTime();
          Response answer = rollup(reading);
          assertThat(answer.jsonPath().getInt("coverage.reported")).isEqualTo(before);
          Duration said = Duration.ofSeconds(Long.parseLong(answer.header(STALENESS)));
          assertThat(said).isGreaterThanOrEqualTo(Duration.ofNanos(asked - acknowledged));
          return said.toSeconds() >= 3;
        });
    servers.resumeStandby();
    PrimaryAndStandby.await("it has caught up", () -> reported(reading) == before + 1);
  }

  /** While many file: nothing that was acknowledged is lost, and who reads is answered. */
  @Test
  @Order(5)
  void losesThePrimaryAndNothingElse() throws Exception {
    load.begin();
    load.awaitMore(60);
    servers.losePrimary();
    PrimaryAndStandby.await("somebody is refused", () -> load.refused.get() > 0);
    for (int i = 0; i < 5; i++) {
      Response answer = rollup(reading);
      assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
      assertThat(answer.header(STALENESS)).isNotNull();
    }
    assertThat(writing.isRunning()).isTrue();
    servers.promote();
    load.awaitMore(60);
    load.end();

    assertThat(load.wrong).isEmpty();
    assertThat(load.slowestRefusal()).isLessThan(Duration.ofSeconds(20));
    assertThat(receipts()).containsExactlyInAnyOrderEntriesOf(load.receipts);
    int filed = load.receipts.size();
    assertThat(reported(writing)).isEqualTo(filed);
    Response check = request(writing).post("/api/v1/rollups/checks?region=370000");
    assertThat(check.statusCode()).isEqualTo(200);
    assertThat(check.jsonPath().getList("differences")).isEmpty();
    everyFilingIsToldOnceAndInOrder();
    PrimaryAndStandby.await(
        "it is no standby any more", () -> rollup(reading).header(STALENESS) == null);
    assertThat(reported(reading)).isEqualTo(filed);
    assertThat(reading.stop()).isEqualTo(143);
    assertThat(writing.stop()).isEqualTo(143);
  }

  private static void everyFilingIsToldOnceAndInOrder() {
    List<Long> positions = new ArrayList<>();
    List<String> organs = new ArrayList<>();
    long after = 0;
    while (true) {
      JsonPath page =
          request(writing)
              .get("/api/v1/changes?limit=1000&kind=report.submitted&after=" + after)
              .jsonPath();
      if (page.getList("items").isEmpty()) {
        break;
      }
      positions.addAll(page.getList("items.position", Long.class));
      organs.addAll(page.getList("items.organ", String.class));
      after = page.getLong("next");
    }
    assertThat(positions).isSorted().doesNotHaveDuplicates();
    assertThat(organs).doesNotHaveDuplicates().hasSameSizeAs(load.receipts.keySet());
  }

  private static Map<String, String> receipts() throws SQLException {
    Map<String, String> receipts = new TreeMap<>();
    try (Connection connection = PrimaryAndStandby.connect(servers.port(), DATABASE, OWNER);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT number, encode(digest, 'hex') FROM receipt")) {
      while (rows.next()) {
        receipts.put(rows.getString(1), rows.getString(2));
      }
    }
    return receipts;
  }

  /**
   * Files, each report again under its name until it is acknowledged, as a careful client does; and
   * remembers what it was answered.
   */
  private static final class Load {

    private static final int WRITERS = 4;

    private final PackagedService service;
    private final AtomicInteger organ = new AtomicInteger();
    private final Map<String, String> receipts = new ConcurrentHashMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Queue<Duration> refusals = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final ExecutorService hands = Executors.newFixedThreadPool(WRITERS);
    private volatile boolean ended;

    Load(PackagedService service) {
      this.service = service;
    }

    void begin() {
      for (int i = 0; i < WRITERS; i++) {
        hands.execute(
            () -> {
              try {
                while (!ended) {
                  fileOne();
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              } catch (RuntimeException e) {
                wrong.add(e.toString());
              }
            });
      }
    }

    void fileOne() throws InterruptedException {
      String name = UUID.randomUUID().toString();
      String report = report(organ.incrementAndGet());
      while (true) {
        long begin = System.nanoTime();
        Response answer =
            request(service).header("Idempotency-Key", name).body(report).post("/api/v1/reports");
        if (answer.statusCode() == 201) {
          receipts.put(answer.path("receipt.number"), answer.path("receipt.digest"));
          return;
        }
        if (isUnavailable(answer)) {
          refusals.add(Duration.ofNanos(System.nanoTime() - begin));
          refused.incrementAndGet();
        } else if (!isInFlight(answer)) {
          wrong.add(answer.statusCode() + " " + answer.asString());
        }
        // Sooner than Retry-After asks, to see when writes are back.
        Thread.sleep(200);
      }
    }

    /** The one answer that a caller may get while the database is away. */
    private static boolean isUnavailable(Response answer) {
      return answer.statusCode() == 503
          && answer.contentType().startsWith("application/problem+json")
          && "service-unavailable".equals(answer.path("code"))
          && answer.header("Retry-After").matches("\\d+");
    }

    private static boolean isInFlight(Response answer) {
      return answer.statusCode() == 409 && "request-in-flight".equals(answer.path("code"));
    }

    void awaitMore(int reports) throws Exception {
      int enough = receipts.size() + reports;
      PrimaryAndStandby.await(reports + " more reports", () -> receipts.size() >= enough);
    }

    void end() throws InterruptedException {
      ended = true;
      hands.shutdown();
      boolean answered = hands.awaitTermination(1, TimeUnit.MINUTES);
      hands.shutdownNow();
      assertThat(answered).as("all are answered").isTrue();
    }

    Duration slowestRefusal() {
      return refusals.stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }
  }

  private static void register() {
    String csv =
        IntStream.rangeClosed(1, ORGANS)
            .mapToObj(i -> code(i) + ",第" + i + "局,371002,department")
            .collect(Collectors.joining("\n", "code,name,region,kind\n", "\n"));
    request(writing)
        .contentType("text/csv")
        .body(csv.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/organs/import")
        .then()
        .statusCode(200)
        .body("created", equalTo(ORGANS));
  }

  private static Response rollup(PackagedService service) {
    return request(service).get("/api/v1/rollups/disclosure?year=2021&region=371002");
  }

  private static int reported(PackagedService service) {
    return rollup(service).jsonPath().getInt("coverage.reported");
  }

  private static String code(int organ) {
    return "STANDBY-" + organ;
  }

  private static String report(int organ) {
    return Sample.nil(code(organ), 2021).toString();
  }

  private static RequestSpecification request(PackagedService service) {
    return given()
        .baseUri(service.uri("").toString())
        .header("X-API-Key", PackagedService.ADMIN_KEY)
        .contentType(ContentType.JSON);
  }
}
