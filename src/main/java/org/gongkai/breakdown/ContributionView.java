package org.gongkai.breakdown;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.report.Basis;
import org.jspecify.annotations.Nullable;

/** A part of a number of a rollup. */
@Schema(
    name = "Contribution",
    description = "A part of a number of a rollup. / 汇总数的一个组成部分。",
    requiredProperties = {"code", "name", "number", "blank", "reports", "otherLayout"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record ContributionView(
    @Schema(
            description = "Code of the region or organ, or path of the leaf cell / 代码或单元格",
            examples = "113710020043609788")
        String code,
    @Schema(description = "What it is called / 名称", examples = "威海市环翠区工业和信息化局")
        @Nullable String name,
    @Schema(description = "Region of the organ; by organ only / 所属行政区划", examples = "371002")
        @Nullable String region,
    @Schema(description = "Name of the region; by organ only / 行政区划名称", examples = "环翠区")
        @Nullable String regionName,
    @Schema(
            description = "What it gives to the sum; null where it states nothing at all / 数值",
            examples = "54")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Nullable BigDecimal number,
    @Schema(description = "Cells that it leaves blank / 留空的单元格数", examples = "0") long blank,
    @Schema(
            description = "Counts that are said to be about so many; publications only / 约数",
            examples = "0")
        @Nullable Long approximate,
    @Schema(description = "How many reports it is from / 报告份数", examples = "1") long reports,
    @Schema(description = "Id of the report; by organ only", examples = "42") @Nullable Long report,
    @Schema(description = "The revision that is counted; by organ only", examples = "3")
        @Nullable Integer revision,
    @Schema(
            description =
                "Where to go on from here: the revision of the organ's report, or the parts of the"
                    + " region's part; absent by cell",
            examples = "/api/v1/reports/42/revisions/3")
        @Nullable String address,
    @Schema(
            description =
                "How many reports are laid out without it, and give nothing to it / 其他表式的报告数",
            examples = "0")
        long otherLayout,
    @Schema(
            description = "The edition of the form that the report follows; by organ only / 表式",
            examples = "2021")
        @Nullable String edition) {

  ContributionView called(@Nullable String itself, @Nullable String itsRegion) {
    return new ContributionView(
        code,
        itself,
        region,
        itsRegion,
        number,
        blank,
        approximate,
        reports,
        report,
        revision,
        address,
        otherLayout,
        edition);
  }

  ContributionView leadingTo(String further) {
    return new ContributionView(
        code,
        name,
        region,
        regionName,
        number,
        blank,
        approximate,
        reports,
        report,
        revision,
        further,
        otherLayout,
        edition);
  }

  /** A part of the list of parts. */
  @Schema(
      name = "ContributionPage",
      description = "The breakdown of a number of a rollup, largest part first. / 汇总数的构成，按数值由大到小。",
      requiredProperties = {
        "region",
        "year",
        "basis",
        "by",
        "label",
        "sum",
        "blank",
        "reports",
        "otherLayout",
        "items",
        "total"
      })
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(
      @Schema(description = "Code of the region", examples = "371002") String region,
      @Schema(description = "The report year", examples = "2021") int year,
      @Schema(description = "Whose reports are counted", examples = "submitted") Basis basis,
      @Schema(description = "What the number is taken apart into", examples = "organ") PartBy by,
      @Schema(
              description = "What the number is of, for people",
              examples = "三、本年度办理结果 / （三）不予公开 / 总计")
          String label,
      @Schema(
              nullable = true,
              description =
                  "The number, as the rollup has it: all parts add up to it, exactly; null where"
                      + " nothing at all is stated. `blank` and `otherLayout` do not change it",
              examples = "12")
          @JsonInclude(JsonInclude.Include.ALWAYS)
          @Nullable BigDecimal sum,
      @Schema(description = "Blank cells that it leaves out", examples = "0") long blank,
      @Schema(description = "How many reports it is from", examples = "37") long reports,
      @Schema(
              description =
                  "How many reports are laid out without it: the number stands on the others;"
                      + " `otherLayout=true` lists them",
              examples = "1")
          long otherLayout,
      @Schema(description = "The parts of this page, largest first, then by code")
          List<ContributionView> items,
      @Schema(description = "How many parts there are, on all pages", examples = "37") long total,
      @Schema(
              nullable = true,
              description = "The cursor of the next page; null on the last one",
              examples = "54:113710020043609788")
          @JsonInclude(JsonInclude.Include.ALWAYS)
          @Nullable String next) {}
}
