package org.gongkai.report;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import org.gongkai.check.Finding;
import org.gongkai.crosscheck.ComparedReport;
import org.gongkai.crosscheck.CrossChecks;
import org.gongkai.crosscheck.PlainNarrative;
import org.gongkai.crosscheck.RuleBook;
import org.gongkai.form.Content;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;

/** Applies the rules in force to reports, by themselves and beside others. */
@Singleton
public class ReportChecks {

  private final RuleBook rules;
  private final CrossChecks crossChecks;
  private final FindingViews views;

  /** What costs most of a filing: it should grow with what is kept or tried, and not otherwise. */
  private final Counter examined;

  ReportChecks(RuleBook rules, CrossChecks crossChecks, FindingViews views, MeterRegistry metrics) {
    this.examined = metrics.counter("gongkai.reports.examined");
    this.rules = rules;
    this.crossChecks = crossChecks;
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

  List<Finding> own(Content content) {
    examined.increment();
    return rules.own().check(content);
  }

  /** The text of a report in words alone, as the rules in force count words. */
  PlainNarrative plain(Content content) {
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
}
