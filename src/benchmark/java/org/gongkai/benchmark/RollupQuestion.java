package org.gongkai.benchmark;

import java.util.ArrayList;
import java.util.List;

/** A kind of rollup of one year, of whatever region of the level. */
record RollupQuestion(Level level, String section, String by) {

  static final List<String> SECTIONS = List.of("publications", "applications", "indicators");

  /** Every level, whole and divided; a district has nothing below it. */
  static List<RollupQuestion> all() {
    List<RollupQuestion> all = new ArrayList<>();
    for (Level level : Level.values()) {
      for (String by : List.of("none", "region")) {
        if (level != Level.DISTRICT || by.equals("none")) {
          SECTIONS.forEach(section -> all.add(new RollupQuestion(level, section, by)));
        }
      }
    }
    return all;
  }

  String path(String region, int year) {
    return "/api/v1/rollups/%s?region=%s&year=%d&by=%s".formatted(section, region, year, by);
  }

  String label() {
    return "%s, %s, by %s".formatted(level.label(), section, by);
  }
}
