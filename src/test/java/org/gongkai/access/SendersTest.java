package org.gongkai.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.gongkai.access.Senders.Sender;
import org.junit.jupiter.api.Test;

class SendersTest {

  private final Senders senders = new Senders();

  @Test
  void whoeverMakesUpKeysHasOneLineForAllOfThem() {
    Sender one = Sender.of("made up 1", "a");
    Sender two = Sender.of("made up 2", "a");
    Sender without = Sender.of(null, "a");
    assertThat(one.name()).isNotEqualTo(two.name());
    assertThat(senders.placeOf(one))
        .isEqualTo(senders.placeOf(two))
        .isEqualTo(senders.placeOf(without))
        .isNotEqualTo(senders.placeOf(Sender.of("made up 1", "b")));
  }

  @Test
  void aKeyByWhichSomebodyWasRecognisedHasALineOfItsOwnFromAnywhere() {
    senders.recognised(Sender.of("right", "a"), "somebody");
    assertThat(senders.placeOf(Sender.of("right", "a")))
        .isEqualTo(senders.placeOf(Sender.of("right", "b")))
        .isNotEqualTo(senders.placeOf(Sender.of("wrong", "a")))
        .matches(Senders.Place::isKnown);
    assertThat(senders.placeOf(Sender.of("right", "a")).line()).doesNotContain("right");
    assertThat(senders.placeOf(Sender.of("wrong", "a")).isKnown()).isFalse();
  }

  @Test
  void aCallerWithManyTokensHasOneLine() {
    Sender one = Sender.of("token 1", "a");
    Sender two = Sender.of("token 2", "b");
    assertThat(senders.countedAs(one)).isNotEqualTo(senders.countedAs(two));
    senders.recognised(one, "somebody");
    senders.recognised(two, "somebody");
    assertThat(senders.placeOf(one))
        .isEqualTo(senders.placeOf(two))
        .isNotEqualTo(senders.placeOf(Sender.of("token 3", "a")));
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
