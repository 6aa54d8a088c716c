package org.gongkai.document;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.gongkai.reading.DocumentFormat;
import org.jspecify.annotations.Nullable;

/** As what a comparison of reports, or a government's report made of sums, is wanted. */
class ComparisonFormat {

  @Parameter(
      description = DocumentFormat.PARAMETER,
      schema =
          @Schema(
              type = SchemaType.STRING,
              title = "ComparisonFormat",
              enumeration = {"json", "docx", "html", "pdf"},
              defaultValue = "json"))
  @QueryParam("format")
  @Nullable String format;

  /** The one that is named, or else what {@code Accept} says. */
  DocumentFormat of(HttpHeaders headers) {
    return DocumentFormat.of(format, headers, DocumentFormat.OF_AREA_REPORTS);
  }
}
