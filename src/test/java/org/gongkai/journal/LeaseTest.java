package org.gongkai.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.platform.Sql;
import org.gongkai.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** One at a time is at work on a request, and a crash ends that too. */
@QuarkusTest
class LeaseTest {

  @Inject Leases leases;
  @Inject Sql sql;

  private final RequestName name = RequestName.of("test", UUID.randomUUID().toString());

  /** As if the instance had ended without a word so long ago. */
  private void expire() {
    sql.statement(
            """
            UPDATE request_lease SET expires_at = clock_timestamp() - interval '1 second' WHERE id = :id
            """)
        .bind("id", name.id())
        .update();
  }

  private boolean lasts() {
    return sql.statement(
            """
            SELECT expires_at > clock_timestamp() + interval '10 seconds' AS lasts FROM request_lease WHERE id = :id
            """)
        .bind("id", name.id())
        .first(row -> row.getBoolean("lasts"))
        .orElse(false);
  }

  @Test
  void isHeldByOneUntilItIsClosed() {
    Lease first = leases.take(name).orElseThrow();
    assertThat(leases.take(name)).isEmpty();
    first.begin();
    assertThat(leases.take(name)).isEmpty();
    first.requireHeld();
    first.close();
    Optional<Lease> second = leases.take(name);
    assertThat(second).isPresent();
    second.get().close();
  }

  @Test
  void isKeptUpWhileTheWorkGoesOn() {
    try (Lease lease = leases.take(name).orElseThrow()) {
      lease.begin();
      expire();
      leases.renew();
      assertThat(lasts()).isTrue();
      lease.requireHeld();
      assertThat(leases.take(name)).isEmpty();
    }
  }

  @Test
  void endsByItselfWhereTheWorkNeverBegins() {
    Lease lost = leases.take(name).orElseThrow();
    expire();
    leases.renew();
    try (Lease next = leases.take(name).orElseThrow()) {
      next.begin();
      lost.close();
      next.requireHeld();
      assertThat(leases.take(name)).as("the lost one ends nothing of the next").isEmpty();
    }
  }

  @Test
  void whoCouldNotKeepItUpStops() {
    Lease lost = leases.take(name).orElseThrow();
    lost.begin();
    expire();
    try (Lease next = leases.take(name).orElseThrow()) {
      next.begin();
      leases.renew();
      assertThatThrownBy(lost::requireHeld).isInstanceOf(ProblemException.class);
      next.requireHeld();
    }
  }
}
