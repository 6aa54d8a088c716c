package org.gongkai.filing;

import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.gongkai.form.Scope;
import org.gongkai.report.FilingContext;
import org.gongkai.report.ReportAnswers;

/** Of which organ and year an address names a report. */
public class OrganReportPath {

  @Parameter(description = "Code of the organ", example = "113710020043609788")
  @PathParam("code")
  String code;

  @Parameter(description = "The report year", example = "2021")
  @PathParam("year")
  String year;

  public FilingContext.Key in(Scope scope) {
    return new FilingContext.Key(code, ReportAnswers.number(year), scope);
  }
}
