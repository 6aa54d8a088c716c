package org.gongkai.explanation;

import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.gongkai.report.ReportPath;

/** Which finding of which report an address names. */
class FindingPath extends ReportPath {

  @Parameter(
      description = "Id of the finding: rule and place",
      example = "T3-BAL:applications.total")
  @PathParam("finding")
  String finding;

  String finding() {
    return finding;
  }
}
