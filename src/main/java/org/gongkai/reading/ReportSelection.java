package org.gongkai.reading;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.gongkai.platform.Paging;
import org.gongkai.platform.Parameters;
import org.gongkai.report.ReportState;
import org.jspecify.annotations.Nullable;

/** Which reports a list is of, as it was sent. Parameters of lists of reports extend it. */
public class ReportSelection extends Paging {

  @Parameter(description = "Only reports of this region and below", example = "371002")
  @QueryParam("region")
  String region;

  @Parameter(
      description = "Only reports of this year",
      schema = @Schema(type = SchemaType.INTEGER),
      example = "2021")
  @QueryParam("year")
  String year;

  @Parameter(
      description = "Only reports in this state",
      schema = @Schema(implementation = ReportState.class))
  @QueryParam("state")
  String state;

  /** With all below it, or null for all. */
  public @Nullable String region() {
    return Parameters.text("region", region).orElse(null);
  }

  /** Or null for all. */
  public @Nullable Integer year() {
    return Parameters.year("year", year).orElse(null);
  }

  /** Or null for all. */
  public @Nullable ReportState state() {
    return Parameters.choice("state", state, ReportState.class).orElse(null);
  }
}
