package org.gongkai.rule;

import java.util.Collection;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;

/**
 * The rule whose findings a list is asked for. A misspelt id would find nothing, which reads as if
 * all were well.
 */
public final class RuleParameter {

  private static final Text WHERE =
      new Text(
          "没有这条规则；各版的规则见 /api/v1/forms/{edition}/rules。",
          "There is no such rule; /api/v1/forms/{edition}/rules has those of each edition.");
  private static final Text MEANT =
      new Text("没有这条规则；是否为 %s？", "There is no such rule; is %s meant?");

  private RuleParameter() {}

  /** The problem that there is no rule of this id. */
  public static ProblemException unknown(String id, Collection<String> known) {
    Text why = Nearest.to(id, known).map(meant -> MEANT.with(meant)).orElse(WHERE);
    return ProblemException.invalid(new Violation("?rule", why));
  }
}
