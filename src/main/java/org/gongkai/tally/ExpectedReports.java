package org.gongkai.tally;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;
import org.gongkai.calendar.ExemptionsChanged;
import org.gongkai.registry.OrgansChanged;
import org.gongkai.registry.RegionsChanged;

/**
 * Keeps how many reports are expected where, in the transaction that changes the registry: what an
 * organ's versions say now, less what they said before, waits to be folded.
 */
@Singleton
class ExpectedReports {

  private final ExpectedReportStore store;
  private final Clock clock;

  ExpectedReports(ExpectedReportStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  void follow(@Observes OrgansChanged changed) {
    follow(changed.organs());
  }

  void follow(@Observes ExemptionsChanged changed) {
    follow(Set.of(changed.organ()));
  }

  /** Nothing is expected in other places now, but an answer may show other names. */
  void follow(@Observes RegionsChanged changed) {
    store.note(changed.regions().toArray(String[]::new), clock.instant());
  }

  private void follow(Set<String> codes) {
    store.follow(codes.toArray(String[]::new), clock.instant());
  }
}
