package org.gongkai.form;

import java.util.Locale;
import org.gongkai.problem.WireCode;

/** What a report gives figures of. Rollups add {@code organ} reports only. */
public enum Scope implements WireCode {
  /** The organ itself, with its public institutions. */
  ORGAN,
  /** A government and its own departments. */
  LEVEL,
  /** A whole administrative area. */
  AREA;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
