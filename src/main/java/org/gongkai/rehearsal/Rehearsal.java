package org.gongkai.rehearsal;

import java.time.Instant;
import java.util.Locale;
import org.gongkai.problem.WireCode;

/**
 * A rule file that is run over stored reports.
 *
 * @param from first report year, or null
 * @param to last report year, or null
 * @param owner region of the office that asked for it
 * @param against fingerprint of the rules in force when it was asked for
 * @param lastReport the newest report that it looks at
 * @param position the last report that was looked at
 */
record Rehearsal(
    long id,
    String region,
    Integer from,
    Integer to,
    String owner,
    String author,
    String edition,
    int version,
    String file,
    String against,
    RehearsalState state,
    Instant createdAt,
    Instant startedAt,
    Instant endedAt,
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
  enum RehearsalState implements WireCode {
    /** Others come first. */
    WAITING,
    /** Some of its reports have been looked at. */
    RUNNING,
    /** All have been. */
    DONE,
    /** Somebody has ended it. */
    CANCELLED,
    /** Other rules came into force meanwhile, so that it says nothing any more. */
    FAILED;

    boolean isOver() {
      return this != WAITING && this != RUNNING;
    }

    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
