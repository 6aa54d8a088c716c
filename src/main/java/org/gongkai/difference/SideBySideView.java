package org.gongkai.difference;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.form.Scope;
import org.jspecify.annotations.Nullable;

/** What two reports say, beside each other. */
@Schema(
    name = "SideBySide",
    description =
        "Everything that two reports state, beside each other: every cell of both editions, every"
            + " channel, every sentence, and what of the first one's text stands in the second one,"
            + " too. / 两份报告对照。")
public record SideBySideView(
    @Schema(description = "The report of the address") ReportSide first,
    @Schema(description = "The one that it is compared with") ReportSide second,
    @Schema(description = "The tables of the form, in its order") List<SectionView> sections,
    @Schema(description = "Channels of publication; the total is the entry without a channel")
        List<ChannelView> publications,
    @Schema(description = "Parts of the text that one of the two has, in the order of the form")
        List<TextView> texts,
    @Schema(description = "How much of the first one's text stands in the second one")
        RepetitionView repetition) {

  private static final String STATED = DifferencesView.STATED;

  /** One of the two. */
  @Schema(name = "ReportSide", description = "Which report, in which revision. / 所对照的报告。")
  public record ReportSide(
      @Schema(description = "Id of the report", examples = "42") long report,
      @Schema(description = "Number of the revision", examples = "1") int revision,
      @Schema(description = "Code of the organ", examples = "113710020043609788") String organ,
      @Schema(description = "Name of the organ in the year", examples = "威海市环翠区工业和信息化局")
          String name,
      @Schema(description = "The report year", examples = "2021") int year,
      @Schema(description = "What it covers", examples = "organ") Scope scope) {}

  /** A table. */
  @Schema(name = "SideBySideSection", description = "A table of the form. / 一张表。")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SectionView(
      @Schema(description = "Id of the section, as the form names it", examples = "applications")
          String section,
      @Schema(description = "Its heading", examples = "三、收到和处理政府信息公开申请情况") String label,
      @Schema(
              description = "The edition that the first one follows; absent where it has none",
              examples = "2021")
          @Nullable String firstEdition,
      @Schema(
              description = "The edition that the second one follows; absent where it has none",
              examples = "2019")
          @Nullable String secondEdition,
      @Schema(description = "Every cell that one of the two editions has, in the order of the form")
          List<CellView> cells) {}

  /** A cell. */
  @Schema(name = "SideBySideCell", description = "A cell of both. / 一个单元格。")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record CellView(
      @Schema(description = "The cell's name", examples = "applications.received.naturalPerson")
          String path,
      @Schema(description = "Id of the row, as the form names it", examples = "received")
          String row,
      @Schema(description = "The row with the headings over it", examples = "一、本年新收政府信息公开申请数量")
          String rowLabel,
      @Schema(description = "Id of the column, as the form names it", examples = "naturalPerson")
          String column,
      @Schema(description = "The column with the heading over it", examples = "自然人")
          String columnLabel,
      @Schema(
              ref = "StatedCell",
              description = "In the first one: " + STATED + "; absent where it has no such cell",
              examples = "61")
          @Nullable JsonNode first,
      @Schema(
              ref = "StatedCell",
              description = "In the second one: " + STATED + "; absent where it has no such cell",
              examples = "60")
          @Nullable JsonNode second,
      @Schema(
              description = "The first one's remark beside it; absent for none",
              examples = "其中修订1件")
          @Nullable String firstRemark,
      @Schema(
              description = "The second one's remark beside it; absent for none",
              examples = "其中修订2件")
          @Nullable String secondRemark,
      @Schema(
              description = "`first` less `second`, where both are numbers in one unit",
              examples = "1")
          @Nullable BigDecimal difference) {}

  /** A channel. */
  @Schema(name = "SideBySideChannel", description = "An entry of a channel. / 一个信息发布渠道。")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ChannelView(
      @Schema(description = "Code of the channel; absent for the total", examples = "website")
          @Nullable String channel,
      @Schema(description = "Code of the unit", examples = "item") String unit,
      @Schema(description = "Channel, account and unit in words", examples = "政府网站（条/件/篇）")
          String label,
      @Schema(
              ref = "StatedCell",
              description = "In the first one: " + STATED + "; absent where it has no such entry",
              examples = "54")
          @Nullable JsonNode first,
      @Schema(
              ref = "StatedCell",
              description = "In the second one: " + STATED + "; absent where it has no such entry",
              examples = "51")
          @Nullable JsonNode second,
      @Schema(description = "Whether `first` is said to be approximate", examples = "false")
          @Nullable Boolean firstApproximate,
      @Schema(description = "Whether `second` is said to be approximate", examples = "false")
          @Nullable Boolean secondApproximate,
      @Schema(description = "`first` less `second`, where both are numbers", examples = "3")
          @Nullable BigDecimal difference) {}

  /** A part of the text. */
  @Schema(name = "SideBySideText", description = "A part of the text. / 一部分文字。")
  public record TextView(
      @Schema(description = "Its key in `narrative`", examples = "overview") String part,
      @Schema(description = "Its heading", examples = "一、总体情况") String label,
      @Schema(description = "All sentences of both, in order") List<PairView> sentences,
      @Schema(description = "How much of the first one's stands anywhere in the second one's text")
          RepetitionView repetition,
      @Schema(description = "Which stretches these are, in the order of the first one's text")
          List<PassageView> passages) {}

  /** Sentences beside each other. */
  @Schema(
      name = "SentencePair",
      description = "Sentences beside each other. / 并列的语句。",
      requiredProperties = {"kind"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PairView(
      @Schema(
              description =
                  "same to the letter; numbers where all but numbers and marks is the same; other;"
                      + " first or second where only that one has it",
              examples = "numbers")
          SentenceKind kind,
      @Schema(description = "Of the first one; absent for none", examples = "公开信息412条。")
          @Nullable String first,
      @Schema(description = "Of the second one; absent for none", examples = "公开信息389条。")
          @Nullable String second) {}

  /** How much is repeated. */
  @Schema(
      name = "Repetition",
      description =
          "How much of a text stands in the other one, too: Chinese characters in stretches of eight"
              + " or more, not counting numerals, figures, marks and sentences that every report"
              + " must have. / 重复率。",
      requiredProperties = {"characters", "repeated"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record RepetitionView(
      @Schema(description = "Characters that are compared", examples = "412") int characters,
      @Schema(description = "How many of them stand in the other one", examples = "206")
          int repeated,
      @Schema(
              description = "Repeated to all, cut to two digits; absent where nothing is compared",
              examples = "0.50")
          @Nullable BigDecimal share) {}

  /** What was taken over. */
  @Schema(
      name = "RepeatedPassage",
      description = "A stretch that stands in both; places count from 0. / 重复的段落。")
  public record PassageView(
      @Schema(description = "Where it begins in the first one's part", examples = "0") int start,
      @Schema(description = "Where it ends there", examples = "38") int end,
      @Schema(description = "The part of the second one", examples = "overview") String secondPart,
      @Schema(description = "Where it begins in that part", examples = "12") int secondStart,
      @Schema(description = "Where it ends there", examples = "50") int secondEnd,
      @Schema(description = "The first one's words", examples = "持续推进政府信息公开工作") String words) {}
}
