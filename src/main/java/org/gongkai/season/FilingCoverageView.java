package org.gongkai.season;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

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
    @Schema(description = "What the counts are divided by", examples = "region")
        CoverageDivision by,
    @Schema(description = "The day that the counts are of / 统计日期", examples = "2026-02-01")
        LocalDate today,
    @JsonUnwrapped Counts counts,
    @Schema(description = "By region: the region itself and those directly below it")
        @Nullable List<Row> rows) {

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
      @JsonUnwrapped Counts counts,
      @Schema(
              description = "Address of its own coverage; absent for the region's own organs",
              examples = "/api/v1/coverage?region=371002&year=2025&by=region")
          @Nullable String link,
      @Schema(
              description = "Address of the list of its organs, for offices and administrators",
              examples = "/api/v1/coverage/organs?region=371002&year=2025")
          String organs) {}

  /**
   * How many organs stand where. Those expected are notStarted, draft, submitted, withdrawn,
   * returned, accepted, published and reopened; and again onTime, late, missing and pending.
   */
  record Counts(
      @Schema(description = "Organs of which a report is expected / 应报", examples = "50")
          long expected,
      @Schema(description = "Organs that are exempt / 免报", examples = "1") long exempt,
      @Schema(description = "Expected, without any report / 未开始", examples = "9") long notStarted,
      @Schema(description = "Expected, with a draft / 草稿", examples = "4") long draft,
      @Schema(description = "Expected, submitted / 已提交", examples = "20") long submitted,
      @Schema(description = "Expected, taken back by the organ / 已撤回", examples = "0")
          long withdrawn,
      @Schema(description = "Expected, sent back by the office / 已退回", examples = "2")
          long returned,
      @Schema(description = "Expected, accepted / 已审核", examples = "10") long accepted,
      @Schema(description = "Expected, published / 已发布", examples = "5") long published,
      @Schema(description = "Expected, opened again by the office / 已重新开放", examples = "0")
          long reopened,
      @Schema(description = "Expected and filed by the due date / 按时", examples = "33") long onTime,
      @Schema(description = "Expected and filed after the due date / 逾期报送", examples = "2")
          long late,
      @Schema(description = "Expected, not filed, and the due date is over / 逾期未报", examples = "15")
          long missing,
      @Schema(description = "Expected, not filed, and not yet due / 未到期未报", examples = "0")
          long pending,
      @Schema(description = "Filed although not expected / 无需报送而报送", examples = "0")
          long unexpected) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /**
     * Organs that are alike.
     *
     * @param exempt whether they are let off; one that files all the same has the status unexpected
     */
    static Counts of(boolean exempt, Standing.Stage stage, Standing.Status status, long organs) {
      boolean unexpected = status == Standing.Status.UNEXPECTED;
      long expected = exempt || unexpected ? 0 : organs;
      return new Counts(
          expected,
          exempt ? organs : 0,
          stage == Standing.Stage.NOT_STARTED ? expected : 0,
          stage == Standing.Stage.DRAFT ? expected : 0,
          stage == Standing.Stage.SUBMITTED ? expected : 0,
          stage == Standing.Stage.WITHDRAWN ? expected : 0,
          stage == Standing.Stage.RETURNED ? expected : 0,
          stage == Standing.Stage.ACCEPTED ? expected : 0,
          stage == Standing.Stage.PUBLISHED ? expected : 0,
          stage == Standing.Stage.REOPENED ? expected : 0,
          status == Standing.Status.ON_TIME ? expected : 0,
          status == Standing.Status.LATE ? expected : 0,
          status == Standing.Status.MISSING ? expected : 0,
          status == Standing.Status.PENDING ? expected : 0,
          unexpected ? organs : 0);
    }

    Counts plus(Counts other) {
      return new Counts(
          expected + other.expected,
          exempt + other.exempt,
          notStarted + other.notStarted,
          draft + other.draft,
          submitted + other.submitted,
          withdrawn + other.withdrawn,
          returned + other.returned,
          accepted + other.accepted,
          published + other.published,
          reopened + other.reopened,
          onTime + other.onTime,
          late + other.late,
          missing + other.missing,
          pending + other.pending,
          unexpected + other.unexpected);
    }
  }
}
