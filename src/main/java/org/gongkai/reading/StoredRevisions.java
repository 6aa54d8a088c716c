package org.gongkai.reading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.access.Access;
import org.gongkai.difference.DifferencesView;
import org.gongkai.platform.StrictJson;
import org.gongkai.problem.Language;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.receipt.ReceiptView;
import org.gongkai.report.Editions;
import org.gongkai.report.FilingContext;
import org.gongkai.report.Report;
import org.gongkai.report.ReportRepository;
import org.gongkai.report.ResponsibleOffice;
import org.gongkai.report.Revision;

/**
 * What revisions say, as it is stored: to be printed, to be compared, to be handed out as it is.
 */
@ApplicationScoped
public class StoredRevisions {

  private final ReadableReports readable;
  private final Reading reading;
  private final ReportRepository reports;
  private final Access access;
  private final ResponsibleOffice office;
  private final StrictJson json;

  StoredRevisions(
      ReadableReports readable,
      Reading reading,
      ReportRepository reports,
      Access access,
      ResponsibleOffice office,
      StrictJson json) {
    this.readable = readable;
    this.reading = reading;
    this.reports = reports;
    this.access = access;
    this.office = office;
    this.json = json;
  }

  /**
   * A revision, to be printed.
   *
   * @param asked its number; 0 for the newest that the caller may read
   */
  @Transactional
  public ReportPrinter.Printable printable(long id, int asked) {
    Report report = readable.report(id);
    Integer published = readable.isForReader() ? report.publishedRevision() : null;
    int newest = published == null ? report.revision() : published;
    int number = asked == 0 ? newest : asked;
    readable.requireShown(report, number);
    Revision revision = readable.revision(report, number);
    ObjectNode content = (ObjectNode) json.read(revision.document());
    ObjectNode editions = content.putObject("editions");
    Editions.read(revision.editions()).forEach(editions::put);
    return new ReportPrinter.Printable(
        report.id(),
        number,
        content,
        revision.madeAt(),
        reports.receipt(report.id(), number).map(ReceiptView::of).orElse(null));
  }

  /**
   * What a correction changed.
   *
   * @param report the revision that it made
   * @param changes a sentence for each difference, in Chinese
   * @param reason as its author says, or empty
   */
  public record Corrected(
      ReportPrinter.Printable report, List<String> changes, String reason, Instant writtenAt) {}

  /**
   * What a correction changed, to be made public.
   *
   * @param from 0 for the one before {@code to}
   * @param to 0 for the newest
   */
  @Transactional
  public Corrected corrected(long id, int from, int to) {
    DifferencesView found = reading.differences(id, from, to, Language.ZH);
    Revision revision = readable.revision(readable.report(id), found.to());
    return new Corrected(
        printable(id, found.to()),
        found.sentences(),
        revision.reason() == null ? "" : revision.reason(),
        revision.madeAt());
  }

  /** What was sent, in UTF-8. */
  @Transactional
  byte[] document(long id, int number) {
    return readable
        .revision(readable.report(id), number)
        .document()
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * A revision as it is stored.
   *
   * @param report its report
   * @param document to the letter
   */
  public record Stored(long report, int number, String document) {}

  /**
   * A revision of a report that the caller may read.
   *
   * @param number 0 for the one that is published
   * @throws org.gongkai.problem.ProblemException {@code state-conflict} where that is none
   */
  @Transactional
  public Stored stored(long id, int number) {
    Report report = readable.report(id);
    if (number == 0 && report.publishedRevision() == null) {
      throw ProblemException.of(
              ProblemType.STATE_CONFLICT,
              "报告没有正在公布的内容；请用 revision 指明所核对的修订。",
              "Nothing of the report is public; say by its number which revision is meant.")
          .with("state", language -> report.state().code());
    }
    int wanted = number == 0 ? Objects.requireNonNull(report.publishedRevision()) : number;
    return new Stored(report.id(), wanted, readable.revision(report, wanted).document());
  }

  /** The newest revision of a report; empty where there is none that the caller may file. */
  @Transactional
  public Optional<Stored> newest(FilingContext.Key key) {
    return reports
        .of(key.organ(), key.year(), key.scope())
        .filter(report -> access.mayFile(report.organ(), office.of(report)))
        .map(
            report ->
                new Stored(
                    report.id(),
                    report.revision(),
                    readable.revision(report, report.revision()).document()));
  }
}
