package org.gongkai.report;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.gongkai.check.Finding;
import org.gongkai.crosscheck.Beside;
import org.gongkai.crosscheck.RuleBook;
import org.gongkai.crosscheck.Surroundings;
import org.gongkai.form.Content;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;

/** Applies the rules in force to reports, by themselves and beside others. */
@Singleton
public class Judge {

  private final RuleBook rules;
  private final Surroundings surroundings;
  private final GroundStore grounds;
  private final FindingViews views;

  /** What costs most of a filing: it should grow with what is kept or tried, and not otherwise. */
  private final Counter examined;

  Judge(
      RuleBook rules,
      Surroundings surroundings,
      GroundStore grounds,
      FindingViews views,
      MeterRegistry metrics) {
    this.examined = metrics.counter("gongkai.reports.examined");
    this.rules = rules;
    this.surroundings = surroundings;
    this.grounds = grounds;
    this.views = views;
  }

  public Submitted.Examined examine(Submitted submitted) {
    Content content = submitted.content();
    return new Submitted.Examined(submitted, own(content), rules.copies().plain(content));
  }

  List<Finding> own(Content content) {
    examined.increment();
    return rules.own().check(content);
  }

  /** What is found beside other reports, of each in their order. */
  List<List<Finding>> around(List<Beside> reports) {
    return surroundings.judge(rules, reports);
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
