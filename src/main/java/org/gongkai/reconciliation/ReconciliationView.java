package org.gongkai.reconciliation;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.report.Basis;
import org.gongkai.tally.Coverage;

/** A government's report against the rollup of its organs. */
@Schema(
    name = "Reconciliation",
    description = "A government's report against the rollup of its organs. / 政府年报与所属机关汇总的核对。",
    requiredProperties = {
      "region",
      "name",
      "year",
      "scope",
      "basis",
      "government",
      "others",
      "layouts",
      "coverage",
      "compared",
      "differing",
      "causes",
      "withinDecimals",
      "cells",
      "effects",
      "notCompared",
      "missing",
      "contradicting"
    })
record ReconciliationView(
    @Schema(description = "Code of the region", examples = "371002") String region,
    @Schema(description = "Its name", examples = "环翠区") String name,
    @Schema(description = "The report year", examples = "2021") int year,
    @Schema(
            description =
                "`level`: against the organs of the region itself; `area`: against all within",
            title = "GovernmentScope",
            enumeration = {"level", "area"},
            examples = "level")
        String scope,
    @Schema(description = "Whose reports are compared, on both sides", examples = "submitted")
        Basis basis,
    @Schema(description = "The report of the government that is compared") Government government,
    @Schema(
            description =
                "Further reports of the region, year and scope, of other organs: only one can be the"
                    + " government's; `government` chooses which is compared / 同一地区同一范围的其他报告")
        List<Government> others,
    @Schema(description = "Per section, which editions of the form the two sides follow")
        List<Layout> layouts,
    @Schema(
            description =
                "How much of what was expected the rollup has; `blank` and `otherLayout` over all"
                    + " sections and the publications")
        Coverage coverage,
    @Schema(description = "How many cells were compared", examples = "240") long compared,
    @Schema(description = "How many of them differ", examples = "6") long differing,
    @Schema(
            description =
                "How many of those are news; the others follow from them, as a total does",
            examples = "1")
        long causes,
    @Schema(
            description =
                "How many are equal only when the sum is rounded to the decimals that the government"
                    + " states; `all=true` shows which",
            examples = "0")
        long withinDecimals,
    @Schema(
            description =
                "The cells whose difference is news (`cause`), or all with `all=true`, in the form's"
                    + " order")
        List<ComparedView> cells,
    @Schema(
            description =
                "The cells whose difference is exactly that of the cells that they add, or of the one"
                    + " cell across the balance (received and carried over are the outcomes and what"
                    + " is carried forward), in the form's order; `causedBy` names them")
        List<ComparedView> effects,
    @Schema(
            description =
                "Tables that the government's report does not have: nothing of them is compared or"
                    + " counted as differing; `all=true` shows the organs' sums / 政府年报中没有、未作核对的表")
        List<NotCompared> notCompared,
    @Schema(
            description =
                "Expected organs without a report in the rollup, the first 1,000; `coverage` counts"
                    + " all")
        List<Missing> missing,
    @Schema(
            description =
                "Organs in the rollup whose own stated totals contradict their cells, the first"
                    + " 1,000; with `contradicting`, only that organ with its cells")
        List<ContradictingView> contradicting) {

  @Schema(
      name = "ReconciledLayout",
      description = "The editions that a section follows on both sides. / 两侧所用表式。")
  record Layout(
      @Schema(description = "Id of the section, as the form names it", examples = "disclosure")
          String section,
      @Schema(description = "The edition in force for the year", examples = "2021") String inForce,
      @Schema(description = "The edition of the government's report", examples = "2021")
          String government,
      @Schema(
              description = "How many reports in the rollup follow each edition",
              examples = "{\"2019\":1,\"2021\":49}")
          Map<String, Long> organs,
      @Schema(
              description =
                  "How many of them lay the section out otherwise than the government's report",
              examples = "1")
          long otherLayout) {}

  @Schema(name = "NotCompared", description = "A table that is on one side only. / 未作核对的表。")
  record NotCompared(
      @Schema(description = "Which; `publications`", examples = "publications") String section,
      @Schema(description = "How many numbers the organs have in it", examples = "7") long cells,
      @Schema(
              description = "Why it is not compared, for people",
              examples = "政府年报没有填写各渠道公开数量，未作核对。")
          String message) {}

  @Schema(name = "GovernmentReport", description = "The report of a government. / 政府年报。")
  record Government(
      @Schema(description = "Code of the organ that filed it", examples = "113710020043609788")
          String organ,
      @Schema(description = "Its name in the year", examples = "威海市环翠区人民政府办公室") String name,
      @Schema(description = "Id of the report", examples = "77") long report,
      @Schema(description = "The revision that is compared", examples = "2") int revision,
      @Schema(description = "Address of that revision", examples = "/api/v1/reports/77/revisions/2")
          String address) {

    static Government of(ReconciliationStore.GovernmentReport report) {
      return new Government(
          report.organ(), report.name(), report.id(), report.revision(), report.address());
    }
  }

  @Schema(
      name = "MissingOrgan",
      description = "An expected organ that is not in the sum. / 未计入的机关。")
  record Missing(
      @Schema(description = "Code of the organ", examples = "113710020043609788") String organ,
      @Schema(description = "Its name", examples = "威海市环翠区工业和信息化局") String name,
      @Schema(description = "Code of the region that it belongs to", examples = "371002")
          String region,
      @Schema(description = "Name of the region", examples = "环翠区") String regionName) {

    static Missing of(ReconciliationStore.Organ organ) {
      return new Missing(organ.code(), organ.name(), organ.region(), organ.regionName());
    }
  }
}
