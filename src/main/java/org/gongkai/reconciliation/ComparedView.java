package org.gongkai.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.WireCode;
import org.jspecify.annotations.Nullable;

/** A cell, or a channel of publication, on both sides. */
@Schema(
    name = "ReconciledCell",
    description = "A cell, or a channel of publication, on both sides. / 单元格核对。",
    requiredProperties = {
      "path",
      "kind",
      "section",
      "label",
      "reported",
      "reportedBlank",
      "summed",
      "summedBlank",
      "difference",
      "computed",
      "reports",
      "otherLayout"
    })
@JsonInclude(JsonInclude.Include.NON_NULL)
record ComparedView(
    @Schema(
            description =
                "Its path; publications are `publications.` with channel and unit, without a"
                    + " channel the stated total",
            examples = "applications.outcomes.granted.naturalPerson")
        String path,
    @Schema(
            description =
                "`cause`: the difference is news; `effect`: it is exactly that of the cells that"
                    + " are added in it, or of the one cell across the balance of its column;"
                    + " `equal`; `otherLayout`: the layout of the government's report, or of all of"
                    + " its organs', has no such cell, or it is a part of a row that some organs"
                    + " state as a whole only, and nothing is compared",
            examples = "cause")
        ComparisonKind kind,
    @Schema(description = "The section, or `publications`", examples = "applications")
        String section,
    @Schema(description = "The row; not for publications", examples = "outcomes.granted")
        @Nullable String row,
    @Schema(description = "The column; not for publications", examples = "naturalPerson")
        @Nullable String column,
    @Schema(
            description = "Publications: the channel; absent for the stated totals",
            examples = "website")
        @Nullable String channel,
    @Schema(description = "Publications: the unit", examples = "item") @Nullable String unit,
    @Schema(description = "What it is called", examples = "（一）予以公开 / 自然人") String label,
    @Schema(
            description =
                "What the government states; of a row that its form has no cells for, the sum of"
                    + " those below; null: nothing",
            examples = "61")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Nullable BigDecimal reported,
    @Schema(description = "Cells that the government leaves blank", examples = "0")
        long reportedBlank,
    @Schema(description = "What the organs state, added up; null: nothing at all", examples = "60")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Nullable BigDecimal summed,
    @Schema(description = "Cells that the organs leave blank", examples = "0") long summedBlank,
    @Schema(
            description = "Reported minus summed, exactly; null where one of them states nothing",
            examples = "1")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Nullable BigDecimal difference,
    @Schema(description = "Whether it is a total or a heading", examples = "false")
        boolean computed,
    @Schema(
            description =
                "Equal to what is stated when the sum is rounded (half up) to so many decimals,"
                    + " those that the government states; absent where it is not rounded",
            examples = "2")
        @Nullable Integer decimals,
    @Schema(description = "How many reports the sum stands on", examples = "49") long reports,
    @Schema(
            description = "How many reports in the rollup are laid out without the cell",
            examples = "1")
        long otherLayout,
    @Schema(
            description = "Of a cause: how many cells differ because of it, alone or with others",
            examples = "5")
        @Nullable Long effects,
    @Schema(
            description = "Of an effect: the paths of the cells that it follows from",
            examples = "[\"applications.outcomes.granted.naturalPerson\"]")
        @Nullable List<String> causedBy,
    @Schema(
            description = "What the sum is made of, organ by organ",
            examples = "/api/v1/rollups/contributions?region=371002&year=2021&by=organ")
        String address) {

  /** What the numbers of both sides are to each other. */
  public enum ComparisonKind implements WireCode {
    /** The difference is news. */
    CAUSE("cause"),
    /** The difference follows from others. */
    EFFECT("effect"),
    EQUAL("equal"),
    /** One side has no such cell, or only in part, so that there is nothing to compare. */
    OTHER_LAYOUT("otherLayout");

    private final String code;

    ComparisonKind(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /** The columns of the CSV that come before all others. */
  static final List<String> FIRST =
      List.of(
          "section",
          "row",
          "column",
          "channel",
          "unit",
          "label",
          "reported",
          "reportedBlank",
          "summed",
          "summedBlank",
          "difference",
          "computed",
          "address");

  boolean is(ComparisonKind wanted) {
    return kind == wanted;
  }

  boolean differs() {
    return is(ComparisonKind.CAUSE) || is(ComparisonKind.EFFECT);
  }
}
