package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.gongkai.access.Access;
import org.gongkai.check.Finding;
import org.gongkai.form.Content;
import org.gongkai.form.StoredDocumentReader;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;
import org.gongkai.registry.Registry;

/** Applies the rules to a report without keeping it. */
@ApplicationScoped
class Trial {

  private final ReportChecks reportChecks;
  private final StoredDocumentReader documents;
  private final Registry registry;
  private final Access access;
  private final FilingContextStore contexts;
  private final Eligibility eligibility;

  Trial(
      ReportChecks reportChecks,
      StoredDocumentReader documents,
      Registry registry,
      Access access,
      FilingContextStore contexts,
      Eligibility eligibility) {
    this.contexts = contexts;
    this.eligibility = eligibility;
    this.reportChecks = reportChecks;
    this.documents = documents;
    this.registry = registry;
    this.access = access;
  }

  /**
   * What would become of a filing.
   *
   * @param hindrances beside broken rules, why it could not be handed in
   */
  record Outcome(Assessment assessment, List<Violation> hindrances) {

    boolean isSubmittable() {
      return hindrances.isEmpty() && assessment.isSubmittable();
    }
  }

  /**
   * What would be found; beside the registry and other reports only for those who may file for the
   * organ.
   *
   * @throws ProblemException as a filing would be, where the report could not even be kept
   */
  @Transactional
  Outcome outcome(Submission submission) {
    Content content = submission.content();
    boolean mayFile =
        registry
            .organInYear(content.organ(), content.year())
            .filter(organ -> access.mayFile(organ.code(), registry.regionInCharge(organ)))
            .isPresent();
    Optional<FilingContext> context =
        mayFile
            ? contexts.find(List.of(FilingContext.Key.of(content)), false).getFirst()
            : Optional.empty();
    context.ifPresent(there -> eligibility.require(content, there, false));
    Submission examined = reportChecks.examine(submission);
    if (context.isEmpty()) {
      return new Outcome(Assessment.of(examined.own(), List.of()), List.of());
    }
    List<Finding> around =
        reportChecks.around(List.of(context.get().compared(examined, false, documents))).getFirst();
    List<Violation> hindrances =
        eligibility
            .handingIn(content, context.get())
            .map(ProblemException::violations)
            .orElse(List.of());
    return new Outcome(Assessment.of(examined.own(), around), hindrances);
  }
}
