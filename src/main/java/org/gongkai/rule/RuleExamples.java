package org.gongkai.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.registry.OrganKind;
import org.gongkai.registry.RegionLevel;

/** What keeps a rule, and what breaks it; the tests run both. */
@Schema(name = "RuleExamples", description = "One that keeps a rule, one that breaks it. / 正反例。")
public record RuleExamples(
    @Schema(description = "Keeps the rule") Example passing,
    @Schema(description = "Breaks the rule, and finds it") Example failing) {

  /** An organ of an example. */
  @Schema(name = "RuleExampleOrgan", description = "An organ of an example. / 示例机关。")
  public record Organ(
      @Schema(description = "Its name", examples = "威海市环翠区教育局") String name,
      @Schema(description = "Kind of the organ", examples = "department") OrganKind kind,
      @Schema(description = "Level of its region", examples = "district") RegionLevel level) {}

  /**
   * A report, as it is submitted.
   *
   * @param previous last year's, where the rule needs it
   * @param reporter the organ, where the rule needs it
   * @param others reports of other organs of the region, where the rule needs them
   * @param organs names of other organs of the region, where the rule needs them
   */
  @Schema(
      name = "RuleExample",
      description = "A report, as it is submitted. / 报告示例。",
      requiredProperties = {"report"})
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Example(
      @Schema(implementation = Object.class, description = "Last year's, where the rule needs it")
          ObjectNode previous,
      @Schema(description = "The organ, where the rule needs it") Organ reporter,
      @Schema(
              type = SchemaType.ARRAY,
              implementation = Object.class,
              description = "Reports of other organs of the region, where the rule needs them")
          List<ObjectNode> others,
      @Schema(description = "Names of other organs of the region, where the rule needs them")
          List<String> organs,
      @Schema(
              implementation = Object.class,
              description = "The report; what is left out is blank",
              examples = "{\"organ\": \"113710020043609788\", \"year\": 2021}")
          ObjectNode report) {}
}
