package org.gongkai.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.registry.OrganInYear;
import org.jspecify.annotations.Nullable;

/** What is expected of one organ for a report year, and until when. */
@Schema(
    name = "OrganCalendar",
    description = "What is expected of an organ for a report year, and until when. / 某机关某年度的报送要求。",
    requiredProperties = {
      "organ",
      "name",
      "region",
      "year",
      "expected",
      "due",
      "legal",
      "source",
      "governmentDue",
      "extension",
      "exemption"
    })
record OrganCalendarView(
    @Schema(description = "Code of the organ / 机关代码", examples = "113710020043609788") String organ,
    @Schema(description = "Its name in the year / 名称", examples = "威海市环翠区工业和信息化局") String name,
    @Schema(description = "Its region in the year / 所属行政区划", examples = "371002") String region,
    @Schema(description = "The report year / 报告年度", examples = "2025") int year,
    @Schema(
            description =
                "Whether its own report is expected: it existed on 31 December and is not exempt",
            examples = "true")
        boolean expected,
    @Schema(
            description = "Last day for its own report, an extension counted / 截止日期",
            examples = "2026-02-15")
        LocalDate due,
    @Schema(description = "Last day by law / 法定截止日期", examples = "2026-01-31") LocalDate legal,
    @Schema(description = "Where `due` comes from / 来源", examples = "extension") DueSource source,
    @Schema(
            description = "The region that set `due`; absent unless a region did",
            examples = "371000")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String sourceRegion,
    @Schema(
            description =
                "Last day for a report of its government, where it files one / 本级政府报告截止日期",
            examples = "2026-03-31")
        LocalDate governmentDue,
    @Schema(description = "The extension; null where there is none / 延期", nullable = true)
        @Nullable Extension extension,
    @Schema(description = "The exemption; null where there is none / 免报", nullable = true)
        @Nullable Exemption exemption) {

  static OrganCalendarView of(
      OrganInYear organ,
      RegionCalendar calendar,
      @Nullable Extension extension,
      @Nullable Exemption exemption) {
    DueDate regular = calendar.organ();
    LocalDate extended =
        extension != null && extension.due().isAfter(regular.due()) ? extension.due() : null;
    return new OrganCalendarView(
        organ.code(),
        organ.name(),
        organ.region(),
        organ.year(),
        organ.expected(),
        extended == null ? regular.due() : extended,
        regular.legal(),
        extended == null ? regular.source() : DueSource.EXTENSION,
        extended == null ? regular.region() : null,
        calendar.government().due(),
        extension,
        exemption);
  }
}
