package org.gongkai.rehearsal;

import java.util.Locale;
import org.gongkai.problem.WireCode;

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
