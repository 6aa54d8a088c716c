package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.gongkai.access.Access;

/** Writes down what becomes of a report and tells those who want to know. */
@ApplicationScoped
class EventRecorder {

  private final ReportRepository reports;
  private final Access access;
  private final Clock clock;
  private final TallyChanges tallyChanges;
  private final Event<ReportsChanged> changed;

  EventRecorder(
      ReportRepository reports,
      Access access,
      Clock clock,
      TallyChanges tallyChanges,
      Event<ReportsChanged> changed) {
    this.reports = reports;
    this.tallyChanges = tallyChanges;
    this.access = access;
    this.clock = clock;
    this.changed = changed;
  }

  /**
   * The time of an event of the report: never before the last one, whatever the clocks of several
   * instances say. PostgreSQL keeps microseconds; what is answered now must equal what is read
   * later.
   */
  Instant now(Report report) {
    Instant now = now();
    return report.changedAt() != null && report.changedAt().isAfter(now) ? report.changedAt() : now;
  }

  /** The time of the first event of a report. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Records an event, after the report has changed.
   *
   * @param reason why, in the words of its author, or null
   * @param detail more of it, as JSON, or null
   */
  ReportEvent record(
      Report report, ReportEventKind kind, Instant now, String reason, String detail) {
    String author = author();
    ReportEvent event = ReportEvent.of(report, kind, now, author, reason, detail);
    reports.keep(event);
    tell(List.of(report), kind, now);
    return event;
  }

  /** Tells of an event that all of some reports have and that is recorded. */
  void tell(List<Report> some, ReportEventKind kind, Instant now) {
    String author = author();
    tallyChanges.note(some, now);
    some.forEach(report -> access.noteReport(report.id()));
    changed.fire(
        new ReportsChanged(some.stream().map(r -> changed(r, kind, author, now)).toList()));
  }

  private static ReportsChanged.ReportChanged changed(
      Report report, ReportEventKind kind, String author, Instant now) {
    return new ReportsChanged.ReportChanged(
        kind,
        report.id(),
        report.organ(),
        report.year(),
        report.scope(),
        report.region(),
        report.revision(),
        report.state(),
        author,
        now);
  }

  String author() {
    return access.current().authorName();
  }
}
