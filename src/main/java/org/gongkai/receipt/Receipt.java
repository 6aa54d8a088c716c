package org.gongkai.receipt;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Proof that a revision was submitted: number, time, digest.
 *
 * @param sequence the how-manieth receipt of its revision, from 1
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
   * @param before how many the revision has: it can be handed in again after it was taken back
   */
  public static Receipt of(long report, int revision, byte[] digest, int before, Instant now) {
    int sequence = before + 1;
    String number =
        "GK-%s-%08d-%02d".formatted(DAY.format(now), report, revision)
            + (before == 0 ? "" : "-" + sequence);
    return new Receipt(number, report, revision, sequence, digest, now);
  }
}
