package org.gongkai.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongkai.platform.Preconditions;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;

/** Registers regions, one or many, so that the tree stays one. */
@ApplicationScoped
class RegionRegistration {

  private final RegionStore store;
  private final RegionQuery query;
  private final Jurisdiction jurisdiction;
  private final Event<RegionsChanged> changed;

  RegionRegistration(
      RegionStore store,
      RegionQuery query,
      Jurisdiction jurisdiction,
      Event<RegionsChanged> changed) {
    this.store = store;
    this.query = query;
    this.jurisdiction = jurisdiction;
    this.changed = changed;
  }

  @Transactional
  RegistrationOutcome put(String code, RegionForm form, Preconditions conditions) {
    if (!RegionForm.CODE.matcher(code).matches()) {
      throw ProblemException.invalid(new Violation("path:code", RegionForm.BAD_CODE));
    }
    if (form == null) {
      throw ProblemException.invalid(Violation.EMPTY_BODY);
    }
    List<Violation> violations = new ArrayList<>();
    Region region =
        form.read(code, "/", violations).orElseThrow(() -> ProblemException.invalid(violations));
    RegionPlan plan = plan(List.of(region));
    Optional<RegionPlan.Refusal> refusal = plan.refusalOf(region);
    if (refusal.isPresent()) {
      throw refusal.get().asProblem("/");
    }
    plan.jurisdictions(region).forEach(jurisdiction::requireRegistering);
    conditions.requireHeld(query.tag(code).orElse(null));
    write(plan, List.of(region));
    return plan.outcomeOf(region);
  }

  /** Locks the tree and reads what is needed to judge the regions. */
  RegionPlan plan(List<Region> regions) {
    store.lock();
    Set<String> asked = regions.stream().map(Region::code).collect(Collectors.toSet());
    regions.stream().map(Region::parent).filter(p -> p != null).forEach(asked::add);
    Map<String, Region> existing = new HashMap<>();
    store.existing(asked).forEach(region -> existing.put(region.code(), region));
    Set<String> moving =
        regions.stream()
            .filter(region -> RegionPlan.moves(existing.get(region.code()), region))
            .map(Region::code)
            .collect(Collectors.toSet());
    Set<String> inUse = moving.isEmpty() ? Set.of() : store.inUse(moving);
    return new RegionPlan(existing, inUse, regions);
  }

  /** Writes what differs, from the top of the tree down. */
  void write(RegionPlan plan, List<Region> regions) {
    Map<RegionLevel, List<Region>> byLevel =
        regions.stream()
            .filter(region -> plan.outcomeOf(region) != RegistrationOutcome.UNCHANGED)
            .sorted(Comparator.comparing(Region::code))
            .collect(Collectors.groupingBy(Region::level, TreeMap::new, Collectors.toList()));
    byLevel.forEach(
        (level, here) -> {
          store.put(here);
          store.place(here.stream().filter(plan::takesPlace).toList());
        });
    Set<String> codes =
        byLevel.values().stream()
            .flatMap(List::stream)
            .map(Region::code)
            .collect(Collectors.toSet());
    if (!codes.isEmpty()) {
      changed.fire(new RegionsChanged(codes));
    }
  }
}
