package org.gongkai.report;

import java.util.List;
import java.util.Optional;
import org.gongkai.check.Reporter;
import org.gongkai.crosscheck.ComparedReport;
import org.gongkai.crosscheck.PlainNarrative;
import org.gongkai.form.Content;

/**
 * What there is already where a report is to be filed.
 *
 * @param reporter what the organ was in the report's year
 * @param region where it was then
 * @param merged organs that were merged into it in that year or the year before
 * @param endsInYear whether it is closed, or merged into another one, before the year ends
 * @param expected whether the registry expects the report
 * @param report id of the report that the organ has filed for the year and scope, or null
 * @param isDraft whether that was never handed in
 * @param before the newest document of last year's report, or null
 * @param hasAfter whether there is one of next year
 * @param free the id of the report to come, where there is none yet
 */
record FilingContext(
    Reporter reporter,
    String region,
    List<String> merged,
    boolean endsInYear,
    boolean expected,
    Long report,
    boolean isDraft,
    String before,
    boolean hasAfter,
    long free) {

  /**
   * A report of the organ and year, to be held against others.
   *
   * @param last last year's of the same organ
   * @param submittable whether it breaks no hard rule by itself
   */
  ComparedReport beside(
      Content content, Optional<Content> last, PlainNarrative text, boolean submittable) {
    return new ComparedReport(content, reporter, region, merged, last, text, submittable);
  }

  String kind() {
    return reporter.kind().code();
  }
}
