package org.gongkai.webhook;

import java.util.UUID;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;

/** Reads the id of a webhook from an address; what is none names nothing. */
final class WebhookIds {

  private WebhookIds() {}

  @SuppressWarnings("UnusedException") // says no more than we do
  static UUID read(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw ProblemException.of(ProblemType.NOT_FOUND);
    }
  }
}
