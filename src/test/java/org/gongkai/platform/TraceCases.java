package org.gongkai.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gongkai.access.TestKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a collector of traces is sent, where the operator names one. */
public abstract class TraceCases {

  private static final String SEARCHED = "wang-min";

  private static final BlockingQueue<byte[]> SENT = new LinkedBlockingQueue<>();
  private static HttpServer collector;

  /** Starts the collector. */
  public static Map<String, String> settings() throws IOException {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/v1/traces",
        exchange -> {
          SENT.add(exchange.getRequestBody().readAllBytes());
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
    return Map.of(
        "quarkus.otel.sdk.disabled",
        "false",
        "quarkus.otel.exporter.otlp.protocol",
        "http/protobuf",
        "quarkus.otel.exporter.otlp.endpoint",
        "http://127.0.0.1:" + collector.getAddress().getPort(),
        "quarkus.otel.bsp.schedule.delay",
        "100ms");
  }

  @AfterAll
  static void stop() {
    collector.stop(0);
  }

  @Test
  void aCollectorLearnsOfRequestsAndNothingOfWhatPeopleWrote() throws InterruptedException {
    TestKeys.admin().get("/api/v1/organs?q=" + SEARCHED).then().statusCode(200);
    TestKeys.admin().get("/api/v1/organs?limit=" + SEARCHED).then().statusCode(400);
    given().get("/api/v1/organs/LAST-ONE").then().statusCode(401);
    assertThat(sentUpTo("/api/v1/organs/LAST-ONE"))
        .contains("gongkai", "/api/v1/organs", "http.response.status_code")
        .doesNotContain(SEARCHED, TestKeys.ADMIN, "exception.message", "exception.stacktrace");
  }

  private static String sentUpTo(String last) throws InterruptedException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (!all.toString(StandardCharsets.ISO_8859_1).contains(last)) {
      byte[] some = SENT.poll(1, TimeUnit.MINUTES);
      assertThat(some).as("a trace of the last request").isNotNull();
      all.writeBytes(some);
    }
    return all.toString(StandardCharsets.ISO_8859_1);
  }
}
