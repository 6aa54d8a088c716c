package org.gongkai.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.gongkai.database.Notes;
import org.gongkai.database.PackagedService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one client can do to all others, who only have to be answered. */
class AttackIT {

  private static final int SLOW = 500;
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir static Path directory;
  private static PackagedService service;
  private static String other;

  private final List<Socket> held = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    Path temporary = Files.createDirectory(directory.resolve("tmp"));
    service =
        PackagedService.in(directory)
            .prepared()
            .with("GONGKAI_CONNECTIONS_HEADER_TIMEOUT", "2s")
            .with("GONGKAI_CONNECTIONS_STALLED", "2s")
            // as long as everything else takes, however busy the machine is
            .with("GONGKAI_BODIES_IDLE", "10m")
            .with("GONGKAI_BODIES_GRACE", "10m")
            .with("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary)
            .start();
    other = newKey();
  }

  @AfterAll
  static void stop() {
    if (service != null) {
      service.close();
    }
  }

  @AfterEach
  void letGo() throws IOException {
    for (Socket socket : held) {
      socket.close();
    }
  }

  @Test
  void slowBodiesOfOneKeyKeepNobodyElseWaiting() throws Exception {
    String attacker = newKey();
    for (int i = 0; i < SLOW; i++) {
      hold("POST /api/v1/reports", attacker, "Content-Length: 1000000\r\n\r\n{");
    }
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      long begin = System.nanoTime();
      as(other).get("/api/v1/caller").then().statusCode(200);
      given().get(service.managed("/q/health/ready")).then().statusCode(200);
      given().get(service.managed("/q/health/live")).then().statusCode(200);
      millis.add((System.nanoTime() - begin) / 3e6);
    }
    millis.sort(null);
    System.out.printf(
        "beside %d slow bodies: median %.1f ms, longest %.1f ms%n",
        SLOW, millis.get(30), millis.getLast());
    assertThat(millis.getLast()).as("milliseconds of the longest").isLessThan(5_000);
    as(attacker).get("/api/v1/caller").then().statusCode(429).header("Retry-After", "1");

    letGo();
    await(() -> as(attacker).get("/api/v1/caller").statusCode() == 200);
  }

  @Test
  void slowImportsHoldNoConnectionOfTheDatabase() throws Exception {
    String chunked = "Transfer-Encoding: chunked\r\nContent-Type: text/csv\r\n";
    for (int i = 0; i < 20; i++) {
      String name = "Idempotency-Key: slow-" + i + "\r\n";
      hold("POST /api/v1/organs/import", PackagedService.ADMIN_KEY, chunked + name + "\r\n");
      send(held.getLast(), "16\r\ncode,name,region,kind\n\r\n");
    }
    for (int i = 0; i < 10; i++) {
      as(other).get("/api/v1/caller").then().statusCode(200);
      assertThat(Notes.of(directory.resolve("gongkai-data")).openTransactions()).isZero();
    }
    for (Socket socket : held) {
      String line = "SLOW-" + held.indexOf(socket) + ",慢,371002,department\n";
      int length = line.getBytes(StandardCharsets.UTF_8).length;
      send(socket, Integer.toHexString(length) + "\r\n" + line + "\r\n0\r\n\r\n");
    }
    for (Socket socket : held) {
      assertThat(firstLine(socket)).isEqualTo("HTTP/1.1 200 OK");
    }
  }

  @Test
  void halfAHeadIsNotWaitedFor() throws Exception {
    for (int i = 0; i < 300; i++) {
      Socket socket = connect();
      send(socket, "POST /api/v1/reports HTTP/1.1\r\nHo");
    }
    for (Socket socket : held) {
      assertThat(firstLine(socket)).as("closed without a word").isEmpty();
    }
  }

  /** Also where each answer is ended already, and waits for the client only. */
  @Test
  void whoReadsNoneOfManyAnswersIsCutOff() throws Exception {
    Socket socket = connect();
    send(socket, "GET /q/openapi HTTP/1.1\r\nHost: x\r\n\r\n".repeat(100));
    Instant deadline = Instant.now().plus(SOON);
    assertThatThrownBy(
            () -> {
              while (Instant.now().isBefore(deadline)) {
                send(socket, "G");
                Thread.sleep(100);
              }
            })
        .isInstanceOf(IOException.class);
  }

  @Test
  void whatIsOnDiskGoesWithItsSender() throws Exception {
    String attacker = newKey();
    String much = "x".repeat(1 << 20);
    for (int i = 0; i < 8; i++) {
      hold("POST /api/v1/reports", attacker, "Content-Length: 7000000\r\n\r\n" + much);
    }
    await(() -> bodiesOnDisk() == 8);
    assertThat(directory.resolve("tmp")).isDirectoryNotContaining("glob:**.body");
    letGo();
    await(() -> bodiesOnDisk() == 0);
  }

  /** Files without a name are still open ones of the process. */
  private static long bodiesOnDisk() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc", "" + service.pid(), "fd"))) {
      return open.filter(AttackIT::isBody).count();
    }
  }

  private static boolean isBody(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().endsWith(".body (deleted)");
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }

  private static String newKey() {
    return as(PackagedService.ADMIN_KEY)
        .body(Map.of("role", "office", "region", "371002"))
        .post("/api/v1/keys")
        .then()
        .statusCode(201)
        .extract()
        .path("key");
  }

  private static RequestSpecification as(String key) {
    return given().baseUri(base()).header("X-API-Key", key).contentType(ContentType.JSON);
  }

  private static String base() {
    return service.uri("").toString();
  }

  private void hold(String request, String key, String rest) throws IOException {
    send(connect(), request + " HTTP/1.1\r\nHost: x\r\nX-API-Key: " + key + "\r\n" + rest);
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.uri("").getPort());
    socket.setSoTimeout((int) SOON.toMillis());
    held.add(socket);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Empty where the connection is closed without an answer. */
  private static String firstLine(Socket socket) throws IOException {
    StringBuilder line = new StringBuilder();
    try {
      for (int c = socket.getInputStream().read(); c >= 0 && c != '\r'; c = read(socket)) {
        line.append((char) c);
      }
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException reset) {
      return line.toString();
    }
    return line.toString();
  }

  private static int read(Socket socket) throws IOException {
    return socket.getInputStream().read();
  }

  private static void await(Callable<Boolean> state) throws Exception {
    Instant deadline = Instant.now().plus(SOON);
    while (!state.call()) {
      assertThat(Instant.now()).as("in time").isBefore(deadline);
      Thread.sleep(50);
    }
  }
}
