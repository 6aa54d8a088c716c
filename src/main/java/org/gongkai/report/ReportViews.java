package org.gongkai.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.finding.FindingView;
import org.gongkai.form.CanonicalCells;
import org.gongkai.form.Forms;
import org.gongkai.form.PlaceLabels;
import org.gongkai.problem.Language;
import org.gongkai.receipt.Receipt;
import org.gongkai.receipt.ReceiptView;
import org.jspecify.annotations.Nullable;

/** Shapes reports for callers. */
@Singleton
public class ReportViews {

  /** Said of the report as a whole, so the document's own is not repeated. */
  private static final Set<String> SAID_ABOVE = Set.of("organ", "year", "scope", "editions");

  private final FindingViews findings;
  private final Forms forms;
  private final ReportRepository reports;
  private final ObjectMapper mapper;

  ReportViews(FindingViews findings, Forms forms, ReportRepository reports, ObjectMapper mapper) {
    this.findings = findings;
    this.forms = forms;
    this.reports = reports;
    this.mapper = mapper;
  }

  /** What became of it, without its content. */
  public ReportView of(FilingResult.Filed filingResult, Language language) {
    Report report = filingResult.report();
    return view(
        report,
        Standing.of(report),
        report.editions(),
        filingResult.receipt(),
        findings.of(filingResult.assessment(), language),
        returned(report, report.state(), report.changedAt(), language),
        report.isHidden() ? hidden(report, report.changedAt()) : null,
        null,
        report.dates().handedInOn() == null ? null : handedIn(report, report.changedAt()),
        Map.of());
  }

  /** As it is now, with its content. */
  public ReportView whole(Report report, Language language) {
    Revision newest = reports.newest(report);
    return view(
        report,
        Standing.of(report),
        report.editions(),
        reports.receipt(report.id(), report.revision()),
        findings.of(Assessment.of(report, reports.remarks(report.id())), language),
        returned(report, report.state(), report.changedAt(), language),
        report.isHidden() ? hidden(report, report.changedAt()) : null,
        redacted(newest),
        report.dates().handedInOn() == null ? null : handedIn(report, report.changedAt()),
        members(newest.document(), report.editions()));
  }

  /** As it was after one of its events, with its content of then. */
  public ReportView past(Report report, ReportEvent event, Language language) {
    Revision revision = reports.revision(report.id(), event.revision()).orElseThrow();
    Remarks remarks = reports.remarks(report.id(), event.at());
    return view(
        report,
        Standing.after(event),
        revision.editions(),
        reports
            .receipt(report.id(), event.revision())
            .filter(receipt -> !receipt.receivedAt().isAfter(event.at())),
        findings.of(revision.judgedThen(), remarks, language),
        returned(report, event.state(), event.at(), language),
        hidden(report, event.at()),
        redacted(revision),
        handedIn(report, event.at()),
        members(revision.document(), revision.editions()));
  }

  private @Nullable ReportEventView returned(
      Report report, ReportState state, Instant until, Language language) {
    return state != ReportState.RETURNED
        ? null
        : reports
            .lastEvent(report.id(), ReportEventKind.RETURNED, until)
            .map(event -> of(event, report, language))
            .orElse(null);
  }

  /** Who masked words of a revision, when and why; null where it says what was sent. */
  public @Nullable RedactionView redacted(Revision revision) {
    return revision.redaction() == null
        ? null
        : reports
            .event(revision.key().report(), revision.redaction())
            .map(RedactionView::of)
            .orElseThrow();
  }

  private ReportView.@Nullable Hidden hidden(Report report, Instant until) {
    return reports.hiding(report.id(), until).map(ReportView.Hidden::of).orElse(null);
  }

  /** What an office had stated until an instant; there is an event of each statement. */
  private ReportView.@Nullable HandedIn handedIn(Report report, Instant until) {
    return reports
        .lastEvent(report.id(), ReportEventKind.DATED, until)
        .flatMap(ReportView.HandedIn::of)
        .orElse(null);
  }

  private static ReportView view(
      Report report,
      Standing standing,
      String editions,
      Optional<Receipt> receipt,
      List<FindingView> found,
      @Nullable ReportEventView returned,
      ReportView.@Nullable Hidden hidden,
      @Nullable RedactionView redacted,
      ReportView.@Nullable HandedIn handedIn,
      Map<String, JsonNode> document) {
    return new ReportView(
        report.id(),
        report.organ(),
        report.year(),
        report.scope(),
        standing.state(),
        report.region(),
        standing.revision(),
        standing.publishedRevision(),
        hidden,
        redacted,
        Editions.read(editions),
        receipt.map(ReceiptView::of).orElse(null),
        found,
        standing.counts().unexplained(),
        standing.counts().waived(),
        returned,
        report.dates().created(),
        standing.changedAt(),
        standing.submittedAt(),
        standing.firstSubmittedAt(),
        handedIn,
        document);
  }

  /** An event, with what it says of the report's places in words. */
  public ReportEventView of(ReportEvent event, Report report, Language language) {
    boolean returned = event.kind() == ReportEventKind.RETURNED;
    boolean remark =
        event.kind() == ReportEventKind.EXPLAINED || event.kind() == ReportEventKind.WAIVED;
    return new ReportEventView(
        event.key().number(),
        event.kind(),
        event.at(),
        event.state().code(),
        event.revision(),
        event.author(),
        event.reason(),
        returned ? reasons(event, report, language) : null,
        returned ? ReturnReasons.due(event.detail()) : null,
        remark ? finding(event) : null,
        ReportView.HandedIn.of(event).map(ReportView.HandedIn::day).orElse(null));
  }

  private List<ReturnReasons.ReturnReason> reasons(
      ReportEvent event, Report report, Language language) {
    PlaceLabels places = new PlaceLabels(forms, Editions.read(report.editions()));
    return ReturnReasons.read(event.detail(), places, language);
  }

  private String finding(ReportEvent event) {
    try {
      return mapper.readTree(event.detail()).path("finding").asText();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, JsonNode> members(String document, String editions) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    try {
      ObjectNode whole = (ObjectNode) mapper.readTree(document);
      CanonicalCells.rewrite(whole, forms, Editions.read(editions));
      for (Map.Entry<String, JsonNode> member : whole.properties()) {
        if (!SAID_ABOVE.contains(member.getKey())) {
          members.put(member.getKey(), member.getValue());
        }
      }
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
    return members;
  }

  /**
   * How a report stands, now or as it was after one of its events.
   *
   * @param revision the revision that is shown
   * @param publishedRevision the one that the public sees, or null
   */
  private record Standing(
      ReportState state,
      int revision,
      @Nullable Integer publishedRevision,
      FindingCounts counts,
      Instant changedAt,
      @Nullable Instant submittedAt,
      @Nullable Instant firstSubmittedAt) {

    static Standing of(Report report) {
      return new Standing(
          report.state(),
          report.revision(),
          report.publishedRevision(),
          report.findings().counts(),
          report.changedAt(),
          report.dates().submitted(),
          report.dates().firstSubmitted());
    }

    /** After an event; when it was submitted stands in its receipts. */
    static Standing after(ReportEvent event) {
      return new Standing(
          event.state(),
          event.revision(),
          event.publishedRevision(),
          event.counts(),
          event.at(),
          null,
          null);
    }
  }
}
