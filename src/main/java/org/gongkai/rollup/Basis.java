package org.gongkai.rollup;

import java.util.Locale;
import org.gongkai.problem.WireCode;

/** Whose reports a rollup counts. */
public enum Basis implements WireCode {
  /** Every report that is submitted, accepted or published, in its newest revision. */
  SUBMITTED,
  /** Every report that is accepted or published, in its newest revision. */
  ACCEPTED,
  /** What the public sees: every published report in the revision that was published. */
  PUBLISHED;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
