package org.gongkai.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** When a connection is closed, by a clock that is set. */
class ConnectionDeadlinesTest {

  private static final Duration HEAD = Duration.ofSeconds(15);
  private static final Duration IDLE = Duration.ofSeconds(75);

  private long nanos;
  private ConnectionDeadlines.Watch watch;

  @Test
  void aFirstHeadHasItsTime() {
    EmbeddedChannel channel = opened();
    pass(channel, HEAD);
    assertThat(channel.isOpen()).isTrue();
    pass(channel, Duration.ofSeconds(5));
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void aQuietConnectionIsKeptLonger() {
    EmbeddedChannel channel = answered();
    pass(channel, IDLE);
    assertThat(channel.isOpen()).isTrue();
    pass(channel, Duration.ofSeconds(5));
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void anAnswerMayTakeAsLongAsItWants() {
    EmbeddedChannel channel = opened();
    watch.begin();
    pass(channel, Duration.ofMinutes(10));
    assertThat(channel.isOpen()).isTrue();
    watch.end();
    pass(channel, IDLE);
    assertThat(channel.isOpen()).isTrue();
  }

  /** Whatever keeps the server from beginning with it, the client must not wait in silence. */
  @Test
  void whatCameAndIsNotBegunWithIsNotKeptLong() {
    EmbeddedChannel channel = answered();
    pass(channel, Duration.ofSeconds(60));
    channel.writeInbound("GET / HT");
    pass(channel, HEAD);
    assertThat(channel.isOpen()).isTrue();
    channel.writeInbound("TP/1.1");
    pass(channel, Duration.ofSeconds(5));
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void aRequestAtTheEdgeOfTheIdleTimeIsTaken() {
    EmbeddedChannel channel = answered();
    pass(channel, IDLE);
    channel.writeInbound("GET / HTTP/1.1");
    watch.begin();
    pass(channel, Duration.ofSeconds(60));
    assertThat(channel.isOpen()).isTrue();
  }

  private EmbeddedChannel opened() {
    EmbeddedChannel channel = new EmbeddedChannel();
    watch =
        new ConnectionDeadlines.Watch(
            channel,
            new ConnectionDeadlines.Limits(HEAD, IDLE, Duration.ofSeconds(60)),
            () -> nanos);
    channel.freezeTime();
    channel.pipeline().addFirst(watch);
    channel.pipeline().fireChannelActive();
    return channel;
  }

  private EmbeddedChannel answered() {
    EmbeddedChannel channel = opened();
    watch.begin();
    watch.end();
    return channel;
  }

  private void pass(EmbeddedChannel channel, Duration time) {
    for (long second = 0; second < time.toSeconds(); second++) {
      nanos += TimeUnit.SECONDS.toNanos(1);
      channel.advanceTimeBy(1, TimeUnit.SECONDS);
      channel.runScheduledPendingTasks();
    }
  }
}
