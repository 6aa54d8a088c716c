package org.gongkai.access;

import static org.assertj.core.api.Assertions.assertThat;

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
    senders.recognised(Sender.of("right", "a"));
    assertThat(senders.placeOf(Sender.of("right", "a")))
        .isEqualTo(senders.placeOf(Sender.of("right", "b")))
        .isNotEqualTo(senders.placeOf(Sender.of("wrong", "a")))
        .matches(Senders.Place::isKnown);
    assertThat(senders.placeOf(Sender.of("right", "a")).line()).doesNotContain("right");
    assertThat(senders.placeOf(Sender.of("wrong", "a")).isKnown()).isFalse();
  }
}
