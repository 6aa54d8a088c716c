package org.gongkai.report;

import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which report an address names. */
class ReportPath {

  @Parameter(description = "Id of the report", example = "42")
  @PathParam("id")
  String id;

  /** Whatever is no id names nothing. */
  long id() {
    return ReportAnswers.id(id);
  }
}
