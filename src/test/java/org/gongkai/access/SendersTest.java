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
    assertThat(senders.lineOf(one))
        .isEqualTo(senders.lineOf(two))
        .isEqualTo(senders.lineOf(without))
        .isNotEqualTo(senders.lineOf(Sender.of("made up 1", "b")));
  }

  @Test
  void aKeyByWhichSomebodyWasRecognisedHasALineOfItsOwnFromAnywhere() {
    senders.recognised(Sender.of("right", "a"));
    assertThat(senders.lineOf(Sender.of("right", "a")))
        .isEqualTo(senders.lineOf(Sender.of("right", "b")))
        .isNotEqualTo(senders.lineOf(Sender.of("wrong", "a")))
        .doesNotContain("right");
  }
}
