package org.gongkai.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;

/** A line of a file of organs. */
record OrganLine(int number, String code, OrganStatement statement) {

  static final List<String> REQUIRED = List.of("code", "name", "region", "kind");
  static final List<String> OPTIONAL = List.of("validFrom", "validTo", "successor");

  /** Reads a line; what is wrong with it goes to the report. */
  static OrganLine read(CsvFile.Line line, ImportReport report) {
    String code = line.cell("code");
    List<Violation> violations = new ArrayList<>();
    OrganCode.objectionTo(code == null ? "" : code)
        .ifPresent(why -> violations.add(new Violation("code", why)));
    OrganStatement statement =
        new OrganForm(
                line.cell("name"),
                line.cell("region"),
                line.cell("kind"),
                line.cell("validFrom"),
                line.cell("validTo"),
                line.cell("successor"))
            .read(code, "", violations);
    LocalDate from = statement.validFrom();
    LocalDate to = statement.validTo();
    if (from != null && to != null && !from.isBefore(to)) {
      violations.add(new Violation("validTo", new Text("须晚于 validFrom。", "Later than validFrom.")));
    }
    violations.forEach(v -> report.refuse(line.number(), v.pointer(), v.message()));
    return new OrganLine(line.number(), code, violations.isEmpty() ? statement : null);
  }

  boolean isGood() {
    return statement != null;
  }

  /** Whether the line names a well-formed organ, so that other lines can belong to it. */
  boolean namesAnOrgan() {
    return code != null && OrganCode.objectionTo(code).isEmpty();
  }

  /**
   * The history with the lines of one organ in it, oldest first. Where there are several, the one
   * without a first day is the oldest: since ever.
   */
  static OrganHistory applied(OrganHistory before, List<OrganLine> lines, ImportReport report) {
    OrganHistory history = before;
    for (OrganLine line : lines) {
      OrganStatement statement = line.statement();
      if (lines.size() > 1 && statement.validFrom() == null) {
        statement = statement.from(LocalDate.MIN);
      }
      var objection = history.objectionTo(statement);
      if (objection.isPresent()) {
        report.refuse(line.number(), objection.get().pointer(), objection.get().message());
        return before;
      }
      history = history.with(statement);
    }
    return history;
  }
}
