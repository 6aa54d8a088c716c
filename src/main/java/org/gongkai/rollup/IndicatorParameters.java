package org.gongkai.rollup;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What the indicators can be asked beside what every rollup can. */
class IndicatorParameters extends RollupParameters {

  @Parameter(
      description =
          "How to count indicators that are counted in several ways; may be given several times, once"
              + " for an indicator, and the others are counted as usual. `strict` or `withPartial`"
              + " (usual): disclosure in full only, or in part too. `withoutCarriedOver` or"
              + " `withCarriedOver` (usual): of the applications of the year, or with those carried over"
              + " into it. `withLitigation` or `reconsiderationOnly` (usual): corrections in"
              + " reconsideration alone, or in lawsuits too. `definitions` in the answer says what each"
              + " then means")
  @QueryParam("method")
  List<String> methods;
}
