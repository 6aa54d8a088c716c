package org.gongkai.calendar;

import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which organ and report year an address names. */
class OrganYearPath {

  @Parameter(description = "Code of the organ / 机关代码", example = "113710020043609788")
  @PathParam("code")
  String code;

  @Parameter(description = "The report year / 报告年度", example = "2025")
  @PathParam("year")
  String year;

  String organ() {
    return code;
  }

  int year() {
    return ReportYear.read(year);
  }
}
