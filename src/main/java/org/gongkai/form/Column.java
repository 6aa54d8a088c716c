package org.gongkai.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * A column of a section.
 *
 * @param unit what the numbers count or measure, as the form prints it; null where it prints none
 * @param statedUnit whether a report says the unit itself, because the form prints none
 * @param group the heading printed over this and its neighbours, or null
 * @param shortLabel for charts; the label unless the form file has one
 */
@Schema(
    name = "FormColumn",
    description = "A column of a table. / 一列。",
    requiredProperties = {"id", "kind", "role", "label", "shortLabel"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Column(
    @Schema(description = "Its key in a row", examples = "naturalPerson") String id,
    @Schema(description = "What numbers its cells take", examples = "count") CellKind kind,
    @Schema(description = "Whether it is added up or is a total", examples = "leaf") FormRole role,
    @Schema(description = "Unit that the form prints; absent where it prints none", examples = "件")
        @Nullable String unit,
    @Schema(description = "Whether a report says the unit itself, by `unit`", examples = "false")
        boolean statedUnit,
    @Schema(description = "Its heading") Text label,
    @Schema(description = "Heading over this and its neighbours") @Nullable Text group,
    @Schema(description = "Its heading for charts: short") Text shortLabel) {

  public Column {
    shortLabel = ShortLabel.of(shortLabel, label);
    role = role == null ? FormRole.LEAF : role;
  }
}
