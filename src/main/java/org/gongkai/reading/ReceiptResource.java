package org.gongkai.reading;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.receipt.ReceiptView;
import org.gongkai.receipt.Receipts;
import org.gongkai.report.ReportPath;

/** Proofs of submission. */
@Path("/api/v1/reports/{id}/receipts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
class ReceiptResource {

  private final Reading reading;
  private final Receipts receipts;

  ReceiptResource(Reading reading, Receipts receipts) {
    this.reading = reading;
    this.receipts = receipts;
  }

  @GET
  @RolesAllowed({"organ", "office", "admin"})
  @Operation(
      operationId = "listReceipts",
      summary = "Receipts / 全部提交回执",
      description =
          "A receipt for each time that the report was handed in, oldest first, with what has"
              + " become of it.")
  @APIResponse(responseCode = "200", description = "The receipts")
  public ReceiptView.Page receipts(@BeanParam ReportPath path) {
    return new ReceiptView.Page(
        receipts.of(reading.readableId(path.id())).stream().map(ReceiptView::inList).toList());
  }

  @GET
  @Path("/{number}")
  @RolesAllowed({"organ", "office", "admin"})
  @Operation(
      operationId = "getReceipt",
      summary = "A receipt / 提交回执",
      description =
          "Proof that a revision was submitted; `number` is how the receipt's number ends: the"
              + " revision's, and from its second receipt on which one: `1`, `1-2`.")
  @APIResponse(responseCode = "200", description = "The receipt")
  public ReceiptView receipt(
      @BeanParam ReportPath path,
      @Parameter(
              description = "Number of the revision, and which of its receipts: `1`, `1-2`",
              example = "1")
          @PathParam("number")
          String number) {
    return ReceiptView.of(receipts.of(reading.readableId(path.id()), number));
  }
}
