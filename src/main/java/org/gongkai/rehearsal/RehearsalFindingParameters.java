package org.gongkai.rehearsal;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.gongkai.platform.Paging;
import org.gongkai.platform.Parameters;

/** What the findings of a rehearsal can be asked for, as it was sent. */
class RehearsalFindingParameters extends Paging {

  @Parameter(description = "Only findings of this rule", example = "X-JUMP")
  @QueryParam("rule")
  String rule;

  @Parameter(description = "Only reports of this organ", example = "113710020043609788")
  @QueryParam("organ")
  String organ;

  @Parameter(
      description = "Only what appears, or what disappears",
      schema = @Schema(implementation = FindingShift.FindingChange.class))
  @QueryParam("change")
  String change;

  ResultStore.Filter filter() {
    return new ResultStore.Filter(
        Parameters.text("rule", rule).orElse(null),
        Parameters.text("organ", organ).orElse(null),
        Parameters.choice("change", change, FindingShift.FindingChange.class).orElse(null));
  }

  long after() {
    return id().orElse(0L);
  }
}
