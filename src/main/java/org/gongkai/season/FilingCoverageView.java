package org.gongkai.season;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.tally.By;

/** Who has filed in a region, in numbers. */
@Schema(
    name = "FilingCoverage",
    description = "How many organs of a region have filed their report of a year. / 报送情况。",
    requiredProperties = {"region", "name", "year", "by", "today"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record FilingCoverageView(
    @Schema(description = "Code of the region", examples = "371002") String region,
    @Schema(description = "Its name", examples = "环翠区") String name,
    @Schema(description = "The report year", examples = "2025") int year,
    @Schema(description = "What the counts are divided by", examples = "region") By by,
    @Schema(description = "The day that the counts are of / 统计日期", examples = "2026-02-01")
        LocalDate today,
    @JsonUnwrapped FilingCounts counts,
    @Schema(description = "By region: the region itself and those directly below it")
        List<Row> rows) {

  /** The counts of one place. */
  @Schema(
      name = "FilingCoverageRow",
      description =
          "A region directly below with all below it, or the region's own organs. / 分区划报送情况。",
      requiredProperties = {"code", "name"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Row(
      @Schema(description = "Code of the region", examples = "371002") String code,
      @Schema(description = "Its name", examples = "环翠区") String name,
      @JsonUnwrapped FilingCounts counts,
      @Schema(
              description = "Address of its own coverage; absent for the region's own organs",
              examples = "/api/v1/coverage?region=371002&year=2025&by=region")
          String link,
      @Schema(
              description = "Address of the list of its organs, for offices and administrators",
              examples = "/api/v1/coverage/organs?region=371002&year=2025")
          String organs) {}
}
