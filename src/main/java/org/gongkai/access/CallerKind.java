package org.gongkai.access;

import java.util.Locale;
import org.gongkai.problem.WireCode;

/** How a caller identifies itself. */
public enum CallerKind implements WireCode {
  /** A key of this service. */
  KEY,
  /** A token of the house's identity provider. */
  TOKEN;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
