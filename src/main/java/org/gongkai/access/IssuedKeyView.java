package org.gongkai.access;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A key with its secret, at the one moment when it is shown. */
@Schema(
    name = "IssuedKey",
    description = "A new key. This is the only time that the key itself is shown. / 新密钥，仅显示这一次。",
    requiredProperties = {"id", "key", "prefix", "role", "createdAt"})
record IssuedKeyView(
    @Schema(
            description = "Id of the key; it is not the key and not secret",
            examples = "7b0c8f0e-5b7e-4a53-9d0a-0b6e1f2a3c4d")
        UUID id,
    @Schema(
            description = "The key itself, for the header X-API-Key; shown this once",
            examples = "gk_8f3k2m9x_3c1v8n5w2k7m4p9q6r0t5y8x1z3b7d2f4g6h9j0k")
        String key,
    @Schema(description = "The public part of the key", examples = "gk_8f3k2m9x") String prefix,
    @Schema(description = "What the key is for", examples = "organ") Role role,
    @Schema(
            nullable = true,
            description = "The organ of an organ's key",
            examples = "113710020043609788")
        @Nullable String organ,
    @Schema(
            nullable = true,
            description = "The region of an office's or a reader's key",
            examples = "371002")
        @Nullable String region,
    @Schema(nullable = true, description = "What people call it", examples = "工业和信息化局 公文系统")
        @Nullable String label,
    @Schema(description = "When it was made", examples = "2026-01-05T01:20:00Z") Instant createdAt,
    @Schema(
            nullable = true,
            description = "From then on it is refused; null: never",
            examples = "2027-03-31T16:00:00Z")
        @Nullable Instant expiresAt,
    @Schema(
            nullable = true,
            description = "The key whose successor it is; null where it was not made by a rotation",
            examples = "0f3e9a52-4a0b-4a0e-8f43-58a7c5f0f2aa")
        @Nullable UUID rotatedFrom,
    @Schema(
            nullable = true,
            description = "Until when the key before it works too; null likewise",
            examples = "2026-01-20T16:00:00Z")
        @Nullable Instant rotatedFromUntil,
    @Schema(
            nullable = true,
            description =
                "Of a reader: whether it sees figures of single organs also before they are"
                    + " published",
            examples = "false")
        @Nullable Boolean unpublished) {

  static IssuedKeyView of(Keys.Issued issued) {
    return of(issued, null);
  }

  static IssuedKeyView of(KeyRotation.Rotated rotated) {
    return of(rotated.successor(), rotated.end());
  }

  private static IssuedKeyView of(Keys.Issued issued, @Nullable Instant rotatedFromUntil) {
    ApiKey key = issued.key();
    return new IssuedKeyView(
        key.id(),
        issued.text().text(),
        key.prefix(),
        key.role(),
        key.organ().orElse(null),
        key.region().orElse(null),
        key.label().orElse(null),
        key.createdAt(),
        key.expiresAt().orElse(null),
        key.rotatedFrom().orElse(null),
        rotatedFromUntil,
        key.role() == Role.READER ? key.unpublished() : null);
  }

  /** Without the secret: what is printed can end up in a log. */
  @Override
  public String toString() {
    return "IssuedKeyView[" + prefix + "]";
  }
}
