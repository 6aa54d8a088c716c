package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.gongkai.access.Access;
import org.gongkai.form.Content;
import org.gongkai.problem.Language;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.registry.OrganInYear;

/**
 * Takes reports in: the first time, corrected, and handed in. Each method is one transaction that
 * keeps everything or nothing.
 */
@ApplicationScoped
class Filing {

  private final Submitters submitters;
  private final ReportRepository reports;
  private final FigureStore figures;
  private final Neighbours neighbours;
  private final Judge judge;
  private final Access access;
  private final Chronicle chronicle;

  Filing(
      Submitters submitters,
      ReportRepository reports,
      FigureStore figures,
      Neighbours neighbours,
      Judge judge,
      Access access,
      Chronicle chronicle) {
    this.submitters = submitters;
    this.reports = reports;
    this.figures = figures;
    this.neighbours = neighbours;
    this.judge = judge;
    this.access = access;
    this.chronicle = chronicle;
  }

  /**
   * Files the first revision of a report.
   *
   * @throws ProblemException {@code report-exists} with the address of the one that there is
   */
  @Transactional
  Filed create(Submitted submitted, FilingState wanted, String reason) {
    OrganInYear organ = submitters.admit(submitted.content());
    find(submitted.content())
        .ifPresent(
            existing -> {
              throw ReportProblems.exists(existing);
            });
    return open(submitted, organ, wanted, reason);
  }

  /**
   * Corrects a report by its id.
   *
   * @param wanted the state to be in afterwards, or null to stay
   * @param ifMatch the ETag that the correction is made from
   */
  @Transactional
  Filed correct(long id, Submitted submitted, FilingState wanted, String ifMatch, String reason) {
    Report report = submitters.heldForFiling(id);
    ReportProblems.requireSameIdentity(report, submitted.content());
    requireNamed(report, ifMatch);
    return revise(report, submitted, wanted, reason);
  }

  /**
   * Files or corrects by organ, year and scope.
   *
   * @param ifMatch where given, the ETag that the correction is made from
   * @param ifNoneMatch {@code *} to file only where there is no report yet
   */
  @Transactional
  Filed put(
      Submitted submitted, FilingState wanted, String ifMatch, String ifNoneMatch, String reason) {
    OrganInYear organ = submitters.admit(submitted.content());
    Optional<Report> existing = find(submitted.content());
    if (existing.isEmpty()) {
      if (ifMatch != null) {
        throw ProblemException.of(ProblemType.STALE_ETAG);
      }
      return open(submitted, organ, wanted == null ? FilingState.SUBMITTED : wanted, reason);
    }
    Report report = existing.get();
    if ("*".equals(ifNoneMatch)) {
      throw ReportProblems.exists(report);
    }
    if (ifMatch != null) {
      requireNamed(report, ifMatch);
    }
    return revise(report, submitted, wanted, reason);
  }

  /** Hands in the newest revision as it stands. */
  @Transactional
  Filed submit(long id, String ifMatch) {
    Report report = submitters.heldForFiling(id);
    if (ifMatch != null) {
      requireNamed(report, ifMatch);
    }
    return submit(report, null);
  }

  private Filed submit(Report report, String reason) {
    Transition.SUBMISSION.requireFrom(report.state());
    Assessment assessment = Assessment.of(report, reports.remarks(report.id()));
    judge.requireSubmittable(assessment);
    Instant now = chronicle.now(report);
    Revision newest = reports.newest(report);
    boolean first = reports.receipts(newest.key()) == 0;
    report.take(Transition.SUBMISSION, now);
    if (first) {
      figures.add(newest.key(), neighbours.contentOf(report));
    }
    Receipt receipt = receipt(newest, now);
    chronicle.record(report, ReportEventKind.SUBMITTED, now, reason, null);
    return new Filed(report, Filed.Outcome.CHANGED, Optional.of(receipt), assessment);
  }

  private Filed open(Submitted submitted, OrganInYear organ, FilingState wanted, String reason) {
    Report report = Report.open(submitted.content(), organ);
    return write(
        report,
        submitted,
        wanted == FilingState.SUBMITTED,
        Remarks.NONE,
        reason,
        Filed.Outcome.CREATED);
  }

  private Filed revise(Report report, Submitted submitted, FilingState wanted, String reason) {
    boolean handedIn = report.state() == ReportState.SUBMITTED;
    if (!handedIn && !report.state().isOpen()) {
      throw ReportProblems.closed(report.state());
    }
    if (handedIn && wanted == FilingState.DRAFT) {
      throw ProblemException.of(
          ProblemType.STATE_CONFLICT,
          "报告已经提交，不能改回草稿；请直接更正，或者先撤回。",
          "The report is submitted and cannot become a draft again; correct it as it is, or"
              + " withdraw it first.");
    }
    boolean handIn = handedIn || wanted == FilingState.SUBMITTED;
    Remarks remarks = reports.remarks(report.id());
    if (submitted.saysTheSameAs(neighbours.contentOf(report))) {
      return handIn && !handedIn
          ? submit(report, reason)
          : new Filed(
              report,
              Filed.Outcome.UNCHANGED,
              reports.receipt(report.id(), report.revision()),
              Assessment.of(report, remarks));
    }
    return write(report, submitted, handIn, remarks, reason, Filed.Outcome.CHANGED);
  }

  private Filed write(
      Report report,
      Submitted submitted,
      boolean handIn,
      Remarks remarks,
      String reason,
      Filed.Outcome outcome) {
    Content content = submitted.content();
    Assessment assessment =
        new Assessment(
            judge.own(content), judge.acrossYears(neighbours.before(content), content), remarks);
    if (handIn) {
      judge.requireSubmittable(assessment);
    }
    Instant now = chronicle.now(report);
    report.revise(now);
    report.judged(Editions.write(content.editions()), assessment);
    reports.persist(report);
    Revision revision =
        Revision.of(
            report,
            submitted,
            assessment.all(),
            new Authorship(access.current().authorName(), reason),
            now);
    reports.keep(revision);
    Optional<Receipt> receipt = Optional.empty();
    if (handIn) {
      if (report.state() == ReportState.SUBMITTED) {
        report.resubmit(now);
      } else {
        report.take(Transition.SUBMISSION, now);
      }
      figures.add(revision.key(), content);
      receipt = Optional.of(receipt(revision, now));
    }
    neighbours.judgeAfter(content, now);
    chronicle.record(report, kindOf(handIn, outcome), now, reason, null);
    return new Filed(report, outcome, receipt, assessment);
  }

  private static ReportEventKind kindOf(boolean handIn, Filed.Outcome outcome) {
    if (handIn) {
      return ReportEventKind.SUBMITTED;
    }
    return outcome == Filed.Outcome.CREATED ? ReportEventKind.DRAFTED : ReportEventKind.CORRECTED;
  }

  private Receipt receipt(Revision revision, Instant now) {
    Receipt receipt = Receipt.of(revision, reports.receipts(revision.key()), now);
    reports.keep(receipt);
    return receipt;
  }

  private Optional<Report> find(Content content) {
    return reports.of(content.organ(), content.year(), content.scope());
  }

  static void requireNamed(Report report, String ifMatch) {
    ReportTag.of(report, Language.ZH).requireNamedBy(ifMatch);
  }
}
