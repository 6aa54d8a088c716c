package org.gongkai.report;

import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which report an address names. */
public class ReportPath {

  @Parameter(description = "Id of the report", example = "42")
  @PathParam("id")
  public String id;

  /** Whatever is no id names nothing. */
  public long id() {
    return ReportAnswers.id(id);
  }
}
