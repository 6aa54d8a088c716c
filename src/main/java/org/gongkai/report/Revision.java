package org.gongkai.report;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.gongkai.finding.Finding;
import org.gongkai.finding.Findings;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One immutable state of a report's content. */
@Entity
@Immutable
@Table(name = "revision")
public class Revision {

  /** A revision is the n-th of its report, from 1. */
  @Embeddable
  public record Key(long report, int number) {}

  @EmbeddedId private Key key;
  private String document;
  private byte[] digest;
  private byte[] shingles;

  @JdbcTypeCode(SqlTypes.JSON)
  private String editions;

  @JdbcTypeCode(SqlTypes.JSON)
  private String findings;

  private String author;
  private @Nullable String reason;

  @Column(name = "made_at")
  private Instant madeAt;

  private @Nullable Integer redaction;

  protected Revision() {}

  /** Writes down the newest revision of a report. */
  static Revision of(
      Report report, Submission submission, List<Finding> findings, ReportEvent.Act act) {
    Revision revision = new Revision();
    revision.key = new Key(report.id(), report.revision());
    revision.document = submission.text();
    revision.digest = submission.digest();
    revision.shingles = submission.examinedText().shingles().kept();
    revision.editions = report.editions();
    revision.findings = Findings.write(findings);
    revision.author = act.author();
    revision.reason = act.reason();
    revision.madeAt = act.at();
    return revision;
  }

  public Key key() {
    return key;
  }

  public String document() {
    return document;
  }

  public byte[] digest() {
    return digest;
  }

  /** A sample of the text, by which copies of it are found. */
  byte[] shingles() {
    return shingles;
  }

  public String editions() {
    return editions;
  }

  /** What the rules said when it was made, as it is stored. */
  public String findings() {
    return findings;
  }

  /** What the rules said when it was made. */
  public List<Finding> judgedThen() {
    return Findings.read(findings);
  }

  public String author() {
    return author;
  }

  public @Nullable String reason() {
    return reason;
  }

  /** Number of the event by which words of it were masked last, or null. */
  @Nullable Integer redaction() {
    return redaction;
  }

  public Instant madeAt() {
    return madeAt;
  }
}
