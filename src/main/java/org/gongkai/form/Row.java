package org.gongkai.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * A row of a section.
 *
 * @param id dotted path below the section: {@code outcomes.refused.stateSecret}
 * @param columns the columns that the row has cells in; all leaves and totals unless said otherwise
 * @param article of the Regulations that the row rests on, or null
 * @param group the heading printed beside this and its neighbours, or null
 * @param shortLabel for charts; the label without its number unless the form file has one
 */
@Schema(
    name = "FormRow",
    description = "A row of a table. / 一行。",
    requiredProperties = {"id", "role", "columns", "label", "shortLabel"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Row(
    @Schema(description = "Its path in the section", examples = "outcomes.refused.stateSecret")
        String id,
    @Schema(description = "Whether it is added up, is a total or a heading", examples = "leaf")
        FormRole role,
    @Schema(description = "Columns that it has cells in; all where it names none")
        List<String> columns,
    @Schema(description = "The row as the form prints it, in both languages") Text label,
    @Schema(description = "Article of the Regulations that it rests on", examples = "第十四条")
        @Nullable String article,
    @Schema(description = "Heading beside this and its neighbours") @Nullable Text group,
    @Schema(description = "Its label for charts: short, without a number") Text shortLabel) {

  public Row {
    shortLabel = ShortLabel.of(shortLabel, label);
    role = role == null ? FormRole.LEAF : role;
    columns = columns == null ? List.of() : List.copyOf(columns);
  }

  /** Whether this row stands below the other one, at any depth. */
  public boolean isBelow(String other) {
    return CellPath.isBelow(id, other);
  }

  /** The id of the row that this one stands under; empty where it stands under none. */
  public String parent() {
    return CellPath.parent(id);
  }
}
