package org.gongkai.calendar;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.registry.Region;

/** The calendar of a region and report year, as callers read it. */
@Schema(
    name = "Calendar",
    description = "Until when the reports of a year are due in a region. / 年度报告截止日期。",
    requiredProperties = {"region", "name", "year", "organ", "government"})
record CalendarView(
    @Schema(description = "Code of the region / 行政区划代码", examples = "371002") String region,
    @Schema(description = "Its name / 名称", examples = "环翠区") String name,
    @Schema(description = "The report year / 报告年度", examples = "2025") int year,
    @Schema(description = "For reports of organs, of scope `organ` / 各行政机关的年度报告") DueDate organ,
    @Schema(description = "For reports of governments, of scopes `level` and `area` / 本级政府的年度报告")
        DueDate government) {

  static CalendarView of(Region region, int year, RegionCalendar calendar) {
    return new CalendarView(
        region.code(), region.name(), year, calendar.organ(), calendar.government());
  }
}
