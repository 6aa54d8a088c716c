package org.gongkai.access;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the service identifies the caller. */
@Schema(
    name = "Caller",
    description = "Who the service takes you for. / 当前调用者。",
    requiredProperties = {"kind", "role", "prefix"})
record CallerView(
    @Schema(
            description = "Known by a key of this service, or by a token of the identity provider",
            examples = "key")
        CallerKind kind,
    @Schema(description = "What the caller may do", examples = "organ") Role role,
    @Schema(
            nullable = true,
            description = "The organ that the caller files for",
            examples = "113710020043609788")
        @Nullable String organ,
    @Schema(
            nullable = true,
            description = "The region of an office or a reader",
            examples = "371002")
        @Nullable String region,
    @Schema(
            nullable = true,
            description = "What the key is called, or whom the token was given to",
            examples = "工业和信息化局 公文系统")
        @Nullable String label,
    @Schema(
            description = "The public part of the key, or the token's subject",
            examples = "gk_8f3k2m9x")
        String prefix,
    @Schema(
            nullable = true,
            description = "From then on the key or token is refused; null: never",
            examples = "2027-03-31T16:00:00Z")
        @Nullable Instant expiresAt,
    @Schema(
            nullable = true,
            description =
                "Of a reader: whether it sees figures of single organs also before they are"
                    + " published",
            examples = "false")
        @Nullable Boolean unpublished) {

  static CallerView of(Caller caller) {
    return new CallerView(
        caller.kind(),
        caller.role(),
        caller.organ().orElse(null),
        caller.region().orElse(null),
        caller.label().orElse(null),
        caller.prefix(),
        caller.expiresAt().orElse(null),
        caller.role() == Role.READER ? caller.unpublished() : null);
  }
}
