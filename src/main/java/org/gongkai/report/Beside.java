package org.gongkai.report;

import java.util.Optional;
import org.gongkai.check.PlainNarrative;
import org.gongkai.form.Content;

/**
 * A report to be held against what stands beside it.
 *
 * @param before last year's of the same organ, draft or submitted
 * @param text its text, in words alone
 * @param submittable whether it breaks no hard rule by itself, so that others may be like it
 */
record Beside(
    Content content,
    Ground ground,
    Optional<Content> before,
    PlainNarrative text,
    boolean submittable) {

  static Beside of(Content content, Ground ground, Optional<Content> before, PlainNarrative text) {
    return new Beside(content, ground, before, text, false);
  }
}
