package org.gongkai.feed;

import java.util.Locale;
import org.gongkai.problem.WireCode;

/** Whether a webhook is told of changes. */
public enum WebhookState implements WireCode {
  ACTIVE,
  DISABLED;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
