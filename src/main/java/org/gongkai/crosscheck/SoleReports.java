package org.gongkai.crosscheck;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.Content;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.rule.Relation;

/** A region has one report of its level, and one of its area, whichever organ files it. */
final class SoleReports {

  private final Forms forms;

  SoleReports(Forms forms) {
    this.forms = forms;
  }

  /**
   * One finding where there are others.
   *
   * @param organs that have handed in a report of the same region, year and scope
   */
  public List<Finding> check(Content content, List<String> organs) {
    if (organs.isEmpty()) {
      return List.of();
    }
    Form form = forms.inForce(content.year());
    TextNode scope = TextNode.valueOf(content.scope().code());
    CellState own = new CellState(CellState.SCOPE, null, scope);
    List<CellState> cells = new ArrayList<>(List.of(own));
    organs.forEach(organ -> cells.add(own.ofReport(content.year(), organ)));
    return form.rules(Relation.SOLE).stream()
        .map(
            rule ->
                Finding.of(
                    form,
                    rule,
                    FindingKind.NOT_SOLE,
                    CellState.SCOPE,
                    CellState.SCOPE,
                    cells,
                    null,
                    null))
        .toList();
  }
}
