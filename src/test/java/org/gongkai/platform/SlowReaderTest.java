package org.gongkai.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.City;
import org.junit.jupiter.api.Test;

/** What readers of large answers may do to the service. */
@QuarkusTest
class SlowReaderTest {

  @Inject AnswerSpace space;

  private final City city = City.found();

  @Test
  void whoStopsReadingIsCutOffAndGivesBackWhatItHeld() throws Exception {
    city.organs(city.district(), 3000);
    String address = "/api/v1/rollups/contests?from=1990&to=2009&by=organ&region=" + city.code();
    long length = admin().get(address).asByteArray().length;
    // more than what a connection takes at once, on both sides
    assertThat(length).isGreaterThan(9_000_000);
    awaitNothingHeld();
    try (Socket socket = new Socket()) {
      socket.setReceiveBufferSize(4096);
      socket.connect(new InetSocketAddress("127.0.0.1", RestAssured.port));
      String head =
          "GET %s HTTP/1.1\r\nHost: localhost\r\nX-API-Key: %s\r\n\r\n"
              .formatted(address, TestKeys.ADMIN);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      assertThat(new String(in.readNBytes(15), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 200 OK");
      assertThat(held()).isPositive();
      awaitNothingHeld();
      assertThat(rest(in)).isLessThan(length);
    }
  }

  /** However the parts of an answer and the room for them take turns. */
  @Test
  void whatManyReadAtOnceIsTheSame() {
    city.organs(city.district(), 1000);
    String address = "/api/v1/rollups/contests?from=1990&to=2009&by=organ&region=" + city.code();
    byte[] first = admin().get(address).asByteArray();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + address))
              .header("X-API-Key", TestKeys.ADMIN)
              .build();
      for (int round = 0; round < 4; round++) {
        List<CompletableFuture<HttpResponse<byte[]>>> answers =
            Stream.generate(() -> client.sendAsync(request, BodyHandlers.ofByteArray()))
                .limit(4)
                .toList();
        for (CompletableFuture<HttpResponse<byte[]>> answer : answers) {
          assertThat(answer.join().statusCode()).isEqualTo(200);
          assertThat(Arrays.equals(answer.join().body(), first)).isTrue();
        }
      }
    }
  }

  @Test
  void aHeadIsAnsweredWithoutABodyAndKeepsNone() throws Exception {
    city.organs(city.district(), 1000);
    String address = "/api/v1/rollups/contests?from=1990&to=2009&by=organ&region=" + city.code();
    Response whole = admin().get(address);
    assertThat(whole.asByteArray()).isNotEmpty();
    String tag = whole.header("ETag");
    assertThat(admin().head(address).header("ETag")).isEqualTo(tag);
    assertThat(admin().head(address).asByteArray()).isEmpty();
    awaitNothingHeld();
  }

  /** The framework lets the work end, and passes over the answer. */
  @Test
  void whoHangsUpWhileTheAnswerIsMadeLeavesNoneOfIt() throws Exception {
    city.organs(city.district(), 1000);
    String address = "/api/v1/rollups/contests?from=1990&to=2009&by=organ&region=" + city.code();
    awaitNothingHeld();
    for (int i = 0; i < 3; i++) {
      try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
        socket.setSoLinger(true, 0);
        String head =
            "GET %s HTTP/1.1\r\nHost: localhost\r\nX-API-Key: %s\r\n\r\n"
                .formatted(address, TestKeys.ADMIN);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        awaitSomethingHeld();
      }
      awaitNothingHeld();
    }
    assertThat(admin().get(address).asByteArray()).isNotEmpty();
    awaitNothingHeld();
  }

  /** On disk, and of the memory that answers share. */
  private long held() {
    return space.onDisk() + space.inMemory();
  }

  private void awaitSomethingHeld() throws InterruptedException {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
    while (held() == 0) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(2);
    }
  }

  private void awaitNothingHeld() throws InterruptedException {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
    while (held() > 0) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(20);
    }
  }

  private static long rest(InputStream in) {
    long read = 0;
    try {
      byte[] some = new byte[1 << 16];
      for (int count = in.read(some); count >= 0; count = in.read(some)) {
        read += count;
      }
    } catch (IOException e) {
      // a reset is an end too
    }
    return read;
  }
}
