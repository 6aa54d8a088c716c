package org.gongkai.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gongkai.webhook.Loops;

/** Somebody else's server, which checks what it gets as the standard tells it to. */
public final class Receiver implements AutoCloseable {

  /** A message as it came. */
  public record Got(
      String path, String id, long timestamp, String signature, String type, String body) {

    public JsonPath json() {
      return JsonPath.from(body);
    }

    /** Whether it is signed with the secret, as standardwebhooks.com describes it. */
    public boolean isSignedWith(String secret) {
      byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String signed = id + "." + timestamp + "." + body;
        String expected =
            Base64.getEncoder()
                .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        return signature.equals("v1," + expected);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final HttpServer server;
  private final List<Got> got = new CopyOnWriteArrayList<>();
  private final AtomicInteger count = new AtomicInteger();
  private volatile IntUnaryOperator answers = n -> 204;

  public Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  /** Says which status to answer to the first, the second, … message; 0 is none at all. */
  public Receiver answering(IntUnaryOperator statuses) {
    answers = statuses;
    return this;
  }

  int port() {
    return server.getAddress().getPort();
  }

  public String url() {
    return "http://127.0.0.1:" + port() + "/hook?for=gongkai";
  }

  public List<Got> got() {
    return List.copyOf(got);
  }

  /** Waits until so many messages have come. */
  public List<Got> await(int messages) {
    until(() -> got.size() >= messages, () -> messages + " messages; there are " + got.size());
    return got();
  }

  public static void until(BooleanSupplier reached, java.util.function.Supplier<String> what) {
    Instant deadline = Instant.now().plus(LONGEST);
    while (!reached.getAsBoolean()) {
      assertThat(Instant.now()).as(() -> "waiting for " + what.get()).isBefore(deadline);
      Loops.step();
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, List<String>> headers = exchange.getRequestHeaders();
    assertThat(exchange.getRequestMethod()).isEqualTo("POST");
    assertThat(headers.get("Host")).containsExactly("127.0.0.1:" + port());
    int status = answers.applyAsInt(count.getAndIncrement());
    got.add(
        new Got(
            exchange.getRequestURI().toString(),
            headers.get("Webhook-id").getFirst(),
            Long.parseLong(headers.get("Webhook-timestamp").getFirst()),
            headers.get("Webhook-signature").getFirst(),
            headers.get("Content-type").getFirst(),
            body));
    if (status >= 300 && status < 400) {
      exchange.getResponseHeaders().add("Location", "/elsewhere");
    }
    if (status > 0) {
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
