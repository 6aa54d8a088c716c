package org.gongkai.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.CreationOutcome;
import org.gongkai.problem.ProblemView;
import org.jspecify.annotations.Nullable;

/** Keys of many organs with their secrets, at the one moment when they are shown. */
@Schema(
    name = "IssuedOrganKeys",
    description = "New keys. This is the only time that they are shown. / 新密钥，仅显示这一次。",
    requiredProperties = {"items", "created", "refused", "more"})
record OrganKeysView(
    @Schema(description = "In the order of the request, or by the codes of the organs")
        List<OrganKeyView> items,
    @Schema(description = "How many keys were made", examples = "49") int created,
    @Schema(description = "How many organs got none", examples = "1") int refused,
    @Schema(
            description =
                "Of a region: whether there are organs without a key left; send the request again"
                    + " under another `Idempotency-Key`",
            examples = "false")
        boolean more) {

  static OrganKeysView of(List<OrganKeyView> items, boolean more) {
    int refused = (int) items.stream().filter(item -> item.problem() != null).count();
    return new OrganKeysView(items, items.size() - refused, refused, more);
  }

  /** Without the secrets: what is printed can end up in a log. */
  @Override
  public String toString() {
    return "OrganKeysView[" + created + "]";
  }

  /** What became of the key of one organ. */
  @Schema(
      name = "IssuedOrganKey",
      description = "The new key of an organ, or why it has none. / 某机关的新密钥。",
      requiredProperties = {"organ", "status", "outcome"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OrganKeyView(
      @Schema(description = "Code of the organ", examples = "113710020043609788") String organ,
      @Schema(description = "Its name", examples = "威海市环翠区工业和信息化局") @Nullable String name,
      @Schema(
              description =
                  "Code of the region that it belongs to; absent where the organ is not known",
              examples = "371002")
          @Nullable String region,
      @Schema(description = "The HTTP status that it would have had alone", examples = "201")
          int status,
      @Schema(description = "What became of it", examples = "created") CreationOutcome outcome,
      @Schema(
              description = "Id of the key; absent where none was made",
              examples = "7b0c8f0e-5b7e-4a53-9d0a-0b6e1f2a3c4d")
          @Nullable UUID id,
      @Schema(
              description = "The key itself, for the header X-API-Key; shown this once",
              examples = "gk_8f3k2m9x_3c1v8n5w2k7m4p9q6r0t5y8x1z3b7d2f4g6h9j0k")
          @Nullable String key,
      @Schema(description = "The public part of the key", examples = "gk_8f3k2m9x")
          @Nullable String prefix,
      @Schema(description = "What people call it", examples = "2025年度报送") @Nullable String label,
      @Schema(
              description = "From then on it is refused; absent: never",
              examples = "2027-03-31T16:00:00Z")
          @Nullable Instant expiresAt,
      @Schema(description = "Why it was refused") @Nullable ProblemView problem) {

    static OrganKeyView of(OrganKeyStore.Owner organ, Keys.Issued issued) {
      ApiKey key = issued.key();
      return new OrganKeyView(
          organ.organ(),
          organ.name(),
          organ.region(),
          201,
          CreationOutcome.CREATED,
          key.id(),
          issued.text().text(),
          key.prefix(),
          key.label().orElse(null),
          key.expiresAt().orElse(null),
          null);
    }

    static OrganKeyView refused(OrganKeyStore.Owner organ, ProblemView problem) {
      return new OrganKeyView(
          organ.organ(),
          null,
          null,
          problem.status(),
          CreationOutcome.REFUSED,
          null,
          null,
          null,
          null,
          null,
          problem);
    }

    /** Without the secret, too. */
    @Override
    public String toString() {
      return "OrganKeyView[" + prefix + "]";
    }
  }

  /** The same as a line of a file to hand out. */
  record Line(
      String organ,
      @Nullable String name,
      @Nullable String region,
      @Nullable String key,
      @Nullable String label,
      @Nullable Instant expiresAt,
      @Nullable String problem) {

    static Line of(OrganKeyView item) {
      return new Line(
          item.organ(),
          item.name(),
          item.region(),
          item.key(),
          item.label(),
          item.expiresAt(),
          item.problem() == null ? null : item.problem().code());
    }

    /** Without the secret, too. */
    @Override
    public String toString() {
      return "Line[" + organ + "]";
    }
  }
}
