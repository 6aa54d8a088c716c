package org.gongkai.document;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.gongkai.platform.Parameters;
import org.gongkai.report.Basis;
import org.jspecify.annotations.Nullable;

/** Of which sums a government's report is made, and by whom. */
class AreaReportParameters {

  private static final String REGION = "Code of the region; organs of the regions below it are in";
  private static final String YEAR = "The report year";
  private static final String BASIS = "Whose reports are counted";
  private static final String ORGAN =
      "Code of the organ that makes the government's report; may be left out where the region has"
          + " one general office only";

  @Parameter(description = REGION, required = true, example = "371002")
  @QueryParam("region")
  String region;

  @Parameter(
      description = YEAR,
      required = true,
      schema = @Schema(type = SchemaType.INTEGER),
      example = "2021")
  @QueryParam("year")
  @Nullable String year;

  @Parameter(
      description = BASIS,
      schema = @Schema(implementation = Basis.class, title = "Basis", defaultValue = "accepted"))
  @QueryParam("basis")
  @Nullable String basis;

  @Parameter(description = ORGAN, example = "113710020043609788")
  @QueryParam("organ")
  @Nullable String organ;

  int year() {
    return Parameters.requiredYear("year", year);
  }

  Basis basis() {
    return Parameters.choice("basis", basis, Basis.class).orElse(Basis.ACCEPTED);
  }

  /** Null where the region's only office is meant. */
  @Nullable String organ() {
    return Parameters.text("organ", organ).orElse(null);
  }
}
