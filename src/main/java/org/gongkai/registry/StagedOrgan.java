package org.gongkai.registry;

import java.time.LocalDate;
import java.util.List;

/** A line of a file of organs that nothing is wrong with by itself, as the staging table has it. */
record StagedOrgan(int line, String code, OrganStatement statement) {

  /**
   * The history with the lines of one organ in it, oldest first. Where there are several, the one
   * without a first day is the oldest: since ever.
   */
  static OrganHistory applied(OrganHistory before, List<StagedOrgan> lines, ImportReport report) {
    OrganHistory history = before;
    for (StagedOrgan line : lines) {
      OrganStatement statement = line.statement();
      if (lines.size() > 1 && statement.validFrom() == null) {
        statement = statement.from(LocalDate.MIN);
      }
      var objection = history.objectionTo(statement);
      if (objection.isPresent()) {
        report.refuse(line.line(), objection.get().pointer(), objection.get().message());
        return before;
      }
      history = history.with(statement);
    }
    return history;
  }
}
