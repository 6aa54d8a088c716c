package org.gongkai.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpillPumpTest {

  private static final int LENGTH = 500_000;

  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private Handler<Void> drained = nothing -> {};
  private boolean ended;
  private int asked;

  /** A connection that takes what is written at once, and says so while it is written. */
  private final HttpServerResponse response =
      (HttpServerResponse)
          Proxy.newProxyInstance(
              HttpServerResponse.class.getClassLoader(),
              new Class<?>[] {HttpServerResponse.class},
              (proxy, method, given) ->
                  switch (method.getName()) {
                    case "write" -> {
                      received.writeBytes(((Buffer) given[0]).getBytes());
                      drained.handle(null);
                      yield Future.succeededFuture();
                    }
                    case "writeQueueFull" -> asked++ == 1;
                    case "drainHandler" -> {
                      drained = drained(given[0]);
                      drained.handle(null);
                      yield proxy;
                    }
                    case "end" -> {
                      ended = true;
                      yield Future.succeededFuture();
                    }
                    case "ended" -> ended;
                    case "closed" -> false;
                    default -> throw new UnsupportedOperationException(method.getName());
                  });

  @SuppressWarnings("unchecked")
  private static Handler<Void> drained(Object handler) {
    return (Handler<Void>) handler;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyPartIsSentOnceWheneverTheQueueDrains(boolean inMemory)
      throws IOException, InterruptedException {
    byte[] written = new byte[LENGTH];
    new Random(14).nextBytes(written);
    AnswerSpace space = new AnswerSpace(1, new MemorySize(BigInteger.valueOf(10L * LENGTH)));
    CountDownLatch over = new CountDownLatch(1);
    Vertx vertx = Vertx.vertx();
    Executor readers =
        work -> {
          assertThat(inMemory).as("nobody waits for a thread that reads memory").isFalse();
          work.run();
        };
    try (Spill spill = space.spillBeyond(inMemory ? 2 * LENGTH : 0)) {
      spill.write(written);
      spill.settle();
      new SpillPump(spill, routing(vertx), readers, over::countDown).start(60_000);
      assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(received.toByteArray()).isEqualTo(written);
    } finally {
      vertx.close();
    }
  }

  private RoutingContext routing(Vertx vertx) {
    return (RoutingContext)
        Proxy.newProxyInstance(
            RoutingContext.class.getClassLoader(),
            new Class<?>[] {RoutingContext.class},
            (proxy, method, given) ->
                switch (method.getName()) {
                  case "vertx" -> vertx;
                  case "response" -> response;
                  case "addEndHandler" -> 0;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
