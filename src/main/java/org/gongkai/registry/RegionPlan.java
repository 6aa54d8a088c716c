package org.gongkai.registry;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Regions that are to be put, judged against the tree as it is and against each other.
 *
 * @param existing the tree's regions of the same codes, and the parents
 * @param inUse those that would move although organs or regions depend on their place
 * @param planned the regions to put, by code
 */
record RegionPlan(Map<String, Region> existing, Set<String> inUse, Map<String, Region> planned) {

  private static final String NATION = "000000";

  /** Why a region cannot be put. */
  record Refusal(ProblemType type, String field, Text why) {

    ProblemException asProblem(String place) {
      return ProblemException.invalid(type, List.of(new Violation(place + field, why)));
    }
  }

  RegionPlan(Map<String, Region> existing, Set<String> inUse, List<Region> planned) {
    this(existing, inUse, new HashMap<>());
    planned.forEach(region -> this.planned.put(region.code(), region));
  }

  /** Takes a refused region out, so that none is put below it. */
  void leaveOut(Region region) {
    planned.remove(region.code());
  }

  Optional<Refusal> refusalOf(Region region) {
    if (inUse.contains(region.code())) {
      return Optional.of(
          new Refusal(
              ProblemType.CONFLICT,
              "parent",
              new Text(
                  "该区划已有下级区划或行政机关，不能改变上级或级别；请启用新代码，停用旧代码。",
                  "Regions or organs are below this one, so neither its parent nor its level can"
                      + " change; register a new code and retire this one.")));
    }
    if (region.parent() == null) {
      return region.code().equals(NATION)
          ? Optional.empty()
          : Optional.of(
              new Refusal(
                  ProblemType.CONFLICT,
                  "level",
                  new Text("国家只有一个，代码为 000000。", "There is one nation, 000000.")));
    }
    Region parent = planned.getOrDefault(region.parent(), existing.get(region.parent()));
    if (parent == null) {
      return Optional.of(
          new Refusal(
              ProblemType.UNKNOWN_REGION,
              "parent",
              new Text("没有该代码的行政区划。", "No region has this code.")));
    }
    if (!parent.level().isAbove(region.level())) {
      return Optional.of(
          new Refusal(
              ProblemType.INVALID_REQUEST,
              "level",
              new Text("级别须低于上级区划的级别（%s）。", "A level below the parent's, which is %s.")
                  .with(parent.level().code())));
    }
    return Optional.empty();
  }

  /** Where a registrar must be permitted: above the region, as it was and as it shall be. */
  Set<String> jurisdictions(Region region) {
    Set<String> regions = new HashSet<>();
    Region before = existing.get(region.code());
    regions.add(region.parent() == null ? region.code() : region.parent());
    if (before != null && before.parent() != null) {
      regions.add(before.parent());
    }
    return regions;
  }

  RegistrationOutcome outcomeOf(Region region) {
    Region before = existing.get(region.code());
    if (before == null) {
      return RegistrationOutcome.CREATED;
    }
    return before.equals(region) ? RegistrationOutcome.UNCHANGED : RegistrationOutcome.CHANGED;
  }

  boolean creates(String code) {
    return planned.containsKey(code) && !existing.containsKey(code);
  }

  /** Whether the region is new or stands elsewhere. */
  boolean takesPlace(Region region) {
    Region before = existing.get(region.code());
    return before == null || moves(before, region);
  }

  static boolean moves(@Nullable Region before, Region after) {
    return before != null
        && (before.level() != after.level() || !Objects.equals(before.parent(), after.parent()));
  }
}
