package org.gongkai.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gongkai.access.TestKeys;
import org.gongkai.database.PackagedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a collector of traces is sent, where the operator names one. */
class TracesIT {

  private static final String SEARCHED = "wang-min";

  @TempDir Path directory;

  private final BlockingQueue<byte[]> sent = new LinkedBlockingQueue<>();

  @Test
  void aCollectorLearnsOfRequestsAndNothingOfWhatPeopleWrote() throws Exception {
    HttpServer collector =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/v1/traces",
        exchange -> {
          sent.add(exchange.getRequestBody().readAllBytes());
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
    try (PackagedService service =
        PackagedService.in(directory)
            .prepared()
            .with("GONGKAI_ADMIN_KEY", TestKeys.ADMIN)
            .with("QUARKUS_OTEL_SDK_DISABLED", "false")
            .with("QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
            .with(
                "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://127.0.0.1:" + collector.getAddress().getPort())
            .with("QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "100ms")
            .startForAll()) {
      TestKeys.as(TestKeys.ADMIN).get("/api/v1/organs?q=" + SEARCHED).then().statusCode(200);
      TestKeys.as(TestKeys.ADMIN).get("/api/v1/organs?limit=" + SEARCHED).then().statusCode(400);
      given().get("/api/v1/organs/LAST-ONE").then().statusCode(401);
      String all = sentUpTo("/api/v1/organs/LAST-ONE");
      assertThat(all)
          .contains("gongkai", "/api/v1/organs", "http.response.status_code")
          .doesNotContain(SEARCHED, TestKeys.ADMIN, "exception.message", "exception.stacktrace");
      service.stop();
    } finally {
      collector.stop(0);
    }
  }

  private String sentUpTo(String last) throws InterruptedException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (!all.toString(StandardCharsets.ISO_8859_1).contains(last)) {
      byte[] some = sent.poll(1, TimeUnit.MINUTES);
      assertThat(some).as("a trace of the last request").isNotNull();
      all.writeBytes(some);
    }
    return all.toString(StandardCharsets.ISO_8859_1);
  }
}
