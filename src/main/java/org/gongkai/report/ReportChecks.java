package org.gongkai.report;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.gongkai.access.Access;
import org.gongkai.crosscheck.ComparedReport;
import org.gongkai.crosscheck.CrossChecks;
import org.gongkai.crosscheck.PlainNarrative;
import org.gongkai.crosscheck.RuleBook;
import org.gongkai.finding.Finding;
import org.gongkai.form.Content;
import org.gongkai.form.StoredDocumentReader;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Violation;
import org.gongkai.registry.Registry;

/** Applies the rules in force to reports, by themselves and beside others. */
@Singleton
public class ReportChecks {

  private final RuleBook rules;
  private final CrossChecks crossChecks;
  private final Eligibility eligibility;
  private final FilingContextStore contexts;
  private final StoredDocumentReader documents;
  private final Registry registry;
  private final Access access;
  private final FindingViews views;

  /** What costs most of a filing: it should grow with what is kept or tried, and not otherwise. */
  private final Counter examined;

  ReportChecks(
      RuleBook rules,
      CrossChecks crossChecks,
      Eligibility eligibility,
      FilingContextStore contexts,
      StoredDocumentReader documents,
      Registry registry,
      Access access,
      FindingViews views,
      MeterRegistry metrics) {
    this.examined = metrics.counter("gongkai.reports.examined");
    this.rules = rules;
    this.crossChecks = crossChecks;
    this.eligibility = eligibility;
    this.contexts = contexts;
    this.documents = documents;
    this.registry = registry;
    this.access = access;
    this.views = views;
  }

  /** Applies the rules to a report alone, unless that was done: it asks the database nothing. */
  public Submission examine(Submission submission) {
    if (submission.isExamined()) {
      return submission;
    }
    Content content = submission.content();
    return submission.examined(own(content), plain(content));
  }

  private List<Finding> own(Content content) {
    examined.increment();
    return rules.own().check(content);
  }

  /** The text of a report in words alone, as the rules in force count words. */
  public PlainNarrative plain(Content content) {
    return rules.copies().plain(content);
  }

  /** What is found beside other reports, of each in their order. */
  List<List<Finding>> around(List<ComparedReport> reports) {
    return reports.isEmpty() ? List.of() : crossChecks.judge(rules, reports);
  }

  /** Refuses to submit what breaks a hard rule, with everything that was found. */
  void requireSubmittable(Assessment assessment) {
    if (!assessment.isSubmittable()) {
      throw ProblemException.of(ProblemType.FIGURES_INCONSISTENT)
          .with("findings", language -> views.of(assessment, language));
    }
  }

  /**
   * What would become of a filing.
   *
   * @param hindrances beside broken rules, why it could not be handed in
   */
  public record Trial(Assessment assessment, List<Violation> hindrances) {

    public boolean isSubmittable() {
      return hindrances.isEmpty() && assessment.isSubmittable();
    }
  }

  /**
   * What would be found, with nothing kept; beside the registry and other reports only for those
   * who may file for the organ.
   *
   * @throws ProblemException as a filing would be, where the report could not even be kept
   */
  @Transactional
  public Trial tryOut(Submission submission) {
    Content content = submission.content();
    Optional<FilingContext> context =
        mayFile(content)
            ? contexts.find(List.of(FilingContext.Key.of(content)), false).getFirst()
            : Optional.empty();
    context.ifPresent(there -> eligibility.require(content, there, false));
    Submission tried = examine(submission);
    if (context.isEmpty()) {
      return new Trial(Assessment.of(tried.own(), List.of()), List.of());
    }
    ComparedReport compared =
        context.get().compared(content, context.get().lastYears(documents), tried.examinedText());
    List<Violation> hindrances =
        eligibility
            .handingIn(content, context.get())
            .map(ProblemException::violations)
            .orElse(List.of());
    return new Trial(Assessment.of(tried.own(), around(List.of(compared)).getFirst()), hindrances);
  }

  private boolean mayFile(Content content) {
    return registry
        .organInYear(content.organ(), content.year())
        .filter(organ -> access.mayFile(organ.code(), registry.regionInCharge(organ)))
        .isPresent();
  }
}
