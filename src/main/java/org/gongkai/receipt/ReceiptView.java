package org.gongkai.receipt;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A receipt as it is shown. */
@Schema(
    name = "Receipt",
    description = "Proof of a submission: number, time, digest. / 提交回执。",
    requiredProperties = {"number", "report", "revision", "receivedAt", "digest"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReceiptView(
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
        String digest,
    @Schema(
            description = STATUS + " In lists only; a receipt itself never changes.",
            examples = "in-force")
        @Nullable ReceiptStatus status,
    @Schema(description = "Since when; in lists only", examples = "2022-01-25T08:30:00.123456Z")
        @Nullable Instant statusSince,
    @Schema(
            description = "Address of the receipt; in lists only",
            examples = "/api/v1/reports/42/receipts/1")
        @Nullable String href) {

  static final String STATUS =
      "Status of the submission: `in-force`; `superseded` by a correction; `withdrawn`; `returned`;"
          + " `reopened`.";

  public static ReceiptView of(Receipt receipt) {
    return new ReceiptView(
        receipt.number(),
        receipt.report(),
        receipt.revision(),
        receipt.receivedAt(),
        HexFormat.of().formatHex(receipt.digest()),
        null,
        null,
        null);
  }

  public static ReceiptView of(ReceiptStore.Found receipt) {
    return new ReceiptView(
        receipt.number(),
        receipt.report(),
        receipt.revision(),
        receipt.receivedAt(),
        HexFormat.of().formatHex(receipt.digest()),
        null,
        null,
        null);
  }

  /** With its status. */
  public static ReceiptView inList(ReceiptStore.Found receipt) {
    return new ReceiptView(
        receipt.number(),
        receipt.report(),
        receipt.revision(),
        receipt.receivedAt(),
        HexFormat.of().formatHex(receipt.digest()),
        receipt.status(),
        receipt.since(),
        ReceiptPlace.report(receipt.report())
            + "/receipts/"
            + new ReceiptPlace(receipt.revision(), receipt.sequence()));
  }

  /** All receipts of a report. */
  @Schema(name = "Receipts", description = "Every receipt of a report, oldest first. / 全部回执。")
  public record Page(
      @Schema(description = "All receipts of the report, oldest first") List<ReceiptView> items) {}
}
