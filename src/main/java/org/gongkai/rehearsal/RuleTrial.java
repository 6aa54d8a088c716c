package org.gongkai.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.crosscheck.RuleBook;
import org.gongkai.finding.Finding;
import org.gongkai.form.Content;
import org.gongkai.form.ContentReader;
import org.gongkai.form.Forms;
import org.gongkai.form.StoredDocumentReader;
import org.gongkai.platform.StrictJson;
import org.gongkai.report.Recheck;
import org.jboss.logging.Logger;

/**
 * Judges reports by both sets of rules. A failure, be it a stack overflow in a pattern, costs only
 * the report that causes it.
 */
final class RuleTrial {

  private static final Logger LOG = Logger.getLogger(RuleTrial.class);

  private final Candidate candidate;
  private final RuleSet before;
  private final RuleSet after;
  private final StoredDocumentReader reader;

  RuleTrial(Forms inForce, Candidate candidate, Recheck recheck, StrictJson json) {
    this.candidate = candidate;
    this.before = new RuleSet(inForce, recheck);
    this.after = new RuleSet(candidate.forms(), recheck);
    this.reader = new StoredDocumentReader(json, new ContentReader(inForce));
  }

  Candidate candidate() {
    return candidate;
  }

  /** What would change for each report; those that cannot be judged are left out and logged. */
  List<FindingShift.ReportShift> judge(List<DocumentStore.Stored> documents) {
    List<StoredReport> reports = new ArrayList<>();
    for (DocumentStore.Stored stored : documents) {
      try {
        reports.add(
            new StoredReport(
                stored.id(),
                stored.revision(),
                reader.read(stored.document()),
                Optional.ofNullable(stored.before()).map(reader::read)));
      } catch (RuntimeException | StackOverflowError e) {
        LOG.warnf(e, "Report %d cannot be read for a rehearsal", stored.id());
      }
    }
    try {
      return judged(reports);
    } catch (RuntimeException | StackOverflowError e) {
      return oneByOne(reports);
    }
  }

  /** So that one report that brings the rules down takes no other with it. */
  private List<FindingShift.ReportShift> oneByOne(List<StoredReport> reports) {
    List<FindingShift.ReportShift> shifts = new ArrayList<>();
    for (StoredReport report : reports) {
      try {
        shifts.addAll(judged(List.of(report)));
      } catch (RuntimeException | StackOverflowError e) {
        LOG.warnf(e, "Report %d cannot be judged for a rehearsal", report.id());
      }
    }
    return shifts;
  }

  private List<FindingShift.ReportShift> judged(List<StoredReport> reports) {
    List<List<Finding>> now = before.of(reports);
    List<List<Finding>> then = after.of(reports);
    List<FindingShift.ReportShift> shifts = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      StoredReport report = reports.get(i);
      FindingShift shift = FindingShift.of(now.get(i), then.get(i));
      shifts.add(new FindingShift.ReportShift(report.id(), report.revision(), shift));
    }
    return shifts;
  }

  /** The rules of one catalogue, ready to judge many reports. Costly to make, so made once. */
  static final class RuleSet {

    private final RuleBook rules;
    private final Recheck recheck;

    RuleSet(Forms forms, Recheck recheck) {
      this.rules = new RuleBook(forms);
      this.recheck = recheck;
    }

    /** The findings of each report, in the order of the reports. */
    List<List<Finding>> of(List<StoredReport> reports) {
      return recheck.judge(
          rules,
          reports.stream().map(StoredReport::content).toList(),
          reports.stream().map(StoredReport::previous).toList());
    }
  }

  /**
   * A stored report, parsed.
   *
   * @param revision number of its newest revision, which has this content
   * @param previous last year's report of the same organ and scope
   */
  record StoredReport(long id, int revision, Content content, Optional<Content> previous) {}
}
