package org.gongkai.platform;

import static java.util.Objects.requireNonNull;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.gongkai.problem.EndOfAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections that only stay open: whose head does not come, that were answered and send
 * nothing more, or that do not read their answer. A request that came and was not begun with is one
 * of the first kind: its client learns so by the end of the connection, and soon.
 *
 * <p>The server's own time-outs count bytes, which also a head has that comes byte by byte, and
 * count while an answer is being worked out. So each accepted connection is looked at now and then
 * by what it is at. The network library takes this class by its name, before a request is there.
 */
public final class ConnectionDeadlines extends ChannelInitializerExtension {

  /**
   * The times that connections get.
   *
   * @param head from the begin of a connection to the end of its first head, and of every other
   *     head from its first byte to its end
   * @param idle between an answer and the first byte of the next head
   * @param stalled without a byte of the answer being taken
   */
  record Limits(Duration head, Duration idle, Duration stalled) {}

  private static final AttributeKey<Watch> WATCH =
      AttributeKey.valueOf(ConnectionDeadlines.class.getName());

  private static final long LOOK_SECONDS = 5;

  /** The library makes the instance that is asked, and knows no settings. */
  private static volatile @Nullable Limits limits;

  /** From now on; has to be called before the server listens. */
  static void enforce(Limits wanted) {
    limits = wanted;
    System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
  }

  /** A request with a complete head keeps its connection, until it is answered. */
  static void request(RoutingContext routing) {
    if (routing.request().connection() instanceof ConnectionBase connection) {
      Watch watch = connection.channel().attr(WATCH).get();
      if (watch != null) {
        watch.begin();
        EndOfAnswer.then(routing, () -> connection.channel().eventLoop().execute(watch::end));
      }
    }
  }

  @Override
  public void postInitializeServerChildChannel(Channel channel) {
    Limits wanted = limits;
    if (wanted != null) {
      Watch watch = new Watch(channel, wanted, System::nanoTime);
      channel.attr(WATCH).set(watch);
      channel.pipeline().addFirst(watch);
    }
  }

  /** Only on the event loop of its connection. */
  static final class Watch extends ChannelInboundHandlerAdapter {

    private final Channel channel;
    private final Limits limits;
    private final LongSupplier nanos;
    private @Nullable ChannelHandlerContext connection;
    private @Nullable ScheduledFuture<?> looking;
    private int requests;
    private boolean used;

    /** Whether bytes have come that belong to no request yet. */
    private boolean heard;

    private long since;
    private long untaken;
    private long untakenSince;

    Watch(Channel channel, Limits limits, LongSupplier nanos) {
      this.channel = channel;
      this.limits = limits;
      this.nanos = nanos;
      this.since = nanos.getAsLong();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
      connection = context;
      looking =
          channel
              .eventLoop()
              .scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
      super.channelActive(context);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
      if (looking != null) {
        looking.cancel(false);
      }
      super.channelInactive(context);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) throws Exception {
      if (requests == 0 && used && !heard) {
        heard = true;
        since = nanos.getAsLong();
      }
      super.channelRead(context, bytes);
    }

    void begin() {
      requests++;
      used = true;
      heard = false;
    }

    void end() {
      requests--;
      since = nanos.getAsLong();
    }

    private void look() {
      long now = nanos.getAsLong();
      if (isStalled(now)) {
        close();
        return;
      }
      if (requests > 0 || untaken > 0) {
        // also what is answered in full, as far as we are concerned, is not yet with the client
        since = now;
        return;
      }
      Duration most = used && !heard ? limits.idle() : limits.head();
      if (now - since > most.toNanos()) {
        close();
      }
    }

    /** From here on, past the server's own handler: that one waits until all written has left. */
    private void close() {
      var unused = requireNonNull(connection).close();
    }

    /** Whether the same bytes have been waiting all the time for the client to take them. */
    private boolean isStalled(long now) {
      long waiting = channel.isWritable() ? 0 : channel.bytesBeforeWritable();
      if (waiting != untaken) {
        untaken = waiting;
        untakenSince = now;
      }
      return untaken > 0 && now - untakenSince > limits.stalled().toNanos();
    }
  }
}
