package org.gongkai.report;

import java.util.Optional;
import org.gongkai.form.Content;

/**
 * The rows of a report that was filed for the first time.
 *
 * @param receipt where it was handed in
 */
record Opened(
    Report report,
    Revision revision,
    Optional<Receipt> receipt,
    ReportEvent event,
    Content content,
    Assessment assessment) {

  Filed filed() {
    return new Filed(report, Filed.Outcome.CREATED, receipt, assessment);
  }
}
