package org.gongkai.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.platform.Digests;

/**
 * A revision to the letter, so that whoever holds its receipt can verify it without the service.
 */
@Path("/api/v1/reports/{id}/revisions/{number}/document")
@Tag(name = "reports")
public class DocumentResource {

  private final Comparing comparing;

  DocumentResource(Comparing comparing) {
    this.comparing = comparing;
  }

  @GET
  @RolesAllowed({"organ", "office", "admin"})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getRevisionDocument",
      summary = "A revision to the letter / 修订原文",
      description =
          "The JSON of a revision byte for byte as it was sent, less a byte order mark and less the"
              + " members that only the service says. The SHA-256 of its canonical form (RFC 8785) is"
              + " the digest on the receipt; `Repr-Digest` is that of the bytes as they are.")
  @APIResponse(
      responseCode = "200",
      description = "The report as it was sent",
      headers =
          @Header(
              name = "Repr-Digest",
              description = "SHA-256 of the bytes (RFC 9530): `sha-256=:…:`",
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(ref = "Report")))
  public Response document(
      @Parameter(description = "Id of the report", example = "42") @PathParam("id") String id,
      @Parameter(description = "1 for the first", example = "1") @PathParam("number")
          String number) {
    byte[] document = comparing.document(ReportAnswers.id(id), ReportAnswers.number(number));
    return Response.ok(document, MediaType.APPLICATION_JSON)
        .header("Repr-Digest", "sha-256=:" + base64(Digests.sha256(document)) + ":")
        .build();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
