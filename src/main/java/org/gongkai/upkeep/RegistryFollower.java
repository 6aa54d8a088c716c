package org.gongkai.upkeep;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.calendar.ExemptionsChanged;
import org.gongkai.crosscheck.ShingleStore;
import org.gongkai.form.Scope;
import org.gongkai.platform.Parameters;
import org.gongkai.registry.OrgansChanged;
import org.gongkai.report.Backlog;
import org.gongkai.report.DeltaStore;
import org.gongkai.report.ReportState;

/**
 * Keeps each report where its organ was in the report year: when the registry is corrected, reports
 * follow in the same transaction, and so does what rollups count and where copied text is looked
 * for. A report of a year in which the organ no longer is stays.
 */
@Singleton
class RegistryFollower {

  /** Of so many organs at a time the reports that move are in memory. */
  private static final int BATCH = 1_000;

  private final DeltaStore store;
  private final ShingleStore sketches;
  private final Backlog backlog;
  private final Clock clock;
  private final Event<ReportsMoved> moved;

  RegistryFollower(
      DeltaStore store,
      ShingleStore sketches,
      Backlog backlog,
      Clock clock,
      Event<ReportsMoved> moved) {
    this.store = store;
    this.sketches = sketches;
    this.backlog = backlog;
    this.clock = clock;
    this.moved = moved;
  }

  void follow(@Observes OrgansChanged changed) {
    follow(changed.organs());
  }

  void follow(@Observes ExemptionsChanged changed) {
    follow(Set.of(changed.organ()));
  }

  private void follow(Set<String> organs) {
    backlog.requireRoom();
    List<String> all = organs.stream().sorted().toList();
    for (int first = 0; first < all.size(); first += BATCH) {
      follow(all.subList(first, Math.min(all.size(), first + BATCH)));
    }
  }

  private void follow(List<String> some) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<ReportsMoved.Move> moves = store.follow(some, now, RegistryFollower::move);
    if (!moves.isEmpty()) {
      sketches.move(places(moves));
      moved.fire(new ReportsMoved(now, moves));
    }
  }

  private static Map<Long, ShingleStore.Place> places(List<ReportsMoved.Move> moves) {
    return moves.stream()
        .collect(
            Collectors.toMap(
                ReportsMoved.Move::report,
                move -> new ShingleStore.Place(move.to(), move.year(), move.scope())));
  }

  private static ReportsMoved.Move move(ResultSet row) throws SQLException {
    return new ReportsMoved.Move(
        row.getLong("id"),
        row.getString("organ"),
        row.getInt("year"),
        Parameters.choice(row.getString("scope"), Scope.class).orElseThrow(),
        row.getString("old_region"),
        row.getString("region"),
        row.getInt("revision"),
        Parameters.choice(row.getString("state"), ReportState.class).orElseThrow(),
        row.getObject("published_revision") != null);
  }
}
