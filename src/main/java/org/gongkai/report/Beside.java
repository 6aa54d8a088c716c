package org.gongkai.report;

import java.util.Optional;
import org.gongkai.check.CopyChecks;
import org.gongkai.check.Prints;
import org.gongkai.form.Content;

/**
 * A report to be held against what stands beside it.
 *
 * @param before last year's of the same organ, draft or submitted
 * @param prints a sample of its text
 * @param submittable whether it breaks no hard rule by itself, so that others may be like it
 */
record Beside(
    Content content, Ground ground, Optional<Content> before, Prints prints, boolean submittable) {

  static Beside of(Content content, Ground ground, Optional<Content> before) {
    return new Beside(content, ground, before, CopyChecks.prints(content), false);
  }
}
