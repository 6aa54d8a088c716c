package org.gongkai.registry;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Sql;

/** What {@link Registry} looks up, by one indexed query each. */
@Singleton
class RegistryStore {

  /** Whether a version of an organ ended in the year or the year before. */
  private static final String ENDED_LATELY =
      "valid_to > make_date(:year - 1, 1, 1) AND valid_to <= make_date(:year + 1, 1, 1)";

  private static final String MERGED_INTO =
      "SELECT organ FROM organ_version WHERE successor = :organ AND "
          + ENDED_LATELY
          + " ORDER BY organ";

  private static final String ORGAN_IN_YEAR =
      """
      SELECT o.organ, o.name, o.region, o.kind, o.successor, o.expected,
        o.valid_to > make_date(:year, 12, 31) AND EXISTS (
          SELECT 1 FROM organ_version began
          WHERE began.organ = o.organ
            AND began.valid_from <= make_date(:year, 1, 1) AND began.valid_to > make_date(:year, 1, 1)) AS whole_year,
        ARRAY(%s) AS predecessors
      FROM %s AS o
      WHERE o.organ = :organ
      """
          .formatted(MERGED_INTO, OrganSql.inYear(":year"));

  private static final String REGION_ON =
      "SELECT p.region FROM " + OrganSql.regionOn(":organ", ":day") + " AS p";

  private static final String ORGAN_EXISTS =
      "SELECT 1 FROM organ_version WHERE organ = :organ LIMIT 1";

  private static final String REGION =
      "SELECT code, name, level, parent, valid_from, valid_to FROM region WHERE code = :region";

  private static final String IS_WITHIN =
      "SELECT 1 FROM region_within WHERE region = :region AND within = :ancestor";

  private final Sql sql;

  RegistryStore(Sql sql) {
    this.sql = sql;
  }

  /** The organ as it was in the year; empty if it existed on no day of it or has no such code. */
  Optional<OrganInYear> organInYear(String organ, int year) {
    return sql.statement(ORGAN_IN_YEAR)
        .bind("organ", organ)
        .bind("year", year)
        .first(row -> organInYear(row, year));
  }

  /**
   * Where the organ is on a day, as {@link OrganSql#regionOn}; empty where there is no such organ.
   */
  Optional<String> regionOn(String organ, LocalDate day) {
    return sql.statement(REGION_ON)
        .bind("organ", organ)
        .bind("day", day)
        .first(row -> row.getString("region"));
  }

  boolean organExists(String organ) {
    return sql.statement(ORGAN_EXISTS).bind("organ", organ).first(row -> true).isPresent();
  }

  Optional<Region> region(String code) {
    return sql.statement(REGION).bind("region", code).first(RegistryStore::region);
  }

  boolean isWithin(String region, String ancestor) {
    return sql.statement(IS_WITHIN)
        .bind("region", region)
        .bind("ancestor", ancestor)
        .first(row -> true)
        .isPresent();
  }

  static Region region(ResultSet row) throws SQLException {
    return new Region(
        row.getString("code"),
        row.getString("name"),
        Parameters.choice(row.getString("level"), RegionLevel.class).orElseThrow(),
        row.getString("parent"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class));
  }

  private static OrganInYear organInYear(ResultSet row, int year) throws SQLException {
    Array predecessors = row.getArray("predecessors");
    return new OrganInYear(
        row.getString("organ"),
        year,
        row.getString("name"),
        row.getString("region"),
        Parameters.choice(row.getString("kind"), OrganKind.class).orElseThrow(),
        row.getBoolean("expected"),
        row.getBoolean("whole_year"),
        Optional.ofNullable(row.getString("successor")),
        List.of((String[]) predecessors.getArray()));
  }
}
