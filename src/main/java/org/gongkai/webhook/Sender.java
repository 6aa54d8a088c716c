package org.gongkai.webhook;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;

/**
 * Makes one attempt to deliver. It connects to the address that was checked, follows no redirect,
 * and gives up on a receiver that takes too long or answers with too much.
 */
@Singleton
class Sender {

  /** Bytes of an answer that we let come, unread, so that the exchange can end properly. */
  private static final int LONGEST_ANSWER = 64 * 1024;

  private final Vertx vertx;
  private final HttpClient client;
  private final Targets targets;
  private final Clock clock;
  private final long timeout;

  Sender(Vertx vertx, Targets targets, Clock clock, WebhookSettings settings) {
    this.vertx = vertx;
    this.targets = targets;
    this.clock = clock;
    this.timeout = settings.timeout().toMillis();
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(200)
                .setConnectTimeout((int) this.timeout)
                .setSslHandshakeTimeout(this.timeout)
                .setSslHandshakeTimeoutUnit(java.util.concurrent.TimeUnit.MILLISECONDS));
  }

  @PreDestroy
  void close() {
    client.close();
  }

  /**
   * Sends a message.
   *
   * @param turn which attempt this is, counted from 0
   */
  CompletionStage<DeliveryOutcome> send(Webhook webhook, Message message, int turn) {
    return attempt(webhook, message, turn)
        .<DeliveryOutcome>map(DeliveryOutcome.Answered::new)
        .otherwise(thrown -> new DeliveryOutcome.Unanswered(failure(thrown)))
        .toCompletionStage();
  }

  private Future<Integer> attempt(Webhook webhook, Message message, int turn) {
    try {
      RequestOptions options = options(targets.find(webhook.url(), turn));
      long now = clock.instant().getEpochSecond();
      options
          .putHeader("Content-Type", "application/json")
          .putHeader("User-Agent", "Gongkai")
          .putHeader("webhook-id", message.id())
          .putHeader("webhook-timestamp", Long.toString(now))
          .putHeader("webhook-signature", webhook.secret().sign(message.id(), now, message.body()));
      return client
          .request(options)
          .compose(request -> exchange(request, Buffer.buffer(message.body())));
    } catch (Targets.Refused refused) {
      return Future.failedFuture(refused);
    }
  }

  private RequestOptions options(Targets.Target target) {
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setServer(
            SocketAddress.inetSocketAddress(target.port(), target.address().getHostAddress()))
        .setHost(target.host())
        .setPort(target.port())
        .setSsl(target.isEncrypted())
        .setURI(target.path())
        .setFollowRedirects(false)
        .setConnectTimeout(timeout);
  }

  /** The status counts as soon as it arrives, even if the rest of the answer fails. */
  private Future<Integer> exchange(HttpClientRequest request, Buffer body) {
    AtomicInteger length = new AtomicInteger();
    long deadline =
        vertx.setTimer(timeout, timer -> request.reset(0, new TimeoutException("no answer")));
    return request
        .send(body)
        .compose(
            response -> {
              response.handler(
                  part -> {
                    if (length.addAndGet(part.length()) > LONGEST_ANSWER) {
                      request.reset();
                    }
                  });
              return response.end().otherwiseEmpty().map(response.statusCode());
            })
        .onComplete(done -> vertx.cancelTimer(deadline));
  }

  private static DeliveryOutcome.Failure failure(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case Targets.Refused refused -> {
          return refused.failure();
        }
        case SSLException tls -> {
          return DeliveryOutcome.Failure.TLS;
        }
        case TimeoutException late -> {
          return DeliveryOutcome.Failure.TIMEOUT;
        }
        case java.net.SocketTimeoutException late -> {
          return DeliveryOutcome.Failure.TIMEOUT;
        }
        case io.netty.channel.ConnectTimeoutException late -> {
          return DeliveryOutcome.Failure.TIMEOUT;
        }
        default -> {}
      }
    }
    return DeliveryOutcome.Failure.CONNECTION;
  }
}
