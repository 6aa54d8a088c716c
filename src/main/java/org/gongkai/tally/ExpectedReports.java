package org.gongkai.tally;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.gongkai.calendar.ExemptionsChanged;
import org.gongkai.platform.Sql;
import org.gongkai.registry.OrgansChanged;
import org.gongkai.registry.RegionsChanged;

/**
 * Keeps how many reports are expected where, in the transaction that changes the registry: what an
 * organ's versions say now, less what they said before, waits to be folded.
 */
@Singleton
class ExpectedReports {

  private static final String NOTE =
      """
      INSERT INTO duty_change (at, region, kind, year, change)
      SELECT ?, step.region, step.kind, step.year, sum(step.change)
      FROM (
        SELECT region, kind, year, change FROM organ_duty(?)
        UNION ALL
        SELECT region, kind, year, -change FROM duty WHERE organ = ANY (?)
      ) step
      GROUP BY step.region, step.kind, step.year
      """;

  private static final String NOTE_REGIONS =
      """
      INSERT INTO duty_change (at, region, kind, year, change)
      SELECT ?, code, '', 0, 0 FROM unnest(?) AS changed (code)
      """;

  private static final String FORGET = "DELETE FROM duty WHERE organ = ANY (?)";

  private static final String KEEP =
      """
      INSERT INTO duty (organ, year, region, kind, change)
      SELECT organ, year, region, kind, change FROM organ_duty(?)
      """;

  private final Sql sql;
  private final Clock clock;

  ExpectedReports(Sql sql, Clock clock) {
    this.sql = sql;
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
    sql.update(NOTE_REGIONS, now(), changed.regions().toArray(String[]::new));
  }

  private void follow(Set<String> codes) {
    String[] organs = codes.toArray(String[]::new);
    sql.update(NOTE, now(), organs, organs);
    sql.update(FORGET, (Object) organs);
    sql.update(KEEP, (Object) organs);
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC);
  }
}
