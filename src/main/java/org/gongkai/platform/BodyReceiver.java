package org.gongkai.platform;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.jboss.logging.Logger;

/**
 * Receives bodies while they cost no thread and no connection of the database, at the pace of their
 * senders and of the disk. Who pauses too long, or is too slow on the whole, is told so.
 */
@Singleton
public class BodyReceiver {

  private static final Logger LOG = Logger.getLogger(BodyReceiver.class);

  /** How often the pace is looked at. */
  private static final long LOOK_MILLIS = 1_000;

  private final Vertx vertx;
  private final SpoolSpace space;
  private final SlowBodyDetector.Bounds bounds;

  BodyReceiver(Vertx vertx, SpoolSpace space, PlatformSettings settings) {
    this.vertx = vertx;
    this.space = space;
    PlatformSettings.Bodies bodies = settings.bodies();
    this.bounds =
        new SlowBodyDetector.Bounds(
            bodies.idle().toNanos(), bodies.grace().toNanos(), bodies.minRate().asLongValue());
  }

  /**
   * Receives the whole body of a request that is paused; on its event loop.
   *
   * @param most bytes that are taken
   * @param owner who sends it
   * @return the body, to be closed when the request is over; fails with a {@link ProblemException},
   *     or with what broke the connection
   */
  public Future<Spool> receive(HttpServerRequest request, long most, String owner) {
    Reception reception = new Reception(request, most, new Spool(space, owner));
    reception.begin();
    return reception.done.future();
  }

  private static ProblemException noRoom() {
    return ProblemException.of(ProblemType.SERVICE_UNAVAILABLE).withHeader("Retry-After", "30");
  }

  private final class Reception {

    private final HttpServerRequest request;
    private final long most;
    private final Spool spool;
    private final Promise<Spool> done = Promise.promise();
    private final Context context = vertx.getOrCreateContext();
    private final SlowBodyDetector detector =
        new SlowBodyDetector(bounds, TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS), System.nanoTime());
    private long timer;
    private boolean writing;

    Reception(HttpServerRequest request, long most, Spool spool) {
      this.request = request;
      this.most = most;
      this.spool = spool;
    }

    void begin() {
      request.exceptionHandler(this::fail);
      request.handler(this::take);
      request.endHandler(end -> finish());
      timer = vertx.setPeriodic(LOOK_MILLIS, t -> look());
      if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaderNames.EXPECT))) {
        request.response().writeContinue();
      }
      request.resume();
    }

    private void take(Buffer part) {
      if (isOver()) {
        return;
      }
      detector.hear(part.length(), System.nanoTime());
      if (detector.length() > most) {
        fail(ProblemException.of(ProblemType.PAYLOAD_TOO_LARGE));
        return;
      }
      spool.append(part);
      if (spool.isHeavy() && !writing) {
        request.pause();
        beginWriting(this::goOn);
      }
    }

    private void goOn() {
      writing = false;
      detector.goOn(System.nanoTime());
      request.resume();
    }

    private void finish() {
      if (!isOver() && spool.isOnDisk()) {
        beginWriting(this::complete);
      } else {
        complete();
      }
    }

    private void complete() {
      if (done.tryComplete(spool)) {
        vertx.cancelTimer(timer);
      }
    }

    private void beginWriting(Runnable next) {
      writing = true;
      detector.pause(System.nanoTime());
      space.execute(
          () -> {
            try {
              spool.write();
              context.runOnContext(written -> next.run());
            } catch (IOException e) {
              LOG.warnf("A request body could not be written to disk: %s", e.getMessage());
              context.runOnContext(failed -> fail(noRoom()));
            } catch (RuntimeException e) {
              context.runOnContext(failed -> fail(e));
            }
          });
    }

    private void look() {
      if (detector.isTooSlow(System.nanoTime())) {
        LOG.debugf("A body of which %d bytes have come is waited for no longer", detector.length());
        fail(ProblemException.of(ProblemType.REQUEST_TIMEOUT));
      }
    }

    private void fail(Throwable cause) {
      if (done.tryFail(cause)) {
        vertx.cancelTimer(timer);
        // what still comes is let go by, until the connection is closed
        request.handler(part -> {});
        request.resume();
        space.execute(spool::close);
      }
    }

    private boolean isOver() {
      return done.future().isComplete();
    }
  }
}
