package org.gongkai.access;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.platform.Paging;
import org.gongkai.platform.Sql;
import org.jspecify.annotations.Nullable;

/** The list of keys. */
@Singleton
final class KeyQuery {

  /** The end of a page: the next one begins after this key. */
  record Position(Instant createdAt, UUID id) {

    static Position behind(ApiKey last) {
      return new Position(last.createdAt(), last.id());
    }

    /** As the opaque text that asks for the next page. */
    String write() {
      long micros = ChronoUnit.MICROS.between(Instant.EPOCH, createdAt);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString((micros + " " + id).getBytes(StandardCharsets.US_ASCII));
    }

    @SuppressWarnings("UnusedException") // says no more than we do
    static Optional<Position> read(@Nullable String cursor) {
      if (cursor == null) {
        return Optional.empty();
      }
      try {
        String[] parts =
            new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split(" ");
        Instant createdAt = Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS);
        return Optional.of(new Position(createdAt, UUID.fromString(parts[1])));
      } catch (IllegalArgumentException
          | ArithmeticException
          | java.time.DateTimeException
          | IndexOutOfBoundsException e) {
        throw Paging.noCursor();
      }
    }
  }

  /**
   * Which keys.
   *
   * @param region keys of this region and below
   * @param keeper the region of an office, which sees the keys that it manages; empty: all
   */
  record Filter(
      Optional<String> role,
      Optional<String> organ,
      Optional<String> region,
      Optional<String> keeper) {}

  /** The keys that a filter finds; both the page and the count read from it. */
  private static final String MATCHING =
      "FROM "
          + KeyStore.PLACED
          + """
          WHERE (:role::text IS NULL OR key.role = :role)
            AND (:organ::text IS NULL OR key.organ = :organ)
            AND (:region::text IS NULL OR EXISTS (
              SELECT 1 FROM region_within w WHERE w.region = key.place AND w.within = :region))
            AND (:keeper::text IS NULL OR key.role IN ('organ', 'reader') AND EXISTS (
              SELECT 1 FROM region_within w WHERE w.region = key.place AND w.within = :keeper))
          """;

  private static final String COUNT = "SELECT count(*) AS keys " + MATCHING;

  private static final String PAGE =
      "SELECT * "
          + MATCHING
          + """
            AND (key.created_at, key.id)
              < (coalesce(:afterTime::timestamptz, 'infinity'), coalesce(:afterId::uuid, key.id))
          ORDER BY key.created_at DESC, key.id DESC
          LIMIT :limit
          """;

  private final Sql sql;
  private final Clock clock;

  KeyQuery(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  long count(Filter filter) {
    return matching(COUNT, filter).first(row -> row.getLong("keys")).orElseThrow();
  }

  /** Newest first. */
  List<ApiKey> page(Filter filter, Optional<Position> after, int limit) {
    return matching(PAGE, filter)
        .bind("afterTime", after.map(Position::createdAt).orElse(null))
        .bind("afterId", after.map(Position::id).orElse(null))
        .bind("limit", limit)
        .list(KeyStore::key);
  }

  private Sql.Statement matching(String statement, Filter filter) {
    return sql.statement(statement)
        .bind("today", LocalDate.now(clock))
        .bind("role", filter.role().orElse(null))
        .bind("organ", filter.organ().orElse(null))
        .bind("region", filter.region().orElse(null))
        .bind("keeper", filter.keeper().orElse(null));
  }
}
