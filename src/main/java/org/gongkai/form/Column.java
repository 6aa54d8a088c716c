package org.gongkai.form;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.Text;

/**
 * A column of a section.
 *
 * @param unit what the numbers count or measure, as the form prints it; null where it prints none
 * @param statedUnit whether a report says the unit itself, because the form prints none
 * @param group the heading printed over this and its neighbours, or null
 */
@Schema(name = "FormColumn", description = "A column of a table. / 一列。")
public record Column(
    String id, CellKind kind, Role role, String unit, boolean statedUnit, Text label, Text group) {

  public Column {
    role = role == null ? Role.LEAF : role;
  }
}
