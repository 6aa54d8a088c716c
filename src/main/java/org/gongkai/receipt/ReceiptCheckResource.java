package org.gongkai.receipt;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;
import org.jspecify.annotations.Nullable;

/** Receipts by the number that is printed on them. */
@Path("/api/v1/receipts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
class ReceiptCheckResource {

  private static final String HEX = "[0-9A-Fa-f]{64}";
  private static final Pattern DIGEST = Pattern.compile(HEX);

  private final Receipts receipts;

  ReceiptCheckResource(Receipts receipts) {
    this.receipts = receipts;
  }

  @GET
  @Path("/{number}")
  @RolesAllowed({"organ", "office", "admin"})
  @Operation(
      operationId = "checkReceipt",
      summary = "Verify a receipt / 核验回执",
      description =
          "What the receipt proves, whether it is the newest of its report, and the status of the"
              + " submission: a revision that was withdrawn or returned and submitted again has a"
              + " receipt for each submission. With `digest` also"
              + " whether that is the receipt's. To compute it without the service: SHA-256 of the"
              + " document's canonical form (RFC 8785), as `deploy/verify-receipt.py` does. For the"
              + " organ itself, offices of its region and above, and administrators; others get"
              + " 403 whether or not the receipt exists.")
  @APIResponse(responseCode = "200", description = "The receipt")
  public ReceiptCheckView check(
      @Parameter(description = "The receipt's number", example = "GK-20220125-00000042-01")
          @PathParam("number")
          String number,
      @Parameter(
              description = "A SHA-256 in hexadecimal, to compare with the receipt's",
              schema = @Schema(implementation = String.class, pattern = HEX))
          @QueryParam("digest")
          @Nullable String digest) {
    return receipts.check(number, digest == null ? null : bytes(digest));
  }

  private static byte[] bytes(String digest) {
    if (!DIGEST.matcher(digest).matches()) {
      throw ProblemException.invalid(
          Violation.at("?digest", "须为 64 位十六进制数。", "64 hexadecimal digits."));
    }
    return HexFormat.of().parseHex(digest);
  }
}
