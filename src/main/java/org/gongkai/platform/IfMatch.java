package org.gongkai.platform;

import java.util.Arrays;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Violation;

/** The precondition {@code If-Match} (RFC 9110, 13.1.1), with strong comparison. */
public final class IfMatch {

  private IfMatch() {}

  /**
   * Lets pass when the header is absent, is {@code *}, or names the current tag.
   *
   * @param header as it was sent, or null
   * @param current the current strong tag with its quotes, or null when there is nothing yet
   */
  public static void require(String header, String current) {
    if (header == null) {
      return;
    }
    if (header.isBlank()) {
      throw ProblemException.invalid(
          Violation.at("header:If-Match", "不能为空白。", "Must not be blank."));
    }
    boolean matches =
        current != null
            && Arrays.stream(header.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(current));
    if (!matches) {
      throw ProblemException.of(ProblemType.STALE_ETAG);
    }
  }
}
