package org.gongkai.registry;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.problem.Violation;

/**
 * The versions of one organ, by their first day. They never overlap. What says nothing new is no
 * version: it is joined to the one before it, so that saying the same again changes nothing, and
 * stating again what was before it removes a mistaken version.
 */
record OrganHistory(NavigableMap<LocalDate, OrganVersion> versions) {

  static final OrganHistory NONE = new OrganHistory(Collections.emptyNavigableMap());

  OrganHistory {
    versions = Collections.unmodifiableNavigableMap(versions);
  }

  static OrganHistory of(Map<LocalDate, OrganVersion> versions) {
    return new OrganHistory(new TreeMap<>(versions));
  }

  boolean isEmpty() {
    return versions.isEmpty();
  }

  /** Why this statement does not fit the other versions, if it does not; the pointer is a field. */
  Optional<Violation> objectionTo(OrganStatement statement) {
    LocalDate from = from(statement);
    LocalDate next = versions.higherKey(from);
    LocalDate to = statement.validTo();
    if (to != null && !from.isBefore(to)) {
      return Optional.of(
          Violation.at("validTo", "须晚于该版本的生效日期。", "Later than the day the version begins."));
    }
    if (to != null && next != null && to.isAfter(next)) {
      return Optional.of(
          Violation.at(
              "validTo",
              "晚于下一版本的生效日期 " + next + "；各版本不得重叠。",
              "Later than " + next + ", when the next version begins; versions never overlap."));
    }
    return Optional.empty();
  }

  /** The history with the statement in it; the version before it ends where it begins. */
  OrganHistory with(OrganStatement statement) {
    LocalDate from = from(statement);
    LocalDate next = versions.higherKey(from);
    LocalDate open = next == null ? LocalDate.MAX : next;
    OrganVersion version =
        new OrganVersion(
            statement.validTo() == null ? open : statement.validTo(),
            statement.name(),
            statement.region(),
            statement.kind(),
            statement.successor());
    TreeMap<LocalDate, OrganVersion> result = new TreeMap<>(versions);
    Map.Entry<LocalDate, OrganVersion> former = result.lowerEntry(from);
    while (former != null && former.getValue().until(from).isContinuedBy(from, version)) {
      result.remove(from);
      from = former.getKey();
      former = result.lowerEntry(from);
    }
    if (former != null) {
      result.put(former.getKey(), former.getValue().until(from));
    }
    result.put(from, version);
    return new OrganHistory(result);
  }

  private LocalDate from(OrganStatement statement) {
    if (statement.validFrom() != null) {
      return statement.validFrom();
    }
    return versions.isEmpty() ? LocalDate.MIN : versions.lastKey();
  }
}
