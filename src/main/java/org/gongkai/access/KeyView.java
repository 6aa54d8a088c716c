package org.gongkai.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A key without its secret. */
@Schema(
    name = "ApiKey",
    description = "A key, without its secret part. / 密钥（不含密钥本身）。",
    requiredProperties = {"id", "prefix", "role", "state", "createdAt"})
record KeyView(
    @Schema(
            description = "Id of the key; it is not the key and not secret",
            examples = "7b0c8f0e-5b7e-4a53-9d0a-0b6e1f2a3c4d")
        UUID id,
    @Schema(
            description = "The public part of the key, by which people recognise it",
            examples = "gk_8f3k2m9x")
        String prefix,
    @Schema(description = "What the key is for", examples = "organ") Role role,
    @Schema(
            nullable = true,
            description = "The organ of an organ's key",
            examples = "113710020043609788")
        @Nullable String organ,
    @Schema(
            nullable = true,
            description = "The region of an office's key, or of a reader's that is bound to one",
            examples = "371002")
        @Nullable String region,
    @Schema(nullable = true, description = "What people call it", examples = "工业和信息化局 公文系统")
        @Nullable String label,
    @Schema(description = "Whether it is accepted, and if not, why", examples = "live")
        ApiKey.KeyState state,
    @Schema(description = "When it was made", examples = "2026-01-05T01:20:00Z") Instant createdAt,
    @Schema(
            nullable = true,
            description =
                "Prefix of the key that made it, or name and subject of the token's bearer who did;"
                    + " null where the service itself did",
            examples = "gk_m2n7p4qa")
        @Nullable String createdBy,
    @Schema(
            nullable = true,
            description = "From then on it is refused; null: never",
            examples = "2027-03-31T16:00:00Z")
        @Nullable Instant expiresAt,
    @Schema(nullable = true, description = "When it was revoked", examples = "2026-06-01T08:00:00Z")
        @Nullable Instant revokedAt,
    @Schema(
            nullable = true,
            description = "Who revoked it, named like createdBy",
            examples = "王敏 (token:u-1024)")
        @Nullable String revokedBy,
    @Schema(
            nullable = true,
            description = "Last use, to the minute",
            examples = "2026-01-26T02:11:00Z")
        @Nullable Instant lastUsedAt,
    @Schema(
            nullable = true,
            description = "The key whose successor it is, made by a rotation",
            examples = "0f3e9a52-4a0b-4a0e-8f43-58a7c5f0f2aa")
        @Nullable UUID rotatedFrom,
    @Schema(
            nullable = true,
            description =
                "Of a reader: whether it sees figures of single organs also before they are"
                    + " published",
            examples = "false")
        @Nullable Boolean unpublished) {

  static KeyView of(ApiKey key, ApiKey.KeyState state) {
    return new KeyView(
        key.id(),
        key.prefix(),
        key.role(),
        key.organ().orElse(null),
        key.region().orElse(null),
        key.label().orElse(null),
        state,
        key.createdAt(),
        key.createdBy().orElse(null),
        key.expiresAt().orElse(null),
        key.revokedAt().orElse(null),
        key.revokedBy().orElse(null),
        key.lastUsedAt().orElse(null),
        key.rotatedFrom().orElse(null),
        key.role() == Role.READER ? key.unpublished() : null);
  }

  /** A part of the list of keys. */
  @Schema(
      name = "ApiKeyPage",
      description = "A page of keys, newest first. / 密钥列表（新的在前）。",
      requiredProperties = {"items", "total"})
  record KeyPageView(
      @Schema(description = "The keys of this page") List<KeyView> items,
      @Schema(description = "How many keys match, on all pages", examples = "2") long total,
      @Schema(
              nullable = true,
              description = "The cursor of the next page; null on the last one",
              examples = "MTc2NzU3NjAwMDAwMDAwMCA3YjBjOGYwZQ")
          @Nullable String next) {}
}
