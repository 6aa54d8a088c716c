package org.gongkai.rollup;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.report.Basis;
import org.jspecify.annotations.Nullable;

/** What there is to ask for. */
@Schema(
    name = "Availability",
    description = "Which years, regions and cells have reports. / 可查询的数据范围。",
    requiredProperties = {"region", "name", "basis", "years", "regions", "cells", "layouts"})
record AvailabilityView(
    @Schema(description = "Code of the region", examples = "371002") String region,
    @Schema(description = "Its name", examples = "环翠区") String name,
    @Schema(description = "Whose reports are counted", examples = "submitted") Basis basis,
    @Schema(description = "Years with reports, in order") List<YearReports> years,
    @Schema(description = "Regions directly below that have reports, by code")
        List<RegionYears> regions,
    @Schema(description = "Cells in which a report says something other than 0, by path")
        List<CellYears> cells,
    @Schema(
            description =
                "Per section and year, how many reports follow which edition: a cell is there in the"
                    + " reports whose edition has it")
        List<SectionLayouts> layouts) {

  /** The reports of a year. */
  @Schema(name = "AvailableYear", description = "Reports of a year. / 年度。")
  record YearReports(
      @Schema(description = "The report year", examples = "2021") int year,
      @Schema(description = "How many reports are counted", examples = "50") long reports) {}

  /** The years of a region. */
  @Schema(name = "AvailableRegion", description = "A region that has reports. / 行政区划。")
  record RegionYears(
      @Schema(description = "Code of the region", examples = "371002") String code,
      @Schema(description = "Its name", examples = "环翠区") @Nullable String name,
      @Schema(description = "Years with reports, in order") List<YearReports> years) {}

  /** The years of a cell. */
  @Schema(name = "AvailableCell", description = "A cell in which something is said. / 单元格。")
  record CellYears(
      @Schema(
              description =
                  "Path; publications are `publications.` with channel and unit, without a channel the"
                      + " stated total",
              examples = "applications.received.naturalPerson")
          String path,
      @Schema(description = "The section of the form", examples = "applications") String section,
      @Schema(description = "Years in which it is, in order", examples = "[2020, 2021]")
          Collection<Integer> years) {}

  /** The layouts of a section in a year. */
  @Schema(name = "AvailableLayouts", description = "Editions that reports follow. / 表式。")
  record SectionLayouts(
      @Schema(description = "The section of the form", examples = "disclosure") String section,
      @Schema(description = "The report year", examples = "2021") int year,
      @Schema(
              description = "How many reports follow each edition",
              examples = "{\"2019\":1,\"2021\":49}")
          Map<String, Long> editions,
      @Schema(
              description =
                  "Reports that lay the section out otherwise than the form in force for the year",
              examples = "1")
          long otherLayout) {}
}
