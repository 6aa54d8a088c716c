package org.gongkai.season;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.registry.OrganKind;

/** Where one organ stands with its report of a year. */
@Schema(
    name = "Standing",
    description = "Where one organ stands with its own report of a year. / 某机关的报送情况。",
    requiredProperties = {
      "organ",
      "name",
      "region",
      "regionName",
      "kind",
      "status",
      "state",
      "exempt"
    })
@JsonInclude(JsonInclude.Include.NON_NULL)
record Standing(
    @Schema(description = "Code of the organ / 机关代码", examples = "113710020043609788") String organ,
    @Schema(description = "Its name in the year / 名称", examples = "威海市环翠区工业和信息化局") String name,
    @Schema(description = "Its region in the year / 所属行政区划", examples = "371002") String region,
    @Schema(description = "Name of the region / 行政区划名称", examples = "环翠区") String regionName,
    @Schema(description = "Kind / 类型", examples = "department") OrganKind kind,
    @Schema(description = "Whether it has filed in time / 报送情况", examples = "late") Status status,
    @Schema(
            description = "State of its report, or `notStarted` where there is none / 报告进度",
            examples = "submitted")
        Stage state,
    @Schema(description = "Whether it is exempt / 是否免报", examples = "false") boolean exempt,
    @Schema(
            description =
                "Last day; absent for an organ that did not exist any more on 31 December / 截止日期",
            examples = "2026-01-31")
        LocalDate due,
    @Schema(
            description = "The extension that it was given; absent where none / 延期至",
            examples = "2026-02-15")
        LocalDate extension,
    @Schema(description = "Id of its report; absent where there is none", examples = "42")
        Long report,
    @Schema(
            description =
                "When it was submitted, as far as being in time goes; absent if never / 提交时间",
            examples = "2026-02-02T08:30:00.123456Z")
        Instant submittedAt,
    @Schema(
            description = "When content or state of its report last changed / 最近更新时间",
            examples = "2026-02-02T08:30:00.123456Z")
        Instant changedAt,
    @Schema(
            description =
                "Days from the due date to the submission, or to today where there is none; absent"
                    + " unless late or missing / 逾期天数",
            examples = "2")
        Integer daysLate) {

  /** A part of the list of organs. */
  @Schema(
      name = "StandingPage",
      description = "A page of organs, by region and code. / 机关报送情况列表。",
      requiredProperties = {"items", "total"})
  record Page(
      @Schema(description = "The organs of this page") List<Standing> items,
      @Schema(description = "How many organs match, on all pages", examples = "50") long total,
      @Schema(
              description = "The cursor of the next page; null on the last one",
              examples = "371002:113710020043609788")
          @JsonInclude(JsonInclude.Include.ALWAYS)
          String next) {}
}
