package org.gongkai.platform;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.gongkai.problem.ConnectionAbort;
import org.gongkai.problem.EndOfAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Sends a {@link Spill} to one reader, a part whenever the one before has left. All of it but the
 * reading of a file happens on the event loop of the connection. A reader that takes nothing for a
 * while is cut off.
 */
final class SpillPump {

  private static final int PART = 64 * 1024;

  private final Spill spill;
  private final RoutingContext routing;
  private final HttpServerResponse response;
  private final Executor readers;
  private final Runnable afterwards;
  private final Context context;
  private long sent;
  private long sentBefore = -1;
  private boolean reading;
  private boolean over;
  private long watch;

  /**
   * Prepares it.
   *
   * @param readers read the file, which may take a moment
   * @param afterwards runs once, when all is sent or the reader is gone
   */
  SpillPump(Spill spill, RoutingContext routing, Executor readers, Runnable afterwards) {
    this.spill = spill;
    this.routing = routing;
    this.response = routing.response();
    this.readers = readers;
    this.afterwards = afterwards;
    this.context = routing.vertx().getOrCreateContext();
  }

  void start(long stalledMillis) {
    context.runOnContext(
        now -> {
          watch = routing.vertx().setPeriodic(stalledMillis, timer -> requireProgress());
          EndOfAnswer.then(routing, this::end);
          next();
        });
  }

  /** Called by the drain of the queue too, which may come late: while the next part is read. */
  private void next() {
    if (over || reading) {
      return;
    }
    if (isFinished()) {
      end();
    } else if (sent == spill.length()) {
      response.end().onComplete(ended -> end());
    } else if (response.writeQueueFull()) {
      response.drainHandler(drained -> next());
    } else {
      read();
    }
  }

  /** What is in memory is there at once; each turn between threads would wait for a core. */
  private void read() {
    reading = true;
    if (spill.isInMemory(sent)) {
      write(part());
      return;
    }
    try {
      readers.execute(
          () -> {
            Buffer part = part();
            context.runOnContext(read -> write(part));
          });
    } catch (RejectedExecutionException e) {
      ConnectionAbort.of(routing.request()); // the service is stopping
    }
  }

  /** The next part; null where it cannot be read, or is given back already. */
  private @Nullable Buffer part() {
    try {
      byte[] bytes = new byte[PART];
      int count = spill.read(sent, bytes, 0, PART);
      return count <= 0 ? null : Buffer.buffer(bytes).slice(0, count);
    } catch (IOException | RuntimeException | VirtualMachineError e) {
      // whatever it is, the reader is told by the end of its connection, and not by silence
      return null;
    }
  }

  private void write(@Nullable Buffer part) {
    if (over) {
      return;
    }
    if (part == null) {
      ConnectionAbort.of(routing.request());
      return;
    }
    sent += part.length(); // the queue may drain while it is written to, and ask for the next part
    response.write(part);
    reading = false;
    next();
  }

  /**
   * Whether nothing more can be sent. Handlers at the end of a routing are not enough to know: they
   * run once, and a reset of the connection may make them run before this has added its own.
   */
  private boolean isFinished() {
    return response.ended() || response.closed();
  }

  /** Ends it by itself: whether the connection still tells of its end is not to matter. */
  private void requireProgress() {
    if (isFinished()) {
      end();
    } else if (sent == sentBefore) {
      ConnectionAbort.of(routing.request());
      end();
    }
    sentBefore = sent;
  }

  private void end() {
    if (!over) {
      over = true;
      routing.vertx().cancelTimer(watch);
      try {
        spill.delete();
      } finally {
        afterwards.run();
      }
    }
  }
}
