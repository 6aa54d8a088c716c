package org.gongkai.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What is said of a standby that answers is for {@code StandbyIT} to show. */
class StalenessTest {

  private static Staleness at(int port, boolean readOnly) {
    ReadOnlyMode.Settings settings =
        new SmallRyeConfigBuilder()
            .withMapping(ReadOnlyMode.Settings.class)
            .withDefaultValue("gongkai.read-only", Boolean.toString(readOnly))
            .addDiscoveredConverters()
            .build()
            .getConfigMapping(ReadOnlyMode.Settings.class);
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setServerNames(new String[] {"127.0.0.1"});
    database.setPortNumbers(new int[] {port});
    database.setUser("nobody");
    return new Staleness(
        new StandbyStore(new Sql(database)),
        new ReadOnlyMode(settings),
        settings,
        new SimpleMeterRegistry());
  }

  private static int portOfNobody() throws IOException {
    try (ServerSocket nobody = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      return nobody.getLocalPort();
    }
  }

  /** It might be days behind, and would be read as if it were a primary. */
  @Test
  void anInstanceThatMayBeAtAStandbyAnswersNothingBeforeTheDatabaseHasSaidWhatItIs()
      throws IOException {
    Staleness staleness = at(portOfNobody(), true);
    staleness.ask();
    assertThat(staleness.isTooOld()).isTrue();
    assertThat(new StalenessReadiness(staleness).call().getStatus())
        .isEqualTo(HealthCheckResponse.Status.DOWN);
    Staleness writing = at(portOfNobody(), false);
    writing.ask();
    assertThat(writing.isTooOld()).isFalse();
  }

  /** What is said is never less than it is: half a second more is one more. */
  @Test
  void secondsThatHaveBegunCount() {
    assertThat(Staleness.seconds(Duration.ZERO)).isZero();
    assertThat(Staleness.seconds(Duration.ofNanos(1))).isEqualTo(1);
    assertThat(Staleness.seconds(Duration.ofSeconds(2))).isEqualTo(2);
    assertThat(Staleness.seconds(Duration.ofMillis(2_500))).isEqualTo(3);
  }
}
