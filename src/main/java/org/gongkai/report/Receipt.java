package org.gongkai.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.hibernate.annotations.Immutable;

/** Proof that a revision was submitted: number, time, digest. */
@Entity
@Immutable
@Table(name = "receipt")
class Receipt {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneId.of("Asia/Shanghai"));

  @Id private String number;
  private long report;
  private int revision;
  private int sequence;
  private byte[] digest;

  @Column(name = "received_at")
  private Instant receivedAt;

  protected Receipt() {}

  /**
   * The receipt of a revision; its number tells the day, the report and the revision, and where it
   * is not the revision's first, which.
   *
   * @param digest of the revision's document
   * @param before how many the revision has: it can be handed in again after it was taken back
   */
  static Receipt of(long report, int revision, byte[] digest, int before, Instant now) {
    Receipt receipt = new Receipt();
    receipt.report = report;
    receipt.revision = revision;
    receipt.sequence = before + 1;
    receipt.number =
        "GK-%s-%08d-%02d".formatted(DAY.format(now), receipt.report, receipt.revision)
            + (before == 0 ? "" : "-" + receipt.sequence);
    receipt.digest = digest;
    receipt.receivedAt = now;
    return receipt;
  }

  String number() {
    return number;
  }

  long report() {
    return report;
  }

  int revision() {
    return revision;
  }

  byte[] digest() {
    return digest;
  }

  Instant receivedAt() {
    return receivedAt;
  }
}
