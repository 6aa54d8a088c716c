package org.gongkai.webhook;

import java.util.Locale;
import org.gongkai.problem.WireCode;

/** How far a delivery has come. */
public enum DeliveryState implements WireCode {
  /** It is still to be sent, for the first time or again. */
  PENDING,
  DELIVERED,
  /** Every attempt has failed; only somebody who asks for it starts it again. */
  DEAD;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
