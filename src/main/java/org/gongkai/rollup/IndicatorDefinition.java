package org.gongkai.rollup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an indicator of an answer means. */
@Schema(
    name = "IndicatorDefinition",
    description = "What an indicator means, and what it is made of. / 指标定义。",
    requiredProperties = {"indicator", "label", "definition", "formula", "form"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record IndicatorDefinition(
    @Schema(
            description =
                "The indicator, as the rows have it; `channelShare` stands for the share of each channel",
            examples = "disclosureRate")
        String indicator,
    @Schema(description = "What it is called", examples = "公开率（予以公开和部分公开）") String label,
    @Schema(
            description = "The method by which this answer counts it, where several are in use",
            examples = "withPartial")
        @Nullable String method,
    @Schema(description = "All methods by which it can be counted, where several are in use")
        @Nullable List<MethodView> methods,
    @Schema(description = "What it measures", examples = "办理结果中予以公开和部分公开的申请所占的比例。")
        String definition,
    @Schema(
            description = "How it is made, in the words of the form",
            examples = "（（一）予以公开 + （二）部分公开） ÷ （七）总计")
        String formula,
    @Schema(
            description = "The cells whose sums the numerator adds up",
            examples = "[\"applications.outcomes.granted.total\"]")
        @Nullable List<String> numerator,
    @Schema(
            description = "The cells whose sums the denominator adds up",
            examples = "[\"applications.outcomes.total.total\"]")
        @Nullable List<String> denominator,
    @Schema(
            description = "The article of the Regulations that the cells rest on",
            examples = "《政府信息公开条例》第三十六条第（一）、（二）项、第三十七条")
        @Nullable String article,
    @Schema(description = "The section of the form that it is of", examples = "三、收到和处理政府信息公开申请情况")
        String form) {

  /** A way of counting. */
  @Schema(
      name = "IndicatorMethod",
      description = "A way of counting an indicator. / 计算方法。",
      requiredProperties = {"method", "label"})
  record MethodView(
      @Schema(description = "As `method` asks for it", examples = "strict") String method,
      @Schema(description = "What it is called", examples = "仅予以公开") String label) {}
}
