package org.gongkai.table;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** As what a list is wanted. */
public class ListFormat {

  @Parameter(
      description = "`json` or `csv`; unless said, as `Accept` wants",
      schema =
          @Schema(
              type = SchemaType.STRING,
              title = "ListFormat",
              enumeration = {"json", "csv"},
              defaultValue = "json"))
  @QueryParam("format")
  String format;

  @Parameter(description = Representation.BOM, schema = @Schema(type = SchemaType.BOOLEAN))
  @QueryParam("bom")
  String bom;

  /** The one that is named, or else what the headers say. */
  public Representation of(HttpHeaders headers) {
    return Representation.of(format, bom, headers, TableFormat.OF_LISTS);
  }
}
