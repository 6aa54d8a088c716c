package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gongkai.access.Access;
import org.jspecify.annotations.Nullable;

/** Writes down what becomes of reports and tells those who want to know. */
@ApplicationScoped
public class EventRecorder {

  /** What becomes of a report that readers see, or saw until then. */
  private static final Set<ReportEventKind> TOLD =
      EnumSet.of(ReportEventKind.PUBLISHED, ReportEventKind.HIDDEN, ReportEventKind.UNHIDDEN);

  private final ReportStore store;
  private final Access access;
  private final Clock clock;
  private final EventClock eventClock;
  private final TallyChanges tallyChanges;
  private final Event<ReportsChanged> changed;

  EventRecorder(
      ReportStore store,
      Access access,
      Clock clock,
      EventClock eventClock,
      TallyChanges tallyChanges,
      Event<ReportsChanged> changed) {
    this.store = store;
    this.tallyChanges = tallyChanges;
    this.access = access;
    this.clock = clock;
    this.eventClock = eventClock;
    this.changed = changed;
  }

  /**
   * What the caller does to reports now: never before the last event of any of them, whatever the
   * clocks of several instances say.
   *
   * @param reason why, in the caller's words, or null
   */
  public ReportEvent.Act act(List<Report> reports, @Nullable String reason) {
    return new ReportEvent.Act(access.current().authorName(), reason, moment(reports));
  }

  /** When that is. */
  Instant moment(List<Report> reports) {
    Instant now = now();
    Instant last =
        reports.stream()
            .map(Report::changedAt)
            .filter(Objects::nonNull)
            .reduce(now, (one, other) -> one.isAfter(other) ? one : other);
    eventClock.requireNear(last, now);
    return last;
  }

  /** PostgreSQL keeps microseconds; what is answered now must equal what is read later. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Writes reports to which something has happened, and tells of it. */
  public void record(List<Report> reports) {
    store.write(reports);
    tallyChanges.note(reports, reports.getFirst().changedAt());
    changed.fire(new ReportsChanged(reports.stream().map(EventRecorder::changed).toList()));
    reports.forEach(Report::clearNew);
  }

  private static ReportsChanged.ReportChanged changed(Report report) {
    ReportEvent event = report.newEvent();
    return new ReportsChanged.ReportChanged(
        Objects.requireNonNull(event).kind(),
        report.id(),
        report.organ(),
        report.year(),
        report.scope(),
        report.region(),
        report.revision(),
        report.state(),
        event.author(),
        event.at(),
        TOLD.contains(event.kind())
            || event.kind() == ReportEventKind.REDACTED && report.isPublic());
  }
}
