package org.gongkai.access;

import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import java.io.InputStream;
import java.util.Optional;
import org.gongkai.platform.Spool;
import org.gongkai.problem.EndOfAnswer;
import org.jspecify.annotations.Nullable;

/**
 * A request that has its caller, its place and its body. It gives back what it holds when it is
 * answered, and, where work on it has begun, when that is done too: a client that hangs up does not
 * end the work.
 */
final class ReceivedRequest {

  private static final String KEY = ReceivedRequest.class.getName();

  private final RoutingContext routing;
  private final ConcurrencyLimit.Permit permit;
  private final RequestScheduler scheduler;
  private final Context context;
  private @Nullable Spool body;
  private RequestScheduler.@Nullable Slot slot;
  private boolean unread;
  private boolean answered;
  private boolean atWork;

  private ReceivedRequest(
      RoutingContext routing, ConcurrencyLimit.Permit permit, RequestScheduler scheduler) {
    this.routing = routing;
    this.permit = permit;
    this.scheduler = scheduler;
    this.context = routing.vertx().getOrCreateContext();
  }

  static ReceivedRequest of(
      RoutingContext routing, ConcurrencyLimit.Permit permit, RequestScheduler scheduler) {
    ReceivedRequest received = new ReceivedRequest(routing, permit, scheduler);
    routing.put(KEY, received);
    EndOfAnswer.then(routing, received::answered);
    return received;
  }

  /** The one that belongs to a routing, unless that leads to no resource of ours. */
  static Optional<ReceivedRequest> of(RoutingContext routing) {
    return Optional.ofNullable(routing.get(KEY));
  }

  void proceedWith(Spool received) {
    synchronized (this) {
      body = received;
    }
    proceed();
  }

  /** Goes on without receiving a body: anonymous requests may not send one. */
  void proceedWithoutBody() {
    synchronized (this) {
      unread = true;
    }
    proceedWith(Spool.of(null));
  }

  void proceed() {
    if (isAnswered()) {
      release(); // while the body came
      return;
    }
    if (ServerRoutes.areUnlimited(routing)) {
      permit.work(this::next);
    } else {
      permit.work(this::awaitSlot);
    }
  }

  private void next() {
    context.runOnContext(
        v -> {
          if (!isAnswered()) {
            routing.next();
          }
        });
  }

  private void awaitSlot() {
    RequestScheduler.Slot own = scheduler.goOn(this::next);
    synchronized (this) {
      slot = own;
      if (!answered) {
        return;
      }
    }
    own.end();
  }

  private void endSlot() {
    RequestScheduler.Slot its;
    synchronized (this) {
      its = slot;
    }
    if (its != null) {
      its.end();
    }
  }

  private synchronized boolean isAnswered() {
    return answered;
  }

  /** The body, if one was received. */
  synchronized Optional<InputStream> body() {
    return Optional.ofNullable(body).map(Spool::open);
  }

  /** Whether a body was sent that is not received. */
  synchronized boolean isUnread() {
    return unread;
  }

  synchronized void begun() {
    atWork = true;
  }

  void done() {
    synchronized (this) {
      atWork = false;
    }
    endSlot(); // its reader may take as long as it wants
    release();
  }

  void answered() {
    synchronized (this) {
      answered = true;
    }
    release();
  }

  private void release() {
    Spool left;
    synchronized (this) {
      if (!answered || atWork) {
        return;
      }
      left = body;
      body = null;
    }
    if (left != null) {
      left.close();
    }
    endSlot();
    permit.leave();
  }
}
