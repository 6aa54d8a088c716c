package org.gongkai.filing;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.gongkai.report.ReportAnswers;
import org.gongkai.report.ReportView;

/**
 * Says in the contract what {@link ReportView} and {@link ReportAnswers} do not say in Java: which
 * members of a report stand beside where it stands, namely those that were sent in; and the headers
 * of every answer that is a report. After {@code form.ReportContract}, which knows the members.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 0)
public class FiledReportContract implements OASFilter {

  private static final String FILED = "FiledReport";

  @Override
  public void filterOpenAPI(OpenAPI contract) {
    Map<String, Schema> schemas = contract.getComponents().getSchemas();
    Schema filed = Objects.requireNonNull(schemas.get(FILED));
    Objects.requireNonNull(schemas.get("Report"))
        .getProperties()
        .forEach(
            (name, schema) -> {
              if (!filed.getProperties().containsKey(name)) {
                filed.addProperty(name, schema);
              }
            });
    contract.getPaths().getPathItems().values().stream()
        .flatMap(item -> item.getOperations().entrySet().stream())
        .forEach(
            operation ->
                operation
                    .getValue()
                    .getResponses()
                    .getAPIResponses()
                    .values()
                    .forEach(answer -> complete(operation.getKey(), answer)));
  }

  private static void complete(PathItem.HttpMethod method, APIResponse answer) {
    if (answer.getDescription() != null && answer.getDescription().contains("`report-exists`")) {
      answer.addHeader("Location", header("The report that is there", "/api/v1/reports/42"));
    }
    if (isReport(answer)) {
      answer.addHeader("ETag", header("Names the revision, for `If-Match`", "\"3-5f0c7b0e-zh\""));
      if (method != PathItem.HttpMethod.GET) {
        answer.addHeader("Location", header("Address of the report", "/api/v1/reports/42"));
      }
    }
  }

  private static boolean isReport(APIResponse answer) {
    if (answer.getContent() == null) {
      return false;
    }
    MediaType json = answer.getContent().getMediaType("application/json");
    return json != null
        && json.getSchema() != null
        && json.getSchema().getRef() != null
        && json.getSchema().getRef().endsWith("/" + FILED);
  }

  private static Header header(String description, String example) {
    return OASFactory.createHeader()
        .description(description)
        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING).addExample(example));
  }
}
