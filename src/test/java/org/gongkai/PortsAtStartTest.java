package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A port that another program has is said before anything is started. */
class PortsAtStartTest {

  private static Optional<String> refusal(String host, int port) {
    return PortsAtStart.refusal(host, port, "QUARKUS_HTTP_PORT", "服务", "the service");
  }

  @Test
  void aPortOfAnotherProgramIsNamedWithTheSettingThatChangesIt() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();
      for (String host : new String[] {"127.0.0.1", "0.0.0.0"}) {
        assertThat(refusal(host, port))
            .hasValueSatisfying(
                said ->
                    assertThat(said)
                        .contains("端口 " + port, "Port " + port, "QUARKUS_HTTP_PORT", host));
      }
    }
  }

  @Test
  void aFreePortIsNothingToSpeakOf() {
    assertThat(refusal("127.0.0.1", 0)).isEmpty();
  }

  @Test
  void whatIsNoPortIsLeftToTheServerToSay() {
    assertThat(refusal("127.0.0.1", 99_999)).isEmpty();
    assertThat(refusal("no host has this name", 8080)).isEmpty();
  }
}
