package org.gongkai.access;

import java.util.Locale;
import org.gongkai.problem.WireCode;

/** Whether a key is accepted, and if not, why. */
public enum KeyState implements WireCode {
  LIVE,
  EXPIRED,
  REVOKED;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
