package org.gongkai.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gongkai.platform.Preconditions;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;

/** Registers one organ, or a version of it. */
@ApplicationScoped
class OrganRegistration {

  private static final Text UNKNOWN_SUCCESSOR =
      new Text("没有登记该代码的行政机关。", "No organ is registered under this code.");

  static final Text CIRCLE =
      new Text(
          "并入关系形成循环：沿并入机关查找，又回到已经并入他处的机关。",
          "The mergers would be a circle: followed from one to the next, they lead back to an organ"
              + " that was merged itself.");

  private final OrganRepository organs;
  private final MergerStore mergers;
  private final Registry registry;
  private final Jurisdiction jurisdiction;
  private final Event<OrgansChanged> changed;

  OrganRegistration(
      OrganRepository organs,
      MergerStore mergers,
      Registry registry,
      Jurisdiction jurisdiction,
      Event<OrgansChanged> changed) {
    this.organs = organs;
    this.mergers = mergers;
    this.registry = registry;
    this.jurisdiction = jurisdiction;
    this.changed = changed;
  }

  /**
   * Puts a version.
   *
   * @param insist whether a code with wrong check characters is meant
   * @param conditions that must hold of what is registered
   */
  @Transactional
  RegistrationOutcome put(String code, OrganForm form, boolean insist, Preconditions conditions) {
    OrganStatement statement = read(code, form);
    requireKnown(statement);
    jurisdiction.about(code);
    jurisdiction.requireRegistering(statement.region());
    Organ organ = organs.locked(code);
    OrganHistory before = organ.history();
    if (before.isEmpty() && !insist) {
      requireCheckedCode(code);
    }
    before
        .objectionTo(statement)
        .ifPresent(
            v -> {
              throw ProblemException.invalid(new Violation("/" + v.pointer(), v.message()));
            });
    OrganChange change = new OrganChange(code, before, before.with(statement));
    change.regions().forEach(jurisdiction::requireRegistering);
    change.mergers().forEach(this::requireBothSides);
    conditions.requireHeld(before.isEmpty() ? null : organ.tag());
    if (change.outcome() != RegistrationOutcome.UNCHANGED) {
      organ.become(change.after());
      organs.flush();
      if (change.isMerged() && !mergers.circular(Set.of(code)).isEmpty()) {
        throw ProblemException.invalid(new Violation("/successor", CIRCLE));
      }
      changed.fire(new OrgansChanged(Set.of(code)));
    }
    return change.outcome();
  }

  /** As for a move: who takes over has to answer for what the other one did. */
  private void requireBothSides(Merger merger) {
    String region = mergers.region(merger).orElseThrow();
    try {
      jurisdiction.requireRegistering(region);
    } catch (ProblemException e) {
      if (e.type() != ProblemType.FORBIDDEN) {
        throw e;
      }
      throw ProblemException.invalid(
          ProblemType.FORBIDDEN, List.of(new Violation("/successor", elsewhere(region))));
    }
  }

  static Text elsewhere(String region) {
    return new Text(
            "并入机关属于行政区划 %s，须由对两个区划都有登记权限的上级办理。",
            "This organ is of region %s; who registers the merger must be permitted in both.")
        .with(region);
  }

  private static OrganStatement read(String code, OrganForm form) {
    OrganCode.objectionTo(code)
        .ifPresent(
            why -> {
              throw ProblemException.invalid(new Violation("path:code", why));
            });
    if (form == null) {
      throw ProblemException.invalid(Violation.EMPTY_BODY);
    }
    List<Violation> violations = new ArrayList<>();
    return form.read(code, "/", violations).orElseThrow(() -> ProblemException.invalid(violations));
  }

  private void requireKnown(OrganStatement statement) {
    registry.requireRegion(statement.region(), "/region");
    if (statement.successor() != null && !registry.organExists(statement.successor())) {
      throw ProblemException.invalid(
          ProblemType.UNKNOWN_ORGAN, List.of(new Violation("/successor", UNKNOWN_SUCCESSOR)));
    }
  }

  private static void requireCheckedCode(String code) {
    List<Violation> doubts =
        new OrganCode(code)
            .warnings().stream()
                .map(w -> new Violation("path:code", insistable(w.message())))
                .toList();
    if (!doubts.isEmpty()) {
      throw ProblemException.invalid(doubts);
    }
  }

  static Text insistable(Text doubt) {
    return new Text(
        doubt.zh() + "确认无误的，可用 ?insist=true 登记。",
        doubt.en() + " With ?insist=true it is registered as it is.");
  }
}
