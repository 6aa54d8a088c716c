package org.gongkai.difference;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The differences of two revisions as they are shown. */
@Schema(
    name = "Differences",
    description =
        "How two revisions of a report differ, in the order of the form; what is the same is in no"
            + " list. / 两次修订之间的差异。")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DifferencesView(
    @Schema(description = "Id of the report", examples = "42") long report,
    @Schema(description = "The revision that is compared from", examples = "1") int from,
    @Schema(description = "The revision that is compared to", examples = "2") int to,
    @Schema(description = "Sections that follow another edition of the form")
        List<EditionView> editions,
    @Schema(description = "Sections that are said to be nil in one of the two only")
        List<NilView> nil,
    @Schema(description = "Amounts whose stated unit differs") List<UnitView> units,
    @Schema(description = "Cells that differ, by path whatever the edition") List<CellView> cells,
    @Schema(description = "Channels of publication that differ") List<PublicationView> publications,
    @Schema(
            description =
                "The stated total over all channels, where it differs; in another unit it is one"
                    + " that was removed and one that was added")
        List<PublicationView> publicationTotal,
    @Schema(description = "Parts of the text that differ") List<NarrativeView> narrative,
    @Schema(
            description = "All of the above in words, one sentence for each difference",
            examples = "[\"一、本年新收政府信息公开申请数量 / 自然人：由 60 改为 61（+1）。\"]")
        List<String> sentences) {

  /** What a cell may state, as the contract says it. */
  static final String STATED =
      "a number, null (blank), \"n/a\", or whatever it holds that is no number";

  @Schema(name = "EditionDifference", description = "A section of another edition. / 版式的改变。")
  record EditionView(
      @Schema(description = "Id of the section, as the form names it", examples = "applications")
          String section,
      @Schema(description = "Its heading", examples = "三、收到和处理政府信息公开申请情况") String label,
      @Schema(description = "The edition before", examples = "2019") @Nullable String from,
      @Schema(description = "The edition now", examples = "2021") String to) {}

  @Schema(
      name = "NilDifference",
      description = "A statement of nil, made or taken back. / 零报告声明的改变。")
  record NilView(
      @Schema(description = "Id of the section, as the form names it", examples = "contests")
          String section,
      @Schema(description = "Its heading", examples = "四、政府信息公开行政复议、行政诉讼情况") String label,
      @Schema(description = "Whether it was said to be nil", examples = "false") boolean from,
      @Schema(description = "Whether it is said to be nil", examples = "true") boolean to) {}

  @Schema(name = "UnitDifference", description = "The unit of an amount. / 金额单位的改变。")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record UnitView(
      @Schema(description = "The row, with its section", examples = "disclosure.procurement")
          String path,
      @Schema(description = "The row as the form prints it", examples = "政府集中采购") String label,
      @Schema(description = "Code of the unit before; absent for none", examples = "yuan")
          @Nullable String from,
      @Schema(description = "Code of the unit now; absent for none", examples = "wanyuan")
          @Nullable String to) {}

  @Schema(
      name = "CellDifference",
      description = "A cell that states something else, or has another remark. / 单元格的改变。")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CellView(
      @Schema(description = "The cell's name", examples = "applications.received.naturalPerson")
          String path,
      @Schema(description = "The cell as the form prints it", examples = "一、本年新收政府信息公开申请数量 / 自然人")
          String label,
      @Schema(
              description =
                  "changed; or added or removed, where only the edition of the one revision has it",
              examples = "changed")
          DifferenceKind kind,
      @Schema(
              ref = "StatedCell",
              description = "Before: " + STATED + "; absent where the edition had no such cell",
              examples = "60")
          @Nullable JsonNode from,
      @Schema(
              ref = "StatedCell",
              description = "Now: " + STATED + "; absent where the edition has no such cell",
              examples = "61")
          @Nullable JsonNode to,
      @Schema(description = "The remark beside it before; absent for none", examples = "其中修订16件")
          @Nullable String fromRemark,
      @Schema(description = "The remark beside it now; absent for none", examples = "其中修订15件")
          @Nullable String toRemark,
      @Schema(description = "`to` less `from`, where both are numbers in one unit", examples = "1")
          @Nullable BigDecimal difference) {}

  @Schema(name = "PublicationDifference", description = "An entry of a channel. / 信息发布渠道的改变。")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PublicationView(
      @Schema(description = "What became of it", examples = "changed") DifferenceKind kind,
      @Schema(description = "Code of the channel; absent for the total", examples = "website")
          @Nullable String channel,
      @Schema(description = "Code of the unit", examples = "item") String unit,
      @Schema(description = "The account or paper, where it is named", examples = "环翠工信")
          @Nullable String name,
      @Schema(description = "Channel and unit in words", examples = "政府网站（条/件/篇）") String label,
      @Schema(
              ref = "StatedCell",
              description = "Before: " + STATED + "; absent where there was no such entry",
              examples = "54")
          @Nullable JsonNode from,
      @Schema(
              ref = "StatedCell",
              description = "Now: " + STATED + "; absent where there is no such entry",
              examples = "55")
          @Nullable JsonNode to,
      @Schema(description = "Whether `from` was said to be approximate", examples = "false")
          @Nullable Boolean fromApproximate,
      @Schema(description = "Whether `to` is said to be approximate", examples = "false")
          @Nullable Boolean toApproximate,
      @Schema(description = "The remark beside `from`; absent for none", examples = "含转载")
          @Nullable String fromRemark,
      @Schema(description = "The remark beside `to`; absent for none", examples = "不含转载")
          @Nullable String toRemark,
      @Schema(description = "`to` less `from`, where both are numbers", examples = "1")
          @Nullable BigDecimal difference) {}

  @Schema(name = "NarrativeDifference", description = "A part of the text. / 文字部分的改变。")
  record NarrativeView(
      @Schema(description = "Its key in `narrative`", examples = "overview") String part,
      @Schema(description = "Its heading", examples = "一、总体情况") String label,
      @Schema(description = "Its sentences that differ, in order") List<TextChangeView> changes) {}

  @Schema(name = "TextDifference", description = "Sentences that differ, verbatim. / 语句的改变。")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TextChangeView(
      @Schema(description = "What became of them", examples = "changed") DifferenceKind kind,
      @Schema(description = "Before; absent where there were none", examples = "公开信息411条。")
          @Nullable String from,
      @Schema(description = "Now; absent where there are none", examples = "公开信息412条。")
          @Nullable String to) {}
}
