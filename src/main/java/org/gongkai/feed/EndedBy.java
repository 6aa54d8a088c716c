package org.gongkai.feed;

import java.util.Locale;
import org.gongkai.problem.WireCode;

/** What has ended a webhook. */
public enum EndedBy implements WireCode {
  /** It answered 410 Gone. */
  RECEIVER,
  /** The key that made it was revoked or has expired. */
  KEY;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
