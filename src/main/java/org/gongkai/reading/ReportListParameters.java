package org.gongkai.reading;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.gongkai.form.Scope;
import org.gongkai.platform.Moments;
import org.gongkai.platform.Parameters;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;

/** What the list of reports can be asked, as it was sent. */
class ReportListParameters extends ReportSelection {

  @Parameter(description = "Only reports of this organ", example = "113710020043609788")
  @QueryParam("organ")
  String organ;

  @Parameter(
      description = "Only reports of this year and later",
      schema = @Schema(type = SchemaType.INTEGER),
      example = "2019")
  @QueryParam("from")
  String from;

  @Parameter(
      description = "Only reports of this year and earlier",
      schema = @Schema(type = SchemaType.INTEGER),
      example = "2024")
  @QueryParam("to")
  String to;

  @Parameter(
      description = "Only reports of this scope",
      schema = @Schema(implementation = Scope.class))
  @QueryParam("scope")
  String scope;

  @Parameter(
      description = "An instant (RFC 3339): the reports as they were then",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"),
      example = "2022-02-01T00:00:00+08:00")
  @QueryParam("asOf")
  String asOf;

  /**
   * @param published whether only what is published is meant
   */
  ReportQuery.Filter filter(boolean published, Moments moments) {
    Integer only = year();
    if (only != null && (from != null || to != null)) {
      throw ProblemException.invalid(
          Violation.at("?year", "year 与 from、to 不能同时使用。", "Either year, or from and to."));
    }
    return new ReportQuery.Filter(
        Parameters.text("organ", organ).orElse(null),
        region(),
        null,
        only == null ? Parameters.year("from", from).orElse(null) : only,
        only == null ? Parameters.year("to", to).orElse(null) : only,
        Parameters.choice("scope", scope, Scope.class).map(Scope::code).orElse(null),
        state() == null ? null : state().code(),
        published,
        moments.past("asOf", asOf).orElse(null));
  }

  int after() {
    return Parameters.number("cursor", cursor, 0, 0, 999_999_999);
  }
}
