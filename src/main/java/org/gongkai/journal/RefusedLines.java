package org.gongkai.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gongkai.registry.OrganCode;
import org.jspecify.annotations.Nullable;

/**
 * The refused lines of one request, for the audit log: by region, so that each office sees the
 * attempts in its own, with counts and the first lines. Its size is bounded.
 */
public final class RefusedLines {

  private static final int FIRST = 20;
  private static final int MOST_REGIONS = 100;

  /** The lines of one region, or of no known one. */
  static final class Group {

    private final int status;
    private final Map<String, Integer> problems = new TreeMap<>();
    private final List<AuditLines.Refused> first = new ArrayList<>();
    private final Set<String> organs = new LinkedHashSet<>();
    private int count;

    private Group(int status) {
      this.status = status;
    }

    int status() {
      return status;
    }

    /** The problem that all lines share, or null. */
    @Nullable String problem() {
      return problems.size() == 1 ? problems.keySet().iterator().next() : null;
    }

    AuditLines lines() {
      return new AuditLines(count, List.copyOf(organs), List.of(), problems, List.copyOf(first));
    }
  }

  private final Map<@Nullable String, Group> groups = new LinkedHashMap<>();

  /**
   * Adds a line.
   *
   * @param line number of the line, from 1
   * @param status the HTTP status that it would have alone
   * @param problem code of the problem
   * @param organ the organ that the line names, or null; any text
   * @param region region of the organ, or null where unknown
   */
  public void add(
      long line, int status, String problem, @Nullable String organ, @Nullable String region) {
    @Nullable String group =
        groups.containsKey(region) || groups.size() < MOST_REGIONS ? region : null;
    Group its = groups.computeIfAbsent(group, r -> new Group(status));
    its.count++;
    its.problems.merge(problem, 1, Integer::sum);
    if (its.first.size() < FIRST) {
      // whatever else stands there is no organ, and may be anything
      @Nullable String code = organ != null && OrganCode.isWellFormed(organ) ? organ : null;
      its.first.add(new AuditLines.Refused(line, code, status, problem));
      if (code != null) {
        its.organs.add(code);
      }
    }
  }

  /** By region; the lines without a known region under the key null. */
  Map<@Nullable String, Group> byRegion() {
    return groups;
  }
}
