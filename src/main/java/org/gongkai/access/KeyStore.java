package org.gongkai.access;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.SnapshotSql;
import org.gongkai.platform.Sql;
import org.gongkai.registry.OrganSql;

/** Keys in the database, one by one. */
@Singleton
final class KeyStore {

  /**
   * When a rotated key ends.
   *
   * @param granted when it would have ended, and its successors do; empty: never
   */
  record Ends(Instant old, Optional<Instant> granted) {}

  /** Serialises checks and changes of administrators' keys. */
  private static final long ADMIN_LOCK = 0x676f6e676b61690aL;

  /**
   * Each key with its place on a day: its region or, for an organ's key, where the organ is then.
   * The office of that region manages the key, from the day on which the organ moves.
   */
  static final String PLACED =
      """
      (
        SELECT k.id, k.prefix, k.digest, k.role, k.organ, k.region,
          coalesce(k.region, (SELECT o.region FROM %s AS o)) AS place,
          k.label, k.created_at, coalesce(maker.prefix, k.created_by_name) AS created_by, k.expires_at, k.revoked_at,
          k.last_used_at, coalesce(revoker.prefix, k.revoked_by_name) AS revoked_by, k.rotated_from, k.unpublished
        FROM api_key k
        LEFT JOIN api_key maker ON maker.id = k.created_by
        LEFT JOIN api_key revoker ON revoker.id = k.revoked_by
      ) AS key
      """
          .formatted(OrganSql.regionOn("k.organ", ":today"));

  private static final String FOUND = "SELECT *, " + SnapshotSql.as("snapshot") + " FROM " + PLACED;

  private static final String BY_PREFIX = FOUND + "WHERE key.prefix = :prefix";

  private static final String BY_ID = FOUND + "WHERE key.id = :id";

  private static final String INSERT =
      """
      INSERT INTO api_key (id, prefix, digest, role, organ, region, label, created_at, created_by, created_by_name,
        expires_at, rotated_from, unpublished)
      SELECT k.id, k.prefix, k.digest, :role, k.organ, :region, :label, :createdAt, :createdBy, :createdByName,
        :expiresAt, :rotatedFrom, :unpublished
      FROM unnest(:ids, :prefixes, :digests, :organs) AS k (id, prefix, digest, organ)
      ON CONFLICT (prefix) DO NOTHING
      RETURNING id
      """;

  private static final String PUT_CONFIGURED =
      """
      INSERT INTO api_key (id, prefix, role, created_at)
      VALUES (:id, 'configured', 'admin', :now)
      ON CONFLICT (id) DO UPDATE SET revoked_at = NULL, revoked_by = NULL, revoked_by_name = NULL
      """;

  private static final String REVOKE =
      """
      UPDATE api_key SET revoked_at = :now, revoked_by = :by, revoked_by_name = :byName
      WHERE id = :id AND revoked_at IS NULL
      """;

  private static final String OTHER_LIVE_ADMIN =
      """
      SELECT 1 FROM api_key
      WHERE role = 'admin' AND id <> :id AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > :now)
      LIMIT 1
      """;

  // Repeats the condition, so that one of many requests in the same minute writes.
  private static final String USED =
      """
      UPDATE api_key SET last_used_at = :now
      WHERE id = :id AND (last_used_at IS NULL OR last_used_at < :unlessSince)
      """;

  private static final String LOCK_ADMINS = "SELECT pg_advisory_xact_lock(:lock)";

  private static final String LOCK = "SELECT 1 FROM api_key WHERE id = :id FOR UPDATE";

  // A key can be rotated again, as when the answer was lost; its first end is what counts for both.
  private static final String SHORTEN =
      """
      UPDATE api_key SET
        rotated_at = coalesce(rotated_at, :now),
        granted_until = CASE WHEN rotated_at IS NULL THEN expires_at ELSE granted_until END,
        expires_at = least(expires_at, :until)
      WHERE id = :id
      RETURNING expires_at, granted_until
      """;

  private final Sql sql;
  private final Clock clock;

