package org.gongkai.access;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.gongkai.platform.BodyReceiver;
import org.gongkai.problem.BodyLimits;
import org.gongkai.problem.EndOfAnswer;
import org.gongkai.problem.HttpEdge;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.RefusalLimit;

/**
 * Takes a request to its resource in steps: slot to be recognised, caller, free place, body, slot
 * to be worked on. Only then does it take a worker, so that no worker waits, and where more come
 * than can be done they are refused before anything is done for them.
 *
 * <p>Receives no body from anonymous clients: no resource open to them takes one.
 */
@Singleton
class RequestIntake {

  /** After authentication and the server's own checks, before any resource. */
  private static final int BEFORE_RESOURCES = -1;

  private final BodyReceiver receiver;
  private final BodyLimits limits;
  private final ConcurrencyLimit concurrency;
  private final RequestScheduler scheduler;
  private final AccessSettings.Work work;

  private final SenderCache senders = new SenderCache();

  RequestIntake(
      BodyReceiver receiver,
      BodyLimits limits,
      ConcurrencyLimit concurrency,
      RequestScheduler scheduler,
      AccessSettings settings) {
    this.receiver = receiver;
    this.limits = limits;
    this.concurrency = concurrency;
    this.scheduler = scheduler;
    this.work = settings.work();
  }

  void install(@Observes Router router) {
    router.route().order(BEFORE_RESOURCES).handler(this::admitAll);
  }

  /** Whatever is not the server's own passes here, however its address is spelled. */
  private void admitAll(RoutingContext routing) {
    if (ServerRoutes.include(routing)) {
      routing.next();
    } else {
      begin(routing);
    }
  }

  private void begin(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    if (carriesBody(request)) {
      request.pause(); // the body would be lost while we look the caller up
    }
    // Before any query: a client that opens hundreds of connections does so with one key.
    SenderCache.Sender sender = SenderCache.of(request);
    Optional<ConcurrencyLimit.Permit> permit = concurrency.enter(senders.countedAs(sender));
    if (permit.isEmpty()) {
      routing.fail(tooMany());
      return;
    }
    EndOfAnswer.then(routing, permit.get()::leave);
    if (ServerRoutes.areUnlimited(routing)) {
      identify(routing, sender, () -> {});
      return;
    }
    Context context = routing.vertx().getOrCreateContext();
    RequestScheduler.Slot asked =
        scheduler.ask(
            senders.queueOf(sender),
            slot -> context.runOnContext(v -> identify(routing, sender, slot::end)),
            () -> context.runOnContext(v -> routing.fail(tooBusy())));
    EndOfAnswer.then(routing, asked::end);
    if (asked.isWaiting()) {
      routing.vertx().setTimer(work.maxWait().toMillis(), timer -> asked.giveUp());
    }
  }

  private void identify(RoutingContext routing, SenderCache.Sender sender, Runnable asked) {
    Context context = routing.vertx().getOrCreateContext();
    identify(
        routing,
        caller -> {
          asked.run();
          caller.ifPresent(who -> senders.recognised(sender, who.identity()));
          context.runOnContext(v -> admitOrFail(routing, caller));
        },
        failure -> {
          asked.run();
          context.runOnContext(v -> routing.fail(failure));
        });
  }

  /** No router is around this that would answer what goes wrong. */
  private void admitOrFail(RoutingContext routing, Optional<Caller> caller) {
    try {
      admit(routing, caller);
    } catch (RuntimeException e) {
      routing.fail(e);
    }
  }

  private static boolean carriesBody(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaderNames.CONTENT_LENGTH);
    if (length != null) {
      return !length.equals("0");
    }
    return request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING);
  }

  /** Empty without a key or with a wrong one; the resource decides what that means. */
  private static void identify(
      RoutingContext routing, Consumer<Optional<Caller>> caller, Consumer<Throwable> failure) {
    Uni<SecurityIdentity> identity = routing.get(QuarkusHttpUser.DEFERRED_IDENTITY_KEY);
    BiConsumer<RoutingContext, Throwable> answering =
        routing.get(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
    // Only to know the caller; code that needs the identity later gets the failure and answers it.
    routing.put(
        QuarkusHttpUser.AUTH_FAILURE_HANDLER, (BiConsumer<RoutingContext, Throwable>) (r, t) -> {});
    identity
        .onTermination()
        .invoke(() -> routing.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, answering))
        .subscribe()
        .with(
            known ->
                caller.accept(
                    Optional.ofNullable(known).map(who -> who.getAttribute(Access.CALLER))),
            thrown -> {
              if (thrown instanceof AuthenticationFailedException) {
                caller.accept(Optional.empty());
              } else {
                failure.accept(thrown);
              }
            });
  }

  private void admit(RoutingContext routing, Optional<Caller> caller) {
    if (routing.response().ended() || routing.response().closed()) {
      return;
    }
    RequestLog.name(routing.request(), nameOf(routing, caller));
    Optional<ConcurrencyLimit.Permit> permit = concurrency.enter(nameOf(routing, caller));
    if (permit.isEmpty()) {
      routing.fail(tooMany());
      return;
    }
    ReceivedRequest received = ReceivedRequest.of(routing, permit.get(), scheduler);
    if (!carriesBody(routing.request())) {
      received.proceed();
      return;
    }
    if (caller.isEmpty()) {
      routing.request().resume();
      received.proceedWithoutBody();
      return;
    }
    long most = limits.of(routing.request().getHeader(HttpHeaderNames.CONTENT_TYPE));
    receiver
        .receive(routing.request(), most, nameOf(routing, caller))
        .onSuccess(
            body -> {
              HttpEdge.received(routing);
              received.proceedWith(body);
            })
        .onFailure(
            failure -> {
              if (routing.response().closed()) {
                received.answered(); // no answer: the sender has hung up
              } else {
                routing.fail(failure);
              }
            });
  }

  private static ProblemException tooBusy() {
    return ProblemException.of(
            ProblemType.SERVICE_UNAVAILABLE,
            "当前请求过多，服务一时处理不过来；数据未改变，请稍后重试。",
            "More requests come than the service can work on; nothing was changed, try again"
                + " later.")
        .withHeader("Retry-After", "1");
  }

  private static ProblemException tooMany() {
    return ProblemException.of(
            ProblemType.TOO_MANY_REQUESTS,
            "该调用方同时进行的请求过多；请等待其中一些完成后再试。",
            "Too many requests of this caller are under way at once; try again when some of them"
                + " are done.")
        .withHeader("Retry-After", "1");
  }

  private static String nameOf(RoutingContext routing, Optional<Caller> caller) {
    return caller
        .map(Caller::identity)
        .orElseGet(() -> "address:" + RefusalLimit.networkOf(routing.request()));
  }
}
