package org.gongkai.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Whoever sent the request, as the key says.
 *
 * @param keyId the key, for authorship: it stays known after the key is revoked
 * @param prefix the public part of the key, by which people recognise it
 * @param label what the key was called when it was made
 * @param organ the organ of an organ's key; empty for the other roles
 * @param region the region of an office's key, and of a reader's that is bound to one
 */
public record Caller(
    UUID keyId,
    String prefix,
    Optional<String> label,
    Role role,
    Optional<String> organ,
    Optional<String> region,
    Optional<Instant> expiresAt) {

  /** How revisions, receipts and logs name this caller. */
  public String authorName() {
    return label.map(l -> l + " (" + prefix + ")").orElse(prefix);
  }

  boolean isAdmin() {
    return role == Role.ADMIN;
  }
}
