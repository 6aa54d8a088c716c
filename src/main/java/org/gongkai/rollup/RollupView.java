package org.gongkai.rollup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.form.Scope;
import org.gongkai.report.Basis;
import org.gongkai.tally.By;
import org.gongkai.tally.Coverage;
import org.jspecify.annotations.Nullable;

/** A rollup as it is shown. */
@Schema(
    name = "Rollup",
    description = "Sums over the organs of a region, with coverage. / 汇总。",
    requiredProperties = {"region", "name", "basis", "by", "scope", "complete", "coverage", "rows"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record RollupView(
    @Schema(description = "Code of the region", examples = "371002") String region,
    @Schema(description = "Its name", examples = "环翠区") @Nullable String name,
    @Schema(description = "Whose reports are counted", examples = "submitted") Basis basis,
    @Schema(description = "What the sums are divided by", examples = "none") By by,
    @Schema(
            description =
                "Whose reports they are: those of organs, or what governments report themselves of"
                    + " their level or their area",
            examples = "organ")
        Scope scope,
    @Schema(
            description =
                "Whether every expected report is in the sums, in the layout of the form in force"
                    + " for the year, and no cell is blank",
            examples = "false")
        boolean complete,
    @Schema(description = "Coverage over all years and places of this answer") Coverage coverage,
    @Schema(
            description =
                "Coverage of each place and year, those without reports included; absent by none of"
                    + " one year")
        @Nullable List<PlaceCoverage> places,
    @Schema(
            description =
                "The tables and indicators: per section, how many reports in the sums follow which"
                    + " edition of the form; absent where there is none",
            examples = "{\"disclosure\":{\"2019\":1,\"2021\":49}}")
        @Nullable Map<String, Map<String, Long>> layouts,
    @Schema(
            description =
                "Flat rows. Every row has `year`, `period` (its last day), `label`, `reports` (how"
                    + " many reports have the row) and `blank` (cells left out of its sums); by"
                    + " region or organ also `code`, `name` and `coverage`. Publications:"
                    + " `channel`, `unit`, `count`, `approximate`. The tables: `row` and a number"
                    + " for each column, null where nothing at all was stated; `total` and headings"
                    + " are computed from leaf cells. `leaf`: no other row is in it, so rows with"
                    + " it can be added up; `parent`: the row that adds it, null where none does."
                    + " What some editions state as a whole and others in parts"
                    + " (`outcomes.otherHandling`) has a leaf of its own, `….undivided`, beside the"
                    + " parts. Where editions differ in the columns of rows (`disclosure`),"
                    + " `reports<Column>` says how many reports have the column in their layout;"
                    + " elsewhere all columns of a row stand on its `reports`.",
            examples =
                "[{\"year\":2021,\"channel\":\"website\",\"label\":\"政府网站\",\"unit\":\"item\",\"count\":54,\"approximate\":0,\"blank\":0,\"reports\":1}]")
        @Nullable List<RollupRow> rows,
    @Schema(
            description =
                "Publications only: sums of the totals that reports state over all their channels;"
                    + " an item published on two channels is counted once in them",
            examples =
                "[{\"year\":2021,\"unit\":\"item\",\"count\":411,\"approximate\":0,\"blank\":0,\"reports\":1}]")
        @Nullable List<RollupRow> totals,
    @Schema(
            description =
                "Indicators only: what each means, what it is made of and by which method")
        @Nullable List<IndicatorDefinition> definitions) {

  /** The whole with another part of it, which has no place in common with this. */
  RollupView plus(Coverage more, @Nullable Map<String, Map<String, Long>> moreLayouts) {
    Coverage both = coverage.plus(more);
    return new RollupView(
        region,
        name,
        basis,
        by,
        scope,
        both.isComplete(),
        both,
        places,
        together(layouts, moreLayouts),
        rows,
        totals,
        definitions);
  }

  /** The same of other places. */
  RollupView of(
      List<PlaceCoverage> otherPlaces,
      List<RollupRow> otherRows,
      @Nullable List<RollupRow> otherTotals) {
    return new RollupView(
        region,
        name,
        basis,
        by,
        scope,
        complete,
        coverage,
        otherPlaces,
        layouts,
        otherRows,
        otherTotals,
        definitions);
  }

  private static @Nullable Map<String, Map<String, Long>> together(
      @Nullable Map<String, Map<String, Long>> some,
      @Nullable Map<String, Map<String, Long>> others) {
    if (some == null || others == null) {
      return some == null ? others : some;
    }
    Map<String, Map<String, Long>> together = new TreeMap<>();
    some.forEach((section, reports) -> together.put(section, new TreeMap<>(reports)));
    others.forEach(
        (section, reports) ->
            reports.forEach(
                (edition, count) ->
                    together
                        .computeIfAbsent(section, s -> new TreeMap<>())
                        .merge(edition, count, Long::sum)));
    return together;
  }

  /** The same with what its indicators mean. */
  RollupView defined(List<IndicatorDefinition> theDefinitions) {
    return new RollupView(
        region,
        name,
        basis,
        by,
        scope,
        complete,
        coverage,
        places,
        layouts,
        rows,
        totals,
        theDefinitions);
  }

  /** The same of other rows. */
  RollupView with(@Nullable List<RollupRow> otherRows, @Nullable List<RollupRow> otherTotals) {
    return new RollupView(
        region,
        name,
        basis,
        by,
        scope,
        complete,
        coverage,
        places,
        layouts,
        otherRows,
        otherTotals,
        definitions);
  }

  /** The coverage of one place in one year. */
  @Schema(
      name = "PlaceCoverage",
      description = "Coverage of one region or organ in one year. / 分单位覆盖情况。")
  record PlaceCoverage(
      @Schema(description = "Code of the region or organ", examples = "371002") String code,
      @Schema(description = "Its name", examples = "环翠区") @Nullable String name,
      @Schema(description = "The report year", examples = "2021") int year,
      @Schema(description = "How much of what was expected is in the sums") Coverage coverage) {}
}
