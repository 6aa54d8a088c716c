package org.gongkai.report;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.List;
import org.gongkai.check.Findings;
import org.gongkai.form.Content;
import org.gongkai.form.Scope;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Where the report of one organ, year and scope stands. It guards its own states. */
@Entity
@Table(name = "report")
class Report {

  @Id private Long id;

  private String organ;
  private short year;
  private Scope scope;
  private ReportState state;
  private String region;
  private String kind;
  private boolean expected;
  private int revision;
  private int edit;
  private int events;
  private int unexplained;
  private int waived;

  @Column(name = "published_revision")
  private Integer publishedRevision;

  @JdbcTypeCode(SqlTypes.JSON)
  private String editions;

  @JdbcTypeCode(SqlTypes.JSON)
  private String findings;

  @Column(name = "year_findings")
  @JdbcTypeCode(SqlTypes.JSON)
  private String yearFindings;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "submitted_at")
  private Instant submittedAt;

  @Column(name = "first_submitted_at")
  private Instant firstSubmittedAt;

  /** What rollups count of it, as far as they have been told. */
  @Transient private Counted counted = Counted.NOTHING;

  protected Report() {}

  @PostLoad
  void loaded() {
    counted = Counted.of(this);
  }

  /** Opens the file of an organ for a year; its first revision is still to be written. */
  static Report open(Content content, FilingContext filingContext) {
    Report report = new Report();
    report.id = filingContext.free();
    report.organ = content.organ();
    report.year = (short) content.year();
    report.scope = content.scope();
    report.state = ReportState.DRAFT;
    report.region = filingContext.region();
    report.kind = filingContext.kind();
    report.expected = filingContext.expected();
    return report;
  }

  /** Takes the next revision. The state stays. */
  void revise(Instant now) {
    createdAt = createdAt == null ? now : createdAt;
    revision++;
    edit++;
    changedAt = now;
  }

  /** Hands in a correction of what was handed in before. */
  void resubmit(Instant now) {
    submittedAt = now;
  }

  /**
   * Takes a step of its life.
   *
   * @throws org.gongkai.problem.ProblemException {@code state-conflict} where the state does not
   *     allow it
   */
  void take(Transition step, Instant now) {
    step.requireFrom(state);
    state = step.to();
    edit++;
    changedAt = now;
    switch (step) {
      case SUBMISSION -> {
        submittedAt = now;
        firstSubmittedAt = firstSubmittedAt == null ? now : firstSubmittedAt;
      }
      case WITHDRAWAL -> firstSubmittedAt = null;
      case PUBLICATION -> publishedRevision = revision;
      case RETURN, ACCEPTANCE, REOPENING -> {}
    }
  }

  /** The number of what happens next. */
  int nextEvent(Instant now) {
    changedAt = now;
    return ++events;
  }

  /** Keeps what the rules say of the newest revision. */
  void judged(String ownEditions, Assessment assessment) {
    editions = ownEditions;
    findings = Findings.write(assessment.own());
    yearFindings = Findings.write(assessment.around());
    counted(assessment);
  }

  /** Keeps how many findings still want something. */
  void counted(Assessment assessment) {
    unexplained = assessment.unexplained();
    waived = assessment.waived();
  }

  void judgedAround(Assessment assessment) {
    yearFindings = Findings.write(assessment.around());
    counted(assessment);
  }

  /** How to get to what rollups must count from what they have been told, which this ends. */
  List<Counted.Change> takeUncounted() {
    Counted now = Counted.of(this);
    List<Counted.Change> changes = now.since(counted);
    counted = now;
    return changes;
  }

  Long id() {
    return id;
  }

  String organ() {
    return organ;
  }

  int year() {
    return year;
  }

  Scope scope() {
    return scope;
  }

  ReportState state() {
    return state;
  }

  String region() {
    return region;
  }

  String kind() {
    return kind;
  }

  /** Whether the registry expects it. */
  boolean isExpected() {
    return expected;
  }

  int revision() {
    return revision;
  }

  int edit() {
    return edit;
  }

  String editions() {
    return editions;
  }

  String findings() {
    return findings;
  }

  String yearFindings() {
    return yearFindings;
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant changedAt() {
    return changedAt;
  }

  Instant submittedAt() {
    return submittedAt;
  }

  Instant firstSubmittedAt() {
    return firstSubmittedAt;
  }

  int events() {
    return events;
  }

  int unexplained() {
    return unexplained;
  }

  int waived() {
    return waived;
  }

  /** The revision that the public sees, or null. */
  Integer publishedRevision() {
    return publishedRevision;
  }

  boolean isPublic() {
    return publishedRevision != null;
  }

  /** Keeps a scope as its code, the same in SQL as in JSON. */
  @Converter(autoApply = true)
  static class ScopeColumn implements AttributeConverter<Scope, String> {

    @Override
    public String convertToDatabaseColumn(Scope scope) {
      return scope == null ? null : scope.code();
    }

    @Override
    public Scope convertToEntityAttribute(String code) {
      for (Scope scope : Scope.values()) {
        if (scope.code().equals(code)) {
          return scope;
        }
      }
      return null;
    }
  }
}
