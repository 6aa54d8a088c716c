package org.gongkai.rehearsal;

import java.time.Instant;
import java.util.Locale;
import org.gongkai.problem.WireCode;
import org.jspecify.annotations.Nullable;

/**
 * A rule file that is run over stored reports.
 *
 * @param from first report year, or null
 * @param to last report year, or null
 * @param owner region of the office that asked for it
 * @param against SHA-256 of the rules in force at the request
 * @param lastReport the newest report that it looks at
 * @param position id of the last report judged so far
 */
record Rehearsal(
    long id,
    String region,
    @Nullable Integer from,
    @Nullable Integer to,
    String owner,
    String author,
    String edition,
    int version,
    String file,
    String against,
    RehearsalState state,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    long lastReport,
    long position,
    Counts counts) {

  /**
   * How far it has come.
   *
   * @param unjudged reports that could not be judged
   * @param unsubmittable reports with an error that is not found now
   */
  record Counts(int total, int seen, int unjudged, int unsubmittable) {}

  /** Where a rehearsal stands. */
  public enum RehearsalState implements WireCode {
    /** Others come first. */
    WAITING,
    /** Some of its reports are judged. */
    RUNNING,
    /** All have been. */
    DONE,
    /** Somebody has ended it. */
    CANCELLED,
    /** Other rules came into force meanwhile, so that it says nothing any more. */
    FAILED;

    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
