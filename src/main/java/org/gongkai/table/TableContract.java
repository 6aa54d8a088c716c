package org.gongkai.table;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says in the contract that an answer that can be a file is given a name. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 0)
public class TableContract implements OASFilter {

  private static final String NAME = "Content-Disposition";

  @Override
  public APIResponse filterAPIResponse(APIResponse response) {
    boolean named = response.getHeaders() != null && response.getHeaders().containsKey(NAME);
    if (!named
        && response.getContent() != null
        && response.getContent().hasMediaType(TableFormat.CSV_TYPE)) {
      response.addHeader(
          NAME,
          OASFactory.createHeader()
              .description("CSV: the name of the file")
              .schema(
                  OASFactory.createSchema()
                      .addType(Schema.SchemaType.STRING)
                      .addExample("attachment; filename=\"rows.csv\"")));
    }
    return response;
  }
}
