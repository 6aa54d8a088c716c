package org.gongkai.rollup;

import java.util.Locale;
import org.gongkai.problem.WireCode;

/** Whose reports a rollup counts. */
public enum Basis implements WireCode {
  /** Every report that is submitted. */
  SUBMITTED;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
