package org.gongkai.access;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.problem.WireCode;

/**
 * A stored key, without its secret.
 *
 * @param place the key's region, or where the organ of an organ's key is today
 * @param createdBy prefix of the key that made it, or name of the token's bearer who did; empty
 *     where the service itself did
 * @param revokedBy likewise
 * @param rotatedFrom the key that it replaces; empty where it was not made by a rotation
 * @param unpublished whether a reader sees single organs' figures before they are published
 */
record ApiKey(
    UUID id,
    String prefix,
    Optional<byte[]> digest,
    Role role,
    Optional<String> organ,
    Optional<String> region,
    Optional<String> place,
    Optional<String> label,
    Instant createdAt,
    Optional<String> createdBy,
    Optional<Instant> expiresAt,
    Optional<Instant> revokedAt,
    Optional<String> revokedBy,
    Optional<Instant> lastUsedAt,
    Optional<UUID> rotatedFrom,
    boolean unpublished) {

  /** A key that begins now. */
  static ApiKey of(
      KeyText text,
      NewKey wanted,
      Optional<String> place,
      Instant now,
      Optional<Caller> createdBy,
      Optional<UUID> rotatedFrom) {
    return new ApiKey(
        UUID.randomUUID(),
        text.prefix(),
        Optional.of(text.digest()),
        wanted.role(),
        Optional.ofNullable(wanted.organ()),
        Optional.ofNullable(wanted.region()),
        place,
        Optional.ofNullable(wanted.label()).map(String::strip),
        now,
        createdBy.map(maker -> maker.nameUnlessKey().orElse(maker.prefix())),
        Optional.ofNullable(wanted.expiresAt()).map(end -> end.truncatedTo(ChronoUnit.MICROS)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        rotatedFrom,
        wanted.seesUnpublished());
  }

  KeyState stateAt(Instant now) {
    if (revokedAt.isPresent()) {
      return KeyState.REVOKED;
    }
    return expiresAt.filter(end -> !now.isBefore(end)).isPresent()
        ? KeyState.EXPIRED
        : KeyState.LIVE;
  }

  boolean isLiveAt(Instant now) {
    return stateAt(now) == KeyState.LIVE;
  }

  boolean isConfigured() {
    return id.equals(ConfiguredKey.ID);
  }

  boolean hasDigest(byte[] other) {
    return digest.filter(own -> KeyText.sameDigest(own, other)).isPresent();
  }

  Caller caller() {
    return new Caller(Optional.of(id), prefix, label, role, organ, region, expiresAt, unpublished);
  }

  /** Whether a key is accepted, and if not, why. */
  public enum KeyState implements WireCode {
    LIVE,
    EXPIRED,
    REVOKED;

    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
