package org.gongkai.rule;

import java.util.Locale;
import org.gongkai.problem.WireCode;

/** What follows when a rule is broken. */
public enum Severity implements WireCode {
  /** A hard rule: the report cannot be submitted. */
  ERROR,
  /** Wants an explanation; blocks nothing. */
  WARNING,
  /** For the reader's information. */
  INFO;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
