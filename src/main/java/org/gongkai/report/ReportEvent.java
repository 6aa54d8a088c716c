package org.gongkai.report;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What has become of a report, and how it stood afterwards. */
@Entity
@Immutable
@Table(name = "report_event")
public class ReportEvent {

  /** An event is the n-th of its report, from 1. */
  @Embeddable
  public record Key(long report, int number) {}

  @EmbeddedId private Key key;
  private ReportEventKind kind;
  private Instant at;
  private ReportState state;
  private int revision;

  @Column(name = "published_revision")
  private @Nullable Integer publishedRevision;

  @Embedded private FindingCounts counts = FindingCounts.NONE;
  private String author;
  private @Nullable String reason;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable String detail;

  protected ReportEvent() {}

  /**
   * Who does something to a report, why and when.
   *
   * @param author prefix and label of the API key
   * @param reason in the author's words, or null
   */
  public record Act(String author, @Nullable String reason, Instant at) {}

  /** The newest event of a report. */
  static ReportEvent of(Report report, ReportEventKind kind, Act act, @Nullable String detail) {
    ReportEvent event = new ReportEvent();
    event.key = new Key(report.id(), report.events());
    event.kind = kind;
    event.at = act.at();
    event.state = report.state();
    event.revision = report.revision();
    event.publishedRevision = report.publishedRevision();
    event.counts = report.findings().counts();
    event.author = act.author();
    event.reason = act.reason();
    event.detail = detail;
    return event;
  }

  public Key key() {
    return key;
  }

  ReportEventKind kind() {
    return kind;
  }

  Instant at() {
    return at;
  }

  ReportState state() {
    return state;
  }

  int revision() {
    return revision;
  }

  public @Nullable Integer publishedRevision() {
    return publishedRevision;
  }

  FindingCounts counts() {
    return counts;
  }

  String author() {
    return author;
  }

  public @Nullable String reason() {
    return reason;
  }

  public @Nullable String detail() {
    return detail;
  }
}
