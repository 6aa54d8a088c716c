package org.gongkai.access;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The part of an identity provider that the service sees: an address with its public keys. A test
 * puts them there, and asks at {@code /asked} how often somebody fetched them.
 */
final class TokenIssuer {

  static final String ISSUER = "https://login.example.gov.cn/realms/district";
  static final String AUDIENCE = "https://gongkai.example.gov.cn";

  private final AtomicInteger asked = new AtomicInteger();
  private volatile byte[] keys = "{\"keys\":[]}".getBytes(StandardCharsets.UTF_8);
  private HttpServer server;

  /** What the service must be told of it. */
  Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/jwks", this::keys);
    server.createContext(
        "/asked", exchange -> answer(exchange, asked.toString().getBytes(StandardCharsets.UTF_8)));
    server.start();
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    return Map.of(
        "gongkai.jwt.jwks-url", address + "/jwks",
        "gongkai.jwt.issuer", ISSUER,
        "gongkai.jwt.audience", AUDIENCE);
  }

  private void keys(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("PUT")) {
      keys = exchange.getRequestBody().readAllBytes();
    } else {
      asked.incrementAndGet();
    }
    answer(exchange, keys);
  }

  private static void answer(HttpExchange exchange, byte[] body) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }
}