  KeyStore(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** An organ's key is where the organ is on this day. */
  private LocalDate today() {
    return LocalDate.now(clock);
  }

  /**
   * A key, and what else was to be seen of the database when it was looked up.
   *
   * @param snapshot as of {@link SnapshotSql}
   */
  record Found(ApiKey key, Optional<String> snapshot) {}

  Optional<Found> find(String prefix) {
    return sql.statement(BY_PREFIX)
        .bind("today", today())
        .bind("prefix", prefix)
        .first(KeyStore::found);
  }

  Optional<Found> find(UUID id) {
    return sql.statement(BY_ID).bind("today", today()).bind("id", id).first(KeyStore::found);
  }

  Optional<ApiKey> byId(UUID id) {
    return find(id).map(Found::key);
  }

  /** False where another key has the same prefix. */
  boolean insert(ApiKey key, Optional<Caller> createdBy) {
    return !insert(List.of(key), createdBy).isEmpty();
  }

  /**
   * Adds keys of one request, which are alike but for their text and their organ.
   *
   * @return the ids of those that were added: all whose prefix no other key has
   */
  Set<UUID> insert(List<ApiKey> keys, Optional<Caller> createdBy) {
    ApiKey one = keys.getFirst();
    return new HashSet<>(
        sql.statement(INSERT)
            .bind("ids", keys.stream().map(ApiKey::id).toArray(UUID[]::new))
            .bind("prefixes", keys.stream().map(ApiKey::prefix).toArray(String[]::new))
            .bind(
                "digests",
                keys.stream().map(key -> key.digest().orElseThrow()).toArray(byte[][]::new))
            .bind(
                "organs", keys.stream().map(key -> key.organ().orElse(null)).toArray(String[]::new))
            .bind("role", one.role().code())
            .bind("region", one.region().orElse(null))
            .bind("label", one.label().orElse(null))
            .bind("createdAt", one.createdAt())
            .bind("createdBy", createdBy.flatMap(Caller::keyId).orElse(null))
            .bind("createdByName", createdBy.flatMap(Caller::nameUnlessKey).orElse(null))
            .bind("expiresAt", one.expiresAt().orElse(null))
            .bind("rotatedFrom", one.rotatedFrom().orElse(null))
            .bind("unpublished", one.unpublished())
            .list(row -> row.getObject("id", UUID.class)));
  }

  void putConfigured(Instant now) {
    sql.statement(PUT_CONFIGURED).bind("id", ConfiguredKey.ID).bind("now", now).update();
  }

  void revoke(UUID id, Instant now, Optional<Caller> by) {
    sql.statement(REVOKE)
        .bind("id", id)
        .bind("now", now)
        .bind("by", by.flatMap(Caller::keyId).orElse(null))
        .bind("byName", by.flatMap(Caller::nameUnlessKey).orElse(null))
        .update();
  }

  /** Locks administrators' keys until the end of the transaction. */
  void lockAdmins() {
    sql.statement(LOCK_ADMINS).bind("lock", ADMIN_LOCK).list(row -> true);
  }

  boolean hasLiveAdminBut(UUID id, Instant now) {
    return sql.statement(OTHER_LIVE_ADMIN)
        .bind("id", id)
        .bind("now", now)
        .first(row -> true)
        .isPresent();
  }

  void used(UUID id, Instant now, Instant unlessSince) {
    sql.statement(USED).bind("id", id).bind("now", now).bind("unlessSince", unlessSince).update();
  }

  /** Locks the key against other rotations until the end of the transaction. */
  void lock(UUID id) {
    sql.statement(LOCK).bind("id", id).list(row -> true);
  }

  /** Ends a key that got a successor, at this moment or when it would have ended before. */
  Ends shorten(UUID id, Instant now, Instant until) {
    return sql.statement(SHORTEN)
        .bind("id", id)
        .bind("now", now)
        .bind("until", until)
        .first(
            row ->
                new Ends(instant(row, "expires_at").orElseThrow(), instant(row, "granted_until")))
        .orElseThrow();
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(key(row), Optional.ofNullable(row.getString("snapshot")));
  }

  static ApiKey key(ResultSet row) throws SQLException {
    return new ApiKey(
        row.getObject("id", UUID.class),
        row.getString("prefix"),
        Optional.ofNullable(row.getBytes("digest")),
        Parameters.choice(row.getString("role"), Role.class).orElseThrow(),
        Optional.ofNullable(row.getString("organ")),
        Optional.ofNullable(row.getString("region")),
        Optional.ofNullable(row.getString("place")),
        Optional.ofNullable(row.getString("label")),
        Sql.instant(row, "created_at"),
        Optional.ofNullable(row.getString("created_by")),
        instant(row, "expires_at"),
        instant(row, "revoked_at"),
        Optional.ofNullable(row.getString("revoked_by")),
        instant(row, "last_used_at"),
        Optional.ofNullable(row.getObject("rotated_from", UUID.class)),
        row.getBoolean("unpublished"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(Sql.instant(row, column));
  }
}
