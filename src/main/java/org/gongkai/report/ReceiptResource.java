package org.gongkai.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Proofs of submission. */
@Path("/api/v1/reports/{id}/receipts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
public class ReceiptResource {

  private final Reading reading;

  ReceiptResource(Reading reading) {
    this.reading = reading;
  }

  @GET
  @Path("/{number}")
  @RolesAllowed({"organ", "office", "admin"})
  @Operation(
      operationId = "getReceipt",
      summary = "A receipt / 提交回执",
      description =
          "Proof that a revision was submitted; `number` is the revision's. For the organ itself,"
              + " offices of its region and above, and administrators.")
  @APIResponse(responseCode = "200", description = "The receipt")
  public ReceiptView receipt(
      @Parameter(description = "Id of the report", example = "42") @PathParam("id") String id,
      @Parameter(description = "Number of the revision", example = "1") @PathParam("number")
          String number) {
    return reading.receipt(ReportAnswers.id(id), ReportAnswers.number(number));
  }
}
