package org.gongkai.registry;

import java.util.List;
import java.util.Optional;

/**
 * An organ as it was on 31 December of a year, or, where it was closed during the year, as it last
 * was. That is how its report of that year is named and where the report is counted.
 *
 * @param expected whether a report is expected: the organ existed on 31 December and is not exempt
 * @param wholeYear whether it existed on 1 January too; if not, its report's period may be shorter
 * @param successor the organ that it was merged into when it closed
 * @param predecessors organs that were merged into this one in the year or the year before
 */
public record OrganInYear(
    String code,
    int year,
    String name,
    String region,
    OrganKind kind,
    boolean expected,
    boolean wholeYear,
    Optional<String> successor,
    List<String> predecessors) {

  public OrganInYear {
    predecessors = List.copyOf(predecessors);
  }
}
