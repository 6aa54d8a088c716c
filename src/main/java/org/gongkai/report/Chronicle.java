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
class Chronicle {

  private final ReportRepository reports;
  private final Access access;
  private final Clock clock;
  private final Counting counting;
  private final Event<ReportChanged> changed;

  Chronicle(
      ReportRepository reports,
      Access access,
      Clock clock,
      Counting counting,
      Event<ReportChanged> changed) {
    this.reports = reports;
    this.counting = counting;
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
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return report.changedAt() != null && report.changedAt().isAfter(now) ? report.changedAt() : now;
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
    counting.note(List.of(report), now);
    access.noteReport(report.id());
    changed.fire(
        new ReportChanged(
            kind,
            report.id(),
            report.organ(),
            report.year(),
            report.scope(),
            report.region(),
            report.revision(),
            report.state(),
            author,
            now));
    return event;
  }

  String author() {
    return access.current().authorName();
  }
}
