package org.gongkai.report;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.gongkai.check.Finding;
import org.gongkai.crosscheck.ComparedReport;
import org.gongkai.crosscheck.CrossChecks;
import org.gongkai.crosscheck.RuleBook;
import org.gongkai.form.Content;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;

/** Applies the rules in force to reports, by themselves and beside others. */
@Singleton
public class ReportChecks {

  private final RuleBook rules;
  private final CrossChecks crossChecks;
  private final FilingContextStore grounds;
  private final FindingViews views;

  /** What costs most of a filing: it should grow with what is kept or tried, and not otherwise. */
  private final Counter examined;

  ReportChecks(
      RuleBook rules,
      CrossChecks crossChecks,
      FilingContextStore grounds,
      FindingViews views,
      MeterRegistry metrics) {
    this.examined = metrics.counter("gongkai.reports.examined");
    this.rules = rules;
    this.crossChecks = crossChecks;
    this.grounds = grounds;
    this.views = views;
  }

  public Submission.Examined examine(Submission submission) {
    Content content = submission.content();
    return new Submission.Examined(submission, own(content), rules.copies().plain(content));
  }

  List<Finding> own(Content content) {
    examined.increment();
    return rules.own().check(content);
  }

  /** What is found beside other reports, of each in their order. */
  List<List<Finding>> around(List<ComparedReport> reports) {
    return crossChecks.judge(rules, reports);
  }

  /**
   * What is found beside other reports, of one.
   *
   * @param before last year's report of the organ
   */
  List<Finding> around(Optional<Content> before, Content content) {
    return grounds.find(List.of(content), false).getFirst().stream()
        .flatMap(
            ground ->
                around(
                    List.of(ground.beside(content, before, rules.copies().plain(content), false)))
                    .getFirst()
                    .stream())
        .toList();
  }

  /** Refuses to submit what breaks a hard rule, with everything that was found. */
  void requireSubmittable(Assessment assessment) {
    if (!assessment.isSubmittable()) {
      throw ProblemException.of(ProblemType.FIGURES_INCONSISTENT)
          .with("findings", language -> views.of(assessment, language));
    }
  }
}
