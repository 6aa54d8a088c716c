package org.gongkai.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.Form;
import org.gongkai.rule.Relation;
import org.gongkai.rule.Rule;

/**
 * Collects the cells that state nothing: one finding a table, however many there are. Real reports
 * leave a hundred cells blank for one reason, which wants one explanation.
 */
final class Blanks {

  private record Table(Form form, List<CellState> cells) {}

  private final Map<String, Table> tables = new LinkedHashMap<>();

  void add(Form form, String section, CellState cell) {
    tables.computeIfAbsent(section, s -> new Table(form, new ArrayList<>())).cells().add(cell);
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    tables.forEach(
        (section, table) -> {
          Rule rule = table.form().rules(Relation.BLANK).getFirst();
          findings.add(
              Finding.of(
                  table.form(),
                  rule,
                  FindingKind.BLANK,
                  section,
                  section,
                  table.cells(),
                  null,
                  null));
        });
    return findings;
  }
}
