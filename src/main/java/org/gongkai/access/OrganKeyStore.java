package org.gongkai.access;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.platform.Sql;
import org.gongkai.registry.OrganSql;
import org.jspecify.annotations.Nullable;

/** Asks for the organs that get keys. */
@Singleton
class OrganKeyStore {

  /** In the order in which they are named; what is not registered has a code only. */
  private static final String NAMED =
      """
      SELECT k.organ, v.name, v.region
      FROM unnest(:organs) WITH ORDINALITY AS k (organ, place)
      LEFT JOIN LATERAL %s AS here ON true
      LEFT JOIN organ_version v ON v.organ = k.organ AND v.valid_from = here.valid_from
      ORDER BY k.place
      """
          .formatted(OrganSql.regionOn("k.organ", ":today"));

  private static final String WITHOUT_KEY =
      """
      SELECT v.organ, v.name, v.region
      FROM region_within w
      JOIN organ_version v ON v.region = w.region
      WHERE w.within = :region AND v.valid_from <= :today AND v.valid_to > :today
        AND NOT EXISTS (
          SELECT FROM api_key k
          WHERE k.organ = v.organ AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > :now))
      ORDER BY v.organ
      LIMIT :limit
      """;

  /**
   * An organ that is to have a key.
   *
   * @param region where it is today; null, and so is its name, where it is not registered
   */
  record Owner(String organ, @Nullable String name, @Nullable String region) {}

  private final Sql sql;

  OrganKeyStore(Sql sql) {
    this.sql = sql;
  }

  List<Owner> named(List<String> organs, LocalDate today) {
    return sql.statement(NAMED)
        .bind("organs", organs.toArray(String[]::new))
        .bind("today", today)
        .list(OrganKeyStore::owner);
  }

  /** Those of a region and below that exist today and have no working key. */
  List<Owner> withoutKey(String region, LocalDate today, Instant now, int limit) {
    return sql.statement(WITHOUT_KEY)
        .bind("region", region)
        .bind("today", today)
        .bind("now", now)
        .bind("limit", limit)
        .list(OrganKeyStore::owner);
  }

  private static Owner owner(ResultSet row) throws SQLException {
    return new Owner(row.getString("organ"), row.getString("name"), row.getString("region"));
  }
}
