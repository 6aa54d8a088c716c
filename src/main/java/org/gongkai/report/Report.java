package org.gongkai.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.gongkai.form.Content;
import org.gongkai.form.Scope;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Where the report of one organ, year and scope stands. It guards its own states. */
@Entity
@Table(name = "report")
class Report {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String organ;
  private short year;
  private Scope scope;
  private ReportState state;
  private String region;
  private int revision;
  private int edit;

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

  protected Report() {}

  /** Opens the file of an organ for a year; its first revision is still to be written. */
  static Report open(Content content, String region, Instant now) {
    Report report = new Report();
    report.organ = content.organ();
    report.year = (short) content.year();
    report.scope = content.scope();
    report.state = ReportState.DRAFT;
    report.region = region;
    report.createdAt = now;
    return report;
  }

  /** Takes the next revision. The state stays. */
  void revise(Instant now) {
    revision++;
    edit++;
    changedAt = now;
  }

  /** Hands in what the newest revision says. */
  void submit(Instant now) {
    if (state == ReportState.DRAFT) {
      state = ReportState.SUBMITTED;
      edit++;
    }
    changedAt = now;
    submittedAt = now;
  }

  /** Keeps what the rules say of the newest revision, as stored JSON. */
  void judged(String ownEditions, String ownFindings, String findingsAcrossYears) {
    editions = ownEditions;
    findings = ownFindings;
    yearFindings = findingsAcrossYears;
  }

  void judgedAcrossYears(String findingsAcrossYears) {
    yearFindings = findingsAcrossYears;
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
}
