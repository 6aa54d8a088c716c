package org.gongkai;

import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/**
 * What a service does on an ordinary day, for {@link AotCommand}: organs are registered, file,
 * correct, and somebody looks at the sums in every format. Then it ends.
 */
public class Training implements QuarkusApplication {

  private static final Logger LOG = Logger.getLogger(Training.class);

  /** Enough for Java to see what is used; more takes time and hardly changes the start. */
  private static final int ORGANS = 10;

  private static final long FIRST_ORGAN = 10_000_000_000_000_000L;
  private static final String SAMPLE = "/samples/huancui-industry-bureau-2021.json";
  private static final String ITS_ORGAN = "113710020043609788";
  private static final String KEY = "gk_" + UUID.randomUUID();
  private static final List<String> LOOKS =
      List.of(
          "/api/v1/caller",
          "/api/v1/regions?parent=370000",
          "/api/v1/reports?region=371002&year=2021",
          "/api/v1/findings?region=371002&year=2021",
          "/api/v1/changes",
          "/api/v1/rollups/applications?region=371002&year=2021",
          "/api/v1/rollups/applications?region=000000&year=2021&by=region",
          "/api/v1/rollups/publications?region=370000&year=2021&by=region",
          "/api/v1/rollups/indicators?region=370000&year=2021&by=region",
          "/api/v1/rollups/disclosure?region=371002&year=2021&by=organ&format=csv",
          "/api/v1/rollups/applications?region=371002&year=2021&by=organ&format=xlsx",
          "/api/v1/rollups/applications?region=371002&by=year&format=jsonstat",
          "/q/openapi");
  private static final List<String> LOOKS_OF_WATCHERS = List.of("/q/health/ready", "/q/metrics");

  private final HttpClient client = HttpClient.newHttpClient();

  static void prepare() {
    System.setProperty("gongkai.data-dir", Path.of("data").toAbsolutePath().toString());
    System.setProperty("gongkai.admin-key", KEY);
    System.setProperty("gongkai.rate-limit.per-minute", "0");
    System.setProperty("quarkus.http.host", "127.0.0.1");
    System.setProperty("quarkus.http.port", "0");
    System.setProperty("quarkus.management.port", "0");
  }

  @Override
  public int run(String... args) throws IOException, InterruptedException {
    String report;
    try (InputStream sample = Training.class.getResourceAsStream(SAMPLE)) {
      report = new String(sample.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (int i = 0; i < ORGANS; i++) {
      String organ = Long.toString(FIRST_ORGAN + i);
      String address = "/api/v1/organs/" + organ;
      String own = report.replace(ITS_ORGAN, organ);
      send(
          "PUT",
          address,
          "{\"name\":\"第%d号机关\",\"region\":\"371002\",\"kind\":\"department\"}".formatted(i));
      send("POST", "/api/v1/reports", own);
      send("PUT", address + "/reports/2021", own.replace("2021年，", "2021年度，"));
      send("POST", "/api/v1/validations", own);
      for (String look : LOOKS) {
        send("GET", look, "");
      }
      for (String look : LOOKS_OF_WATCHERS) {
        send("quarkus.management.port", "GET", look, "");
      }
    }
    return 0;
  }

  /** What is refused has taught something too. */
  private void send(String method, String address, String body)
      throws IOException, InterruptedException {
    send("quarkus.http.port", method, address, body);
  }

  private void send(String portSetting, String method, String address, String body)
      throws IOException, InterruptedException {
    int port = ConfigProvider.getConfig().getValue(portSetting, Integer.class);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
            .header("X-API-Key", KEY)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    int status = client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
    if (status >= 400) {
      LOG.warnf("%s %s: %d", method, address, status);
    }
  }
}
