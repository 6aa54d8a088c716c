package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.gongkai.access.Access;
import org.gongkai.check.Finding;
import org.gongkai.check.Findings;
import org.gongkai.form.Content;
import org.gongkai.problem.Language;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.registry.OrganInYear;

/**
 * Takes reports in: the first time, corrected, and from draft to submitted. Each method is one
 * transaction that keeps everything or nothing.
 */
@ApplicationScoped
class Filing {

  private final Submitters submitters;
  private final ReportRepository reports;
  private final FigureStore figures;
  private final Neighbours neighbours;
  private final Judge judge;
  private final Access access;
  private final Clock clock;
  private final Event<ReportChanged> changed;

  Filing(
      Submitters submitters,
      ReportRepository reports,
      FigureStore figures,
      Neighbours neighbours,
      Judge judge,
      Access access,
      Clock clock,
      Event<ReportChanged> changed) {
    this.submitters = submitters;
    this.reports = reports;
    this.figures = figures;
    this.neighbours = neighbours;
    this.judge = judge;
    this.access = access;
    this.clock = clock;
    this.changed = changed;
  }

  /**
   * Files the first revision of a report.
   *
   * @throws ProblemException {@code report-exists} with the address of the one that there is
   */
  @Transactional
  Filed create(Submitted submitted, ReportState wanted, String reason) {
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
  Filed correct(long id, Submitted submitted, ReportState wanted, String ifMatch, String reason) {
    Report report = held(id);
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
      Submitted submitted, ReportState wanted, String ifMatch, String ifNoneMatch, String reason) {
    OrganInYear organ = submitters.admit(submitted.content());
    Optional<Report> existing = find(submitted.content());
    if (existing.isEmpty()) {
      if (ifMatch != null) {
        throw ProblemException.of(ProblemType.STALE_ETAG);
      }
      return open(submitted, organ, wanted == null ? ReportState.SUBMITTED : wanted, reason);
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

  /** Submits the newest revision of a draft as it stands. */
  @Transactional
  Filed submit(long id, String ifMatch) {
    Report report = held(id);
    if (ifMatch != null) {
      requireNamed(report, ifMatch);
    }
    if (report.state() != ReportState.DRAFT) {
      throw ProblemException.of(
          ProblemType.STATE_CONFLICT, "报告已经提交。", "The report is submitted already.");
    }
    List<Finding> findings = findingsOf(report);
    judge.requireSubmittable(findings);
    Instant now = now();
    report.submit(now);
    Revision newest = reports.newest(report);
    figures.replace(report.id(), neighbours.contentOf(report));
    tell(report, ReportEventKind.SUBMITTED, now);
    return new Filed(report, Filed.Outcome.CHANGED, Optional.of(receipt(newest, now)), findings);
  }

  /** Loads a report that the caller may file, with the organ held. */
  private Report held(long id) {
    String organ = reports.organOf(id).orElseThrow(ReportProblems::notFound);
    submitters.hold(organ);
    Report report = reports.findById(id);
    access.requireFiling(report.organ(), report.region());
    return report;
  }

  private Filed open(Submitted submitted, OrganInYear organ, ReportState wanted, String reason) {
    Report report = Report.open(submitted.content(), organ.region(), now());
    return write(report, submitted, wanted, reason, Filed.Outcome.CREATED);
  }

  private Filed revise(Report report, Submitted submitted, ReportState wanted, String reason) {
    ReportState target = wanted == null ? report.state() : wanted;
    if (report.state() == ReportState.SUBMITTED && target == ReportState.DRAFT) {
      throw ProblemException.of(
          ProblemType.STATE_CONFLICT,
          "报告已经提交，不能改回草稿；请直接更正。",
          "The report is submitted and cannot become a draft again; correct it as it is.");
    }
    if (target == report.state() && submitted.saysTheSameAs(neighbours.contentOf(report))) {
      return new Filed(
          report,
          Filed.Outcome.UNCHANGED,
          reports.receipt(report.id(), report.revision()),
          findingsOf(report));
    }
    return write(report, submitted, target, reason, Filed.Outcome.CHANGED);
  }

  private Filed write(
      Report report,
      Submitted submitted,
      ReportState target,
      String reason,
      Filed.Outcome outcome) {
    Content content = submitted.content();
    List<Finding> own = judge.own(content);
    if (target == ReportState.SUBMITTED) {
      judge.requireSubmittable(own);
    }
    List<Finding> acrossYears = judge.acrossYears(neighbours.before(content), content);
    List<Finding> findings = Judge.all(own, acrossYears);
    Instant now = now();
    boolean counted = report.state() == ReportState.SUBMITTED;
    report.revise(now);
    report.judged(
        Editions.write(content.editions()), Findings.write(own), Findings.write(acrossYears));
    reports.persist(report);
    Revision revision =
        Revision.of(
            report,
            submitted,
            Findings.write(findings),
            new Authorship(access.current().authorName(), reason),
            now);
    reports.keep(revision);
    Optional<Receipt> receipt = Optional.empty();
    if (target == ReportState.SUBMITTED) {
      report.submit(now);
      receipt = Optional.of(receipt(revision, now));
      if (counted) {
        figures.replace(report.id(), content);
      } else {
        figures.add(report.id(), content);
      }
    }
    neighbours.judgeAfter(content);
    tell(
        report,
        target == ReportState.SUBMITTED
            ? ReportEventKind.SUBMITTED
            : outcome == Filed.Outcome.CREATED
                ? ReportEventKind.DRAFTED
                : ReportEventKind.CORRECTED,
        now);
    return new Filed(report, outcome, receipt, findings);
  }

  private void tell(Report report, ReportEventKind kind, Instant now) {
    changed.fire(
        new ReportChanged(
            kind,
            report.id(),
            report.organ(),
            report.year(),
            report.scope(),
            report.region(),
            report.revision(),
            report.state(),
            access.current().authorName(),
            now));
  }

  private Receipt receipt(Revision revision, Instant now) {
    Receipt receipt = Receipt.of(revision, now);
    reports.keep(receipt);
    return receipt;
  }

  private Optional<Report> find(Content content) {
    return reports.of(content.organ(), content.year(), content.scope());
  }

  private static List<Finding> findingsOf(Report report) {
    return Judge.all(Findings.read(report.findings()), Findings.read(report.yearFindings()));
  }

  private static void requireNamed(Report report, String ifMatch) {
    ReportTag.of(report, Language.ZH).requireNamedBy(ifMatch);
  }

  /** PostgreSQL keeps microseconds; what is answered now must equal what is read later. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
