package org.gongkai.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The sender of a request, as the key or the token identifies it.
 *
 * @param keyId the key, for authorship: it stays known after the key is revoked; empty for a token
 * @param prefix the public part of the key, by which people recognise it; a token's subject
 * @param label name of the key, given when it was made; name of a token's bearer
 * @param organ the organ of the role organ; empty for other roles
 * @param region the region of an office, or of a reader limited to one; empty for others
 * @param unpublished whether a reader sees single organs' figures before they are published
 */
public record Caller(
    Optional<UUID> keyId,
    String prefix,
    Optional<String> label,
    Role role,
    Optional<String> organ,
    Optional<String> region,
    Optional<Instant> expiresAt,
    boolean unpublished) {

  /** How revisions, receipts and logs name this caller. */
  public String authorName() {
    return AuthorName.of(this);
  }

  CallerKind kind() {
    return keyId.isPresent() ? CallerKind.KEY : CallerKind.TOKEN;
  }

  /** How keys remember who made or revoked them: a token's bearer has no row to point at. */
  Optional<String> nameUnlessKey() {
    return keyId.isPresent() ? Optional.empty() : Optional.of(authorName());
  }

  /**
   * The same for all requests of the same key, or of the same bearer of tokens, and never the same
   * for a key and a token, whatever the token's subject is.
   */
  public String identity() {
    return kind().code() + ":" + keyId.map(UUID::toString).orElse(prefix);
  }

  /** Whether single organs' figures may be shown that are not published, where sums may be. */
  public boolean seesUnpublished() {
    return role != Role.READER || unpublished;
  }

  public boolean isAdmin() {
    return role == Role.ADMIN;
  }
}
