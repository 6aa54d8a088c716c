package org.gongkai.report;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.gongkai.check.Checks;
import org.gongkai.check.Finding;
import org.gongkai.check.YearChecks;
import org.gongkai.form.Content;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;

/** Applies the rules to a report and to its neighbours in time. */
@Singleton
class Judge {

  private final Checks checks;
  private final YearChecks yearChecks;
  private final FindingViews views;

  Judge(Checks checks, YearChecks yearChecks, FindingViews views) {
    this.checks = checks;
    this.yearChecks = yearChecks;
    this.views = views;
  }

  Examined examine(Submitted submitted) {
    return new Examined(submitted, own(submitted.content()));
  }

  List<Finding> own(Content content) {
    return checks.check(content);
  }

  List<Finding> acrossYears(Optional<Content> previous, Content current) {
    return previous.map(p -> yearChecks.check(p, current)).orElse(List.of());
  }

  /** Refuses to submit what breaks a hard rule, with everything that was found. */
  void requireSubmittable(Assessment assessment) {
    if (!assessment.isSubmittable()) {
      throw ProblemException.of(ProblemType.FIGURES_INCONSISTENT)
          .with("findings", language -> views.of(assessment, language));
    }
  }
}
