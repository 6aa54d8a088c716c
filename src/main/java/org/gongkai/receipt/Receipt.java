package org.gongkai.receipt;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Proof of a submission: number, time, digest.
 *
 * @param sequence its place among the receipts of the revision, from 1
 * @param digest SHA-256 of the canonical JSON of the revision's document
 */
public record Receipt(
    String number, long report, int revision, int sequence, byte[] digest, Instant receivedAt) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneId.of("Asia/Shanghai"));

  /**
   * The receipt of a revision; its number tells the day, the report and the revision, and where it
   * is not the revision's first, which.
   *
   * @param before how many receipts the revision has already: it can be submitted again after a
   *     withdrawal or a return
   */
  public static Receipt of(long report, int revision, byte[] digest, int before, Instant now) {
    int sequence = before + 1;
    String number =
        "GK-%s-%08d-%02d".formatted(DAY.format(now), report, revision)
            + (before == 0 ? "" : "-" + sequence);
    return new Receipt(number, report, revision, sequence, digest, now);
  }
}
