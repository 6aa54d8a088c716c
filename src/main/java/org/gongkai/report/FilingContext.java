package org.gongkai.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gongkai.check.Reporter;
import org.gongkai.crosscheck.ComparedReport;
import org.gongkai.crosscheck.PlainNarrative;
import org.gongkai.form.Content;
import org.gongkai.form.Scope;
import org.gongkai.form.StoredDocumentReader;
import org.jspecify.annotations.Nullable;

/**
 * What there is already where a report is to be filed.
 *
 * @param key which report it is about
 * @param reporter what the organ was in the report's year
 * @param region where it was then
 * @param merged organs that were merged into it in that year or the year before
 * @param endsInYear whether it is closed, or merged into another one, before the year ends
 * @param expected whether the registry expects the report
 * @param report id of the report that there is, or null
 * @param state where that stands, or null
 * @param kept its newest document; not looked up where nothing is to be written
 * @param before the newest document of last year's report, or null
 * @param after id of next year's report, or null
 * @param free the id of the report to come, where there is none yet
 */
public record FilingContext(
    Key key,
    Reporter reporter,
    String region,
    List<String> merged,
    boolean endsInYear,
    boolean expected,
    @Nullable Long report,
    @Nullable ReportState state,
    Optional<Kept> kept,
    @Nullable String before,
    @Nullable Long after,
    long free)
    implements Admissions.Admission {

  /** Of one organ, year and scope there is one report. */
  public record Key(String organ, int year, Scope scope) {

    public static Key of(Content content) {
      return new Key(content.organ(), content.year(), content.scope());
    }
  }

  /**
   * The newest document of a report.
   *
   * @param digest of the document as it was sent
   * @param redacted whether words of it are masked since
   */
  record Kept(String document, byte[] digest, boolean redacted) {

    /** The digest of the document as it is kept: what is handed in now is what is left of it. */
    byte[] keptDigest(StoredDocumentReader documents) {
      return redacted ? documents.digest(document) : digest;
    }

    /** As if it had been sent in again. */
    Submission again(StoredDocumentReader documents) {
      return Submission.read(document, keptDigest(documents), documents.read(document));
    }

    /** Whether a submission would bring back the words that were masked. */
    boolean isRestoredBy(Submission submission) {
      return redacted && Arrays.equals(submission.digest(), digest);
    }
  }

  /** What last year's report says. */
  Optional<Content> lastYears(StoredDocumentReader documents) {
    return Optional.ofNullable(before).map(documents::read);
  }

  /** A report for this place, to be held against others. */
  ComparedReport compared(Content content, Optional<Content> last, PlainNarrative words) {
    return new ComparedReport(content, reporter, region, merged, last, words, false);
  }

  /** A report that is to be filed here, likewise; what is filed with it may be like it. */
  ComparedReport filed(Submission submission, StoredDocumentReader documents) {
    return new ComparedReport(
        submission.content(),
        reporter,
        region,
        merged,
        lastYears(documents),
        submission.examinedText(),
        submission.isSubmittable());
  }

  String kind() {
    return reporter.kind().code();
  }
}
