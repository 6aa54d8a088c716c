package org.gongkai.access;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Sql;

/** Keys in the database. */
@Singleton
final class KeyStore {

  /** The end of a page: the next one begins after this key. */
  record Position(Instant createdAt, UUID id) {}

  /**
   * Which keys are asked for.
   *
   * @param region keys of this region and below
   * @param keeper the region of an office, which sees the keys that it may keep; empty: all
   */
  record Filter(
      Optional<String> role,
      Optional<String> organ,
      Optional<String> region,
      Optional<String> keeper) {}

  /** Keeps the checks and changes of the administrators' keys from passing each other. */
  private static final long ADMIN_LOCK = 0x676f6e676b61690aL;

  private static final String BY_PREFIX =
      "SELECT p.*, k.unpublished FROM api_key_placed(?) p JOIN api_key k ON k.id = p.id WHERE p.prefix = ?";

  private static final String BY_ID =
      "SELECT p.*, k.unpublished FROM api_key_placed(?) p JOIN api_key k ON k.id = p.id WHERE p.id = ?";

  private static final String COUNT = "SELECT count(*) FROM api_key_matching(?, ?, ?, ?, ?)";

  private static final String PAGE =
      """
      SELECT p.*, k.unpublished FROM api_key_matching(?, ?, ?, ?, ?) p JOIN api_key k ON k.id = p.id
      WHERE (p.created_at, p.id)
        < (coalesce(CAST(? AS timestamptz), 'infinity'), coalesce(CAST(? AS uuid), p.id))
      ORDER BY p.created_at DESC, p.id DESC
      LIMIT ?
      """;

  private static final String INSERT =
      """
      INSERT INTO api_key (id, prefix, digest, role, organ, region, label, created_at, created_by, created_by_name,
        expires_at, rotated_from, unpublished)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (prefix) DO NOTHING
      """;

  private static final String PUT_CONFIGURED =
      """
      INSERT INTO api_key (id, prefix, role, created_at)
      VALUES (?, 'configured', 'admin', ?)
      ON CONFLICT (id) DO UPDATE SET revoked_at = NULL, revoked_by = NULL, revoked_by_name = NULL
      """;

  private static final String REVOKE =
      """
      UPDATE api_key SET revoked_at = ?, revoked_by = ?, revoked_by_name = ?
      WHERE id = ? AND revoked_at IS NULL
      """;

  private static final String OTHER_LIVE_ADMIN =
      """
      SELECT 1 FROM api_key
      WHERE role = 'admin' AND id <> ? AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)
      LIMIT 1
      """;

  // The condition is here again, so that of many requests in the same minute one writes.
  private static final String USED =
      "UPDATE api_key SET last_used_at = ? WHERE id = ? AND (last_used_at IS NULL OR last_used_at < ?)";

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

  Optional<ApiKey> byPrefix(String prefix) {
    return sql.first(BY_PREFIX, KeyStore::key, today(), prefix);
  }

  Optional<ApiKey> byId(UUID id) {
    return sql.first(BY_ID, KeyStore::key, today(), id);
  }

  long count(Filter filter) {
    return sql.first(
            COUNT,
            row -> row.getLong(1),
            filter.role().orElse(null),
            filter.organ().orElse(null),
            filter.region().orElse(null),
            filter.keeper().orElse(null),
            today())
        .orElseThrow();
  }

  /** Newest first. */
  List<ApiKey> page(Filter filter, Optional<Position> after, int limit) {
    return sql.list(
        PAGE,
        KeyStore::key,
        filter.role().orElse(null),
        filter.organ().orElse(null),
        filter.region().orElse(null),
        filter.keeper().orElse(null),
        today(),
        after.map(p -> time(p.createdAt())).orElse(null),
        after.map(Position::id).orElse(null),
        limit);
  }

  /** False where another key has the same prefix. */
  boolean insert(ApiKey key, Optional<Caller> createdBy) {
    return sql.update(
            INSERT,
            key.id(),
            key.prefix(),
            key.digest().orElseThrow(),
            key.role().code(),
            key.organ().orElse(null),
            key.region().orElse(null),
            key.label().orElse(null),
            time(key.createdAt()),
            createdBy.flatMap(Caller::keyId).orElse(null),
            createdBy.flatMap(Caller::nameUnlessKey).orElse(null),
            key.expiresAt().map(KeyStore::time).orElse(null),
            key.rotatedFrom().orElse(null),
            key.unpublished())
        == 1;
  }

  void putConfigured(Instant now) {
    sql.update(PUT_CONFIGURED, ConfiguredKey.ID, time(now));
  }

  void revoke(UUID id, Instant now, Optional<Caller> by) {
    sql.update(
        REVOKE,
        time(now),
        by.flatMap(Caller::keyId).orElse(null),
        by.flatMap(Caller::nameUnlessKey).orElse(null),
        id);
  }

  /** Waits for others that look after administrators' keys; until the end of the transaction. */
  void lockAdmins() {
    sql.first("SELECT pg_advisory_xact_lock(?)", row -> true, ADMIN_LOCK);
  }

  boolean hasLiveAdminBut(UUID id, Instant now) {
    return sql.first(OTHER_LIVE_ADMIN, row -> true, id, time(now)).isPresent();
  }

  void used(UUID id, Instant now, Instant unlessSince) {
    sql.update(USED, time(now), id, time(unlessSince));
  }

  private static ApiKey key(ResultSet row) throws SQLException {
    return new ApiKey(
        row.getObject("id", UUID.class),
        row.getString("prefix"),
        Optional.ofNullable(row.getBytes("digest")),
        Parameters.choice(row.getString("role"), Role.class).orElseThrow(),
        Optional.ofNullable(row.getString("organ")),
        Optional.ofNullable(row.getString("region")),
        Optional.ofNullable(row.getString("place")),
        Optional.ofNullable(row.getString("label")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getString("created_by")),
        instant(row, "expires_at"),
        instant(row, "revoked_at"),
        Optional.ofNullable(row.getString("revoked_by")),
        instant(row, "last_used_at"),
        Optional.ofNullable(row.getObject("rotated_from", UUID.class)),
        row.getBoolean("unpublished"));
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
