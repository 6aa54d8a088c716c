package org.gongkai.report;

import java.time.Instant;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A receipt as it is shown. */
@Schema(
    name = "Receipt",
    description = "Proof of a submission: number, time, digest. / 提交回执。",
    requiredProperties = {"number", "report", "revision", "receivedAt", "digest"})
record ReceiptView(
    @Schema(description = "The receipt's number", examples = "GK-20220125-00000042-01")
        String number,
    @Schema(description = "Id of the report", examples = "42") long report,
    @Schema(description = "The revision that was submitted", examples = "1") int revision,
    @Schema(
            description = "When it was submitted (RFC 3339)",
            examples = "2022-01-25T08:30:00.123456Z")
        Instant receivedAt,
    @Schema(
            description = "SHA-256 of the canonical JSON (RFC 8785) of the report, in hexadecimal",
            examples = "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef")
        String digest) {

  static ReceiptView of(Receipt receipt) {
    return new ReceiptView(
        receipt.number(),
        receipt.report(),
        receipt.revision(),
        receipt.receivedAt(),
        HexFormat.of().formatHex(receipt.digest()));
  }
}
