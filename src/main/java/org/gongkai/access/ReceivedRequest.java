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
  private final Turns turns;
  private final Context context;
  private @Nullable Spool body;
  private Turns.@Nullable Turn turn;
  private boolean unread;
  private boolean answered;
  private boolean atWork;

  private ReceivedRequest(RoutingContext routing, ConcurrencyLimit.Permit permit, Turns turns) {
    this.routing = routing;
    this.permit = permit;
    this.turns = turns;
    this.context = routing.vertx().getOrCreateContext();
  }

  static ReceivedRequest of(RoutingContext routing, ConcurrencyLimit.Permit permit, Turns turns) {
    ReceivedRequest received = new ReceivedRequest(routing, permit, turns);
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
      permit.work(this::awaitTurn);
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

  private void awaitTurn() {
    Turns.Turn own = turns.goOn(this::next);
    synchronized (this) {
      turn = own;
      if (!answered) {
        return;
      }
    }
    own.end();
  }

  private void endTurn() {
    Turns.Turn its;
    synchronized (this) {
      its = turn;
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
    endTurn(); // its reader may take as long as it wants
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
    endTurn();
    permit.leave();
  }
}
