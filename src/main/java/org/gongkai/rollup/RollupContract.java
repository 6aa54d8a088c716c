package org.gongkai.rollup;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.gongkai.form.Forms;
import org.gongkai.table.TableFormat;

/**
 * Says in the contract that every rollup comes in every format, and with which headers; and what
 * the rows of each are, which Java holds as maps.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class RollupContract implements OASFilter {

  private static final String REFS = "#/components/schemas/";
  private static final String COMMON = "Rollup";
  private static final String JSON = "application/json";
  private static final String ADDRESSES = "/api/v1/rollups/";

  @Override
  public void filterOpenAPI(OpenAPI api) {
    Map<String, Schema> schemas = new TreeMap<>(api.getComponents().getSchemas());
    Schema common = schemas.remove(COMMON);
    schemas.remove(RollupRow.class.getSimpleName());
    RollupSchemas ofRollups = new RollupSchemas(Forms.load());
    for (String subject : ofRollups.subjects()) {
      ofRollups.add(subject, Objects.requireNonNull(common), schemas);
      api.getPaths()
          .getPathItem(ADDRESSES + subject)
          .getGET()
          .getResponses()
          .getAPIResponse("200")
          .getContent()
          .getMediaType(JSON)
          .setSchema(OASFactory.createSchema().ref(REFS + RollupSchemas.name(subject)));
      APIResponses answers =
          api.getPaths().getPathItem(ADDRESSES + subject).getGET().getResponses();
      answers.getAPIResponse("200").getHeaders().forEach(answers.getAPIResponse("304")::addHeader);
    }
    api.getComponents().setSchemas(schemas);
  }

  @Override
  public APIResponse filterAPIResponse(APIResponse response) {
    if (isRollup(response.getContent())) {
      Content content = response.getContent();
      content.addMediaType(TableFormat.CSV_TYPE, media(text()));
      content.addMediaType(TableFormat.XLSX_TYPE, media(text().format("binary")));
      content.addMediaType(TableFormat.JSONSTAT_TYPE, media(object("A JSON-stat 2.0 dataset")));
      content.addMediaType(
          TableFormat.CSVW_TYPE, media(object("Metadata of the CSV, as the W3C has them")));
      header(response, "ETag", "Of this representation; that of a workbook is weak");
      header(response, "Last-Modified", "When the sums last changed, where that is known");
      header(response, "Content-Language", "Of labels and names");
      header(response, "Content-Disposition", "CSV and workbooks: the name of the file");
      header(response, "Link", "CSV: `describedby` leads to the description of its columns");
    }
    return response;
  }

  private static boolean isRollup(Content content) {
    if (content == null) {
      return false;
    }
    Map<String, MediaType> types = content.getMediaTypes();
    return types != null
        && types.containsKey(JSON)
        && types.get(JSON).getSchema() != null
        && (REFS + COMMON).equals(types.get(JSON).getSchema().getRef());
  }

  private static MediaType media(Schema schema) {
    return OASFactory.createMediaType().schema(schema);
  }

  private static Schema text() {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
  }

  private static Schema object(String description) {
    return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).description(description);
  }

  private static void header(APIResponse response, String name, String description) {
    Header header = OASFactory.createHeader().description(description).schema(text());
    response.addHeader(name, header);
  }
}
