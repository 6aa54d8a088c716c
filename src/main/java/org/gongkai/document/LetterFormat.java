package org.gongkai.document;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.gongkai.reading.DocumentFormat;
import org.jspecify.annotations.Nullable;

/** As what a letter is wanted. */
class LetterFormat {

  @Parameter(
      description = DocumentFormat.PARAMETER,
      schema =
          @Schema(
              type = SchemaType.STRING,
              title = "LetterFormat",
              enumeration = {"docx", "html", "pdf"},
              defaultValue = "docx"))
  @QueryParam("format")
  @Nullable String format;

  /** The one that is named, or else what {@code Accept} says. */
  DocumentFormat of(HttpHeaders headers) {
    return DocumentFormat.of(format, headers, DocumentFormat.OF_LETTERS);
  }
}
