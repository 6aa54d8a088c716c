package org.gongkai.rollup;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What the rollup of a table can be asked beside what every rollup can. */
class TableParameters extends RollupParameters {

  @Parameter(
      description =
          "Only this row of the table, by its id; may be given several times. Coverage stays that of"
              + " the whole section",
      schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
  @QueryParam("row")
  List<String> rows;

  @Parameter(
      description =
          "Only this column of the table, by its id, as `total`; may be given several times",
      schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
  @QueryParam("column")
  List<String> columns;

  @Override
  List<String> rows() {
    return rows;
  }

  @Override
  List<String> columns() {
    return columns;
  }
}
