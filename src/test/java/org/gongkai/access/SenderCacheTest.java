package org.gongkai.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.gongkai.access.SenderCache.Sender;
import org.junit.jupiter.api.Test;

class SenderCacheTest {

  private final SenderCache senders = new SenderCache();

  @Test
  void whoeverMakesUpKeysHasOneLineForAllOfThem() {
    Sender one = Sender.of("made up 1", "a");
    Sender two = Sender.of("made up 2", "a");
    Sender without = Sender.of(null, "a");
    assertThat(one.name()).isNotEqualTo(two.name());
    assertThat(senders.queueOf(one))
        .isEqualTo(senders.queueOf(two))
        .isEqualTo(senders.queueOf(without))
        .isNotEqualTo(senders.queueOf(Sender.of("made up 1", "b")));
  }

  @Test
  void aKeyByWhichSomebodyWasRecognisedHasALineOfItsOwnFromAnywhere() {
    senders.recognised(Sender.of("right", "a"), "somebody");
    assertThat(senders.queueOf(Sender.of("right", "a")))
        .isEqualTo(senders.queueOf(Sender.of("right", "b")))
        .isNotEqualTo(senders.queueOf(Sender.of("wrong", "a")))
        .matches(SenderCache.QueueKey::isKnown);
    assertThat(senders.queueOf(Sender.of("right", "a")).queue()).doesNotContain("right");
    assertThat(senders.queueOf(Sender.of("wrong", "a")).isKnown()).isFalse();
  }

  @Test
  void aCallerWithManyTokensHasOneLine() {
    Sender one = Sender.of("token 1", "a");
    Sender two = Sender.of("token 2", "b");
    assertThat(senders.countedAs(one)).isNotEqualTo(senders.countedAs(two));
    senders.recognised(one, "somebody");
    senders.recognised(two, "somebody");
    assertThat(senders.queueOf(one))
        .isEqualTo(senders.queueOf(two))
        .isNotEqualTo(senders.queueOf(Sender.of("token 3", "a")));
    assertThat(senders.countedAs(one)).isEqualTo(senders.countedAs(two));
  }

  @Test
  void aKeyIsTheSameHoweverItIsSpelled() {
    assertThat(
            Stream.of("Bearer key", "bearer key", "BeArEr    key", "Bearer key ")
                .map(authorization -> KeyMechanism.sent(null, authorization)))
        .containsOnly("key");
    assertThat(KeyMechanism.sent(" key ", "Bearer other")).isEqualTo("key");
    assertThat(KeyMechanism.sent(null, "Basic any")).isNull();
    assertThat(KeyMechanism.sent(null, null)).isNull();
  }
}
