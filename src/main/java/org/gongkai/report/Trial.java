package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.access.Access;
import org.gongkai.check.Finding;
import org.gongkai.form.Content;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;
import org.gongkai.registry.Registry;

/** Applies the rules to a report without keeping it. */
@ApplicationScoped
class Trial {

  private final ReportChecks reportChecks;
  private final AdjacentYears adjacentYears;
  private final Registry registry;
  private final Access access;
  private final FilingContextStore grounds;
  private final Eligibility eligibility;

  Trial(
      ReportChecks reportChecks,
      AdjacentYears adjacentYears,
      Registry registry,
      Access access,
      FilingContextStore grounds,
      Eligibility eligibility) {
    this.grounds = grounds;
    this.eligibility = eligibility;
    this.reportChecks = reportChecks;
    this.adjacentYears = adjacentYears;
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
  Outcome outcome(Content content) {
    boolean mayFile =
        registry
            .organInYear(content.organ(), content.year())
            .filter(organ -> access.mayFile(organ.code(), registry.regionInCharge(organ)))
            .isPresent();
    if (!mayFile) {
      return new Outcome(Assessment.of(reportChecks.own(content), List.of()), List.of());
    }
    List<Violation> hindrances = new ArrayList<>();
    grounds
        .find(List.of(content), false)
        .getFirst()
        .ifPresent(
            ground -> {
              eligibility
                  .keeping(content, ground)
                  .ifPresent(
                      refusal -> {
                        throw refusal;
                      });
              eligibility
                  .handingIn(content, ground)
                  .ifPresent(refusal -> hindrances.addAll(refusal.violations()));
            });
    List<Finding> around = reportChecks.around(adjacentYears.before(content), content);
    return new Outcome(Assessment.of(reportChecks.own(content), around), hindrances);
  }
}
