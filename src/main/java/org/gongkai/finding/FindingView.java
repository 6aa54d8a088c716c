package org.gongkai.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.form.Forms;
import org.gongkai.problem.Language;
import org.gongkai.rule.Severity;
import org.jspecify.annotations.Nullable;

/** A finding as it is shown. */
@Schema(
    name = "Finding",
    description = "What a rule says of one revision of a report. / 一条校验结果。",
    requiredProperties = {"id", "rule", "version", "severity", "message", "cells"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FindingView(
    @Schema(
            description = "Rule and place; stable over revisions",
            examples = "T3-BAL:applications.total")
        String id,
    @Schema(description = "Id of the rule; never translated", examples = "T3-BAL") String rule,
    @Schema(description = "Version of the rule", examples = "1") int version,
    @Schema(
            description =
                "error blocks submission; a warning wants an explanation; info is for information",
            examples = "error")
        Severity severity,
    @Schema(
            description = "What is wrong, for people",
            examples = "总计：“一加二等于三（七）加四”不成立：左边 60，右边 61，相差 −1。")
        String message,
    @Schema(description = "The figures, or the words, that the rule is about, as stated")
        List<CellView> cells,
    @Schema(
            description =
                "Sum of the left side; the year or number that the text states; of copied text the"
                    + " share in percent, absent where organs are not told of another organ's",
            examples = "60")
        @Nullable BigDecimal left,
    @Schema(
            description =
                "Sum of the right side, or the report year; absent where it is what other organs"
                    + " state and the caller is an organ or a reader",
            examples = "61")
        @Nullable BigDecimal right,
    @Schema(description = "Left minus right", examples = "-1") @Nullable BigDecimal difference,
    @Schema(
            description = "What the numbers of both sides are, where the text gives no counts",
            examples = "percent")
        Finding.@Nullable Unit unit,
    @Schema(description = "What the rule rests on in law and form", examples = "《政府信息公开条例》第五十条")
        @Nullable String basis,
    @Schema(description = "What to look at", examples = "本年新收加上年结转，须等于办理结果总计加结转下年度。")
        @Nullable String hint,
    @Schema(
            description =
                "What would set everything right in the section; absent where several could. Of"
                    + " totals that were left at 0 those of this finding")
        @Nullable SuggestionView suggestion,
    @Schema(
            description =
                "Where several numbers would do, those: after a merger the organ's own of last"
                    + " year, or that with what merged organs left",
            examples = "[4, 7]")
        @Nullable List<BigDecimal> possible,
    @Schema(
            description =
                "How many more places there are than the 200 that are listed, if there are",
            examples = "17")
        @Nullable Integer more,
    @Schema(description = "Why it is no mistake, as the organ says; of these very figures")
        @Nullable RemarkView explanation,
    @Schema(description = "Why the office lets a broken hard rule pass; of these very figures")
        @Nullable RemarkView waiver) {

  /** What would set everything right. */
  @Schema(
      name = "FindingSuggestion",
      description = "What would set everything right. / 改正建议。",
      requiredProperties = {"mistake", "message", "cells"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SuggestionView(
      @Schema(description = "What the mistake looks like", examples = "number")
          Suggestion.Mistake mistake,
      @Schema(description = "What is suggested, for people", examples = "总计 应为 41？") String message,
      @Schema(
              description =
                  "The cells, with the numbers that they should state; empty where only a bound is"
                      + " known")
          List<CellView> cells,
      @Schema(
              description =
                  "Of `zero-total-of-blanks`: the total, with the sum of the parts that state a"
                      + " number, below which it cannot be. Not what to write: the other parts may"
                      + " add to it")
          @Nullable List<CellView> atLeast) {}

  /** What somebody said of a finding. */
  @Schema(
      name = "FindingRemark",
      description = "What somebody said of a finding. / 说明或豁免。",
      requiredProperties = {"reason", "author", "at"})
  public record RemarkView(
      @Schema(description = "Why, as its author says", examples = "集中办理历史遗留申请。")
          @Nullable String reason,
      @Schema(
              description =
                  "Who said it: label of the key and its prefix, or name and subject of a token's"
                      + " bearer",
              examples = "区工信局 (gk_4f9a2c7b)")
          String author,
      @Schema(description = "When it was said, in UTC", examples = "2022-01-25T08:30:00.123456Z")
          Instant at) {}

  /** The same with what people say of it. */
  public FindingView with(@Nullable RemarkView itsExplanation, @Nullable RemarkView itsWaiver) {
    return new FindingView(
        id,
        rule,
        version,
        severity,
        message,
        cells,
        left,
        right,
        difference,
        unit,
        basis,
        hint,
        suggestion,
        possible,
        more,
        itsExplanation,
        itsWaiver);
  }

  @Schema(
      name = "FindingCell",
      description = "A cell as a report states it. / 单元格及其填报内容。",
      requiredProperties = {"path", "label", "stated"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record CellView(
      @Schema(description = "The cell's name", examples = "applications.received.naturalPerson")
          String path,
      @Schema(description = "The cell as the form prints it", examples = "一、本年新收政府信息公开申请数量 / 自然人")
          String label,
      @Schema(description = "The report year, where it is not this report's", examples = "2020")
          @Nullable Integer year,
      @Schema(
              description =
                  "The organ whose report it is, where it is not this one's; organs are shown such"
                      + " cells only of organs that were merged into them",
              examples = "11371002004360960G")
          @Nullable String organ,
      @Schema(
              ref = "StatedCell",
              description =
                  "What the report states: a number, null (blank), \"n/a\", or whatever it holds",
              examples = "60")
          @JsonInclude(JsonInclude.Include.ALWAYS)
          @Nullable JsonNode stated,
      @Schema(
              description = "Where the words begin in the text, in UTF-16 code units; of text only",
              examples = "86")
          @Nullable Integer at) {}

  /** Puts a finding into words. */
  public static FindingView of(Finding finding, Forms forms, Language language) {
    return new Wording(forms, language).view(finding);
  }
}
