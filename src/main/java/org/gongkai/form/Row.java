package org.gongkai.form;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.Text;

/**
 * A row of a section.
 *
 * @param id dotted path below the section: {@code outcomes.refused.stateSecret}
 * @param columns the columns that the row has cells in; all leaves and totals unless said otherwise
 * @param article of the Regulations that the row rests on, or null
 * @param group the heading printed beside this and its neighbours, or null
 */
@Schema(name = "FormRow", description = "A row of a table. / 一行。")
public record Row(
    String id, Role role, List<String> columns, Text label, String article, Text group) {

  public Row {
    role = role == null ? Role.LEAF : role;
    columns = columns == null ? List.of() : List.copyOf(columns);
  }

  /** Whether this row stands below the other one, at any depth. */
  boolean isBelow(String other) {
    return id.startsWith(other + ".");
  }
}
