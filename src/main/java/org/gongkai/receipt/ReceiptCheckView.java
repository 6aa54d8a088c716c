package org.gongkai.receipt;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.form.Scope;
import org.gongkai.platform.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * A receipt with its report and status, for verification.
 *
 * @param organName null where the organ did not exist in that year
 * @param matches null unless a digest was asked about
 */
@Schema(
    name = "ReceiptCheck",
    description = "A receipt, the report that it is of, and whether it still stands. / 回执核验。",
    requiredProperties = {
      "number",
      "report",
      "organ",
      "year",
      "scope",
      "revision",
      "digest",
      "receivedAt",
      "newest",
      "status",
      "statusSince",
      "document"
    })
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceiptCheckView(
    @Schema(description = "The receipt's number", examples = "GK-20220125-00000042-01")
        String number,
    @Schema(description = "Id of the report", examples = "42") long report,
    @Schema(description = "Code of the organ", examples = "113710020043609788") String organ,
    @Schema(description = "Its name in the report year", examples = "威海市环翠区工业和信息化局")
        @Nullable String organName,
    @Schema(description = "The report year", examples = "2021") int year,
    @Schema(description = "Whose figures it gives", examples = "organ") Scope scope,
    @Schema(description = "The revision that was submitted", examples = "1") int revision,
    @Schema(
            description =
                "SHA-256 of the canonical JSON (RFC 8785) of the document, in hexadecimal",
            examples = "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef")
        String digest,
    @Schema(
            description = "When it was submitted (RFC 3339)",
            examples = "2022-01-25T08:30:00.123456Z")
        Instant receivedAt,
    @Schema(
            description = "Whether nothing was submitted later, not even the same revision again",
            examples = "true")
        boolean newest,
    @Schema(description = ReceiptView.STATUS, examples = "in-force") ReceiptStatus status,
    @Schema(
            description = "Since when it has had that status, in UTC",
            examples = "2022-01-25T08:30:00.123456Z")
        Instant statusSince,
    @Schema(
            description =
                "Whether the digest that was asked about is the receipt's; absent unless asked",
            examples = "true")
        @Nullable Boolean matches,
    @Schema(
            description =
                "When words of the document were masked, after it was handed in; absent where it says"
                    + " what was sent. The receipt still proves what was sent: its digest stays",
            examples = "2026-03-02T08:30:00.123456Z")
        @Nullable Instant redactedAt,
    @Schema(
            description =
                "Address of the document with this digest, verbatim; where `redactedAt` is given, of what"
                    + " is left of it, which has another digest",
            examples = "/api/v1/reports/42/revisions/1/document")
        String document) {

  static ReceiptCheckView of(
      ReceiptStore.Found receipt, @Nullable String organName, @Nullable Boolean matches) {
    return new ReceiptCheckView(
        receipt.number(),
        receipt.report(),
        receipt.organ(),
        organName,
        receipt.year(),
        Parameters.choice(receipt.scope(), Scope.class).orElseThrow(),
        receipt.revision(),
        HexFormat.of().formatHex(receipt.digest()),
        receipt.receivedAt(),
        receipt.newest(),
        receipt.status(),
        receipt.since(),
        matches,
        receipt.redactedAt(),
        ReceiptPlace.report(receipt.report()) + "/revisions/" + receipt.revision() + "/document");
  }
}
