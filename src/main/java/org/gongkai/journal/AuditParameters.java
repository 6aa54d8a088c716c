package org.gongkai.journal;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.gongkai.platform.Moments;
import org.gongkai.platform.Paging;
import org.gongkai.platform.Parameters;
import org.jspecify.annotations.Nullable;

/** The filters of the audit log, as sent. */
class AuditParameters extends Paging {

  @Parameter(description = "Only what was about this region and below", example = "371002")
  @QueryParam("region")
  String region;

  @Parameter(
      description = "Only what was about this organ, or attempted by it",
      example = "113710020043609788")
  @QueryParam("organ")
  String organ;

  @Parameter(
      description = "Only what was about this report",
      schema = @Schema(type = SchemaType.INTEGER, format = "int64"),
      example = "42")
  @QueryParam("report")
  String report;

  @Parameter(
      description = "Only what was done, or refused",
      schema = @Schema(implementation = AuditEntry.AuditOutcome.class))
  @QueryParam("outcome")
  String outcome;

  @Parameter(
      description = "From this instant on (RFC 3339)",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"),
      example = "2022-01-01T00:00:00+08:00")
  @QueryParam("from")
  String from;

  @Parameter(
      description = "Until before this instant (RFC 3339)",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"),
      example = "2022-02-01T00:00:00+08:00")
  @QueryParam("to")
  String to;

  AuditQuery.Filter filter(@Nullable String visible) {
    return new AuditQuery.Filter(
        visible,
        Parameters.text("region", region).orElse(null),
        Parameters.text("organ", organ).orElse(null),
        id("report", report),
        Parameters.choice("outcome", outcome, AuditEntry.AuditOutcome.class)
            .map(AuditEntry.AuditOutcome::code)
            .orElse(null),
        Moments.any("from", from).orElse(null),
        Moments.any("to", to).orElse(null),
        id("cursor", cursor));
  }

  private static @Nullable Long id(String name, @Nullable String value) {
    return Optional.ofNullable(value).map(v -> Parameters.id(name, v)).orElse(null);
  }
}
