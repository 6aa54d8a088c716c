package org.gongkai.document;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.gongkai.reading.DocumentFormat;

/** Says in the contract in which formats documents come, and with which headers. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 0)
public class DocumentContract implements OASFilter {

  @Override
  public Operation filterOperation(Operation operation) {
    APIResponse answer =
        operation.getResponses() == null ? null : operation.getResponses().getAPIResponse("200");
    if (answer == null || answer.getContent() == null || operation.getParameters() == null) {
      return operation;
    }
    for (Parameter parameter : operation.getParameters()) {
      if ("format".equals(parameter.getName()) && parameter.getSchema() != null) {
        formats(parameter.getSchema()).stream()
            .filter(format -> format != DocumentFormat.JSON)
            .forEach(format -> addTo(answer.getContent(), format));
      }
    }
    if (has(answer.getContent())) {
      headers(answer);
    }
    return operation;
  }

  /** The formats that a parameter takes; none where it is not of documents. */
  private static List<DocumentFormat> formats(Schema schema) {
    if (schema.getRef() != null && schema.getRef().endsWith("/DocumentFormat")) {
      return List.of(DocumentFormat.values());
    }
    if (schema.getEnumeration() == null
        || !schema.getEnumeration().contains(DocumentFormat.DOCX.code())) {
      return List.of();
    }
    return Arrays.stream(DocumentFormat.values())
        .filter(format -> schema.getEnumeration().contains(format.code()))
        .toList();
  }

  private static boolean has(Content content) {
    return content != null && content.hasMediaType(DocumentFormat.DOCX_TYPE);
  }

  private static void addTo(Content content, DocumentFormat format) {
    boolean text = format == DocumentFormat.HTML || format == DocumentFormat.CSV;
    Schema schema = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    content.addMediaType(
        format.mediaType(),
        OASFactory.createMediaType().schema(text ? schema : schema.format("binary")));
  }

  private static void headers(APIResponse answer) {
    header(answer, "Content-Disposition", "Documents: the name of the file, in Chinese too");
    header(answer, "Content-Language", "Documents: `zh-CN`");
    header(answer, "ETag", "Of this representation; that of a PDF or a workbook is weak");
  }

  private static void header(APIResponse answer, String name, String description) {
    if (answer.getHeaders() == null || !answer.getHeaders().containsKey(name)) {
      answer.addHeader(
          name,
          OASFactory.createHeader()
              .description(description)
              .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
    }
  }
}
