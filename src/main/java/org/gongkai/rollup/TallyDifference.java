package org.gongkai.rollup;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.WireCode;

/** A sum that is kept and is not what it should be. */
@Schema(
    name = "TallyDifference",
    description = "A kept sum that differs from what it is made of. / 汇总数与来源不符。",
    requiredProperties = {"region", "against", "year", "difference", "counts"})
record TallyDifference(
    @Schema(description = "Code of the region", examples = "371002") String region,
    @Schema(description = "What it was held against") Against against,
    @Schema(
            description = "The report year; of expected reports, that of the step",
            examples = "2021")
        int year,
    @Schema(
            description = "Whose reports are counted; empty: expected reports",
            examples = "submitted")
        String basis,
    @Schema(description = "Kind of organ; empty: all", examples = "department") String kind,
    @Schema(
            description = "Path of the cell; empty: number of reports",
            examples = "applications.received.naturalPerson")
        String path,
    @Schema(description = "What is kept, less what it should be", examples = "-3")
        BigDecimal difference,
    @Schema(
            description =
                "The same of a cell's numbers stated, blanks, approximate ones and reports; of reports, of"
                    + " those expected, unexplained and waived findings",
            examples = "[0, 0, 0, 0]")
        List<Long> counts) {

  /** What a sum is held against. */
  public enum Against implements WireCode {
    /** The reports of the region's own organs. */
    REPORTS,
    /** The registry, for how many reports are expected. */
    REGISTRY,
    /** Its parts: those of the regions directly below, and by kind. */
    PARTS;

    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
