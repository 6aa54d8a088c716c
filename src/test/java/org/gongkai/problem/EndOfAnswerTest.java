package org.gongkai.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What fails at the end of an answer harms neither the other handlers nor the connection. */
class EndOfAnswerTest {

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger done = new AtomicInteger();

  @AfterEach
  void stop() {
    await(vertx.close());
  }

  @Test
  void theNextRequestIsAnsweredAndAllIsDone() throws Exception {
    try (Socket socket =
        connected(routing -> EndOfAnswer.then(routing, EndOfAnswerTest::fail), 10_000)) {
      assertThat(ask(socket)).isEqualTo("HTTP/1.1 200 OK");
      assertThat(ask(socket)).isEqualTo("HTTP/1.1 200 OK");
      assertThat(done).hasValue(2);
    }
  }

  /** So does the server without it: why there is this class. */
  @Test
  void aHandlerOfTheServerSilencesTheConnection() throws Exception {
    try (Socket socket = connected(routing -> routing.addEndHandler(end -> fail()), 300)) {
      assertThat(ask(socket)).isEqualTo("HTTP/1.1 200 OK");
      assertThatThrownBy(() -> ask(socket)).isInstanceOf(SocketTimeoutException.class);
      assertThat(done).hasValue(0);
    }
  }

  private static void fail() {
    throw new IllegalStateException("on purpose");
  }

  /** To a server whose answers end with what fails, and before that with what counts. */
  private Socket connected(Handler<RoutingContext> failing, int timeout) throws Exception {
    Router router = Router.router(vertx);
    router
        .route()
        .handler(
            routing -> {
              EndOfAnswer.then(routing, done::incrementAndGet);
              failing.handle(routing);
              var unused = routing.response().end("x");
            });
    HttpServer server = await(vertx.createHttpServer().requestHandler(router).listen(0));
    Socket socket = new Socket("127.0.0.1", server.actualPort());
    socket.setSoTimeout(timeout);
    return socket;
  }

  private static String ask(Socket socket) throws Exception {
    socket
        .getOutputStream()
        .write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    String first = in.readLine();
    for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
      assertThat(line).contains(":");
    }
    assertThat(in.read()).isEqualTo('x');
    return first;
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
