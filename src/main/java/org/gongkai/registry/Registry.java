package org.gongkai.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Sql;

/**
 * What other features ask of the registry. Each question is one indexed query, and nothing is kept
 * in memory, so that every instance of the service gives the same answer.
 */
@ApplicationScoped
public class Registry {

  private static final String ORGAN_IN_YEAR =
      """
      SELECT o.organ, o.name, o.region, o.kind, o.successor, o.expected,
        o.valid_to > make_date(?, 12, 31) AND EXISTS (
          SELECT 1 FROM organ_version began
          WHERE began.organ = o.organ
            AND began.valid_from <= make_date(?, 1, 1) AND began.valid_to > make_date(?, 1, 1)),
        ARRAY(
          SELECT merged.organ FROM organ_version merged
          WHERE merged.successor = o.organ
            AND merged.valid_to > make_date(? - 1, 1, 1) AND merged.valid_to <= make_date(? + 1, 1, 1)
          ORDER BY merged.organ)
      FROM organ_in_year(?) o
      WHERE o.organ = ?
      """;

  private static final String REGION_ON = "SELECT region FROM organ_region_on(?, ?)";

  private static final String MERGED_INTO =
      """
      SELECT organ FROM organ_version
      WHERE successor = ?
        AND valid_to > make_date(? - 1, 1, 1) AND valid_to <= make_date(? + 1, 1, 1)
      ORDER BY organ
      """;

  private static final String EXPECTED = "SELECT count(*) FROM organ_expected(?, ?)";

  private static final String ORGAN_EXISTS = "SELECT 1 FROM organ_version WHERE organ = ? LIMIT 1";

  private static final String REGION =
      "SELECT code, name, level, parent, valid_from, valid_to FROM region WHERE code = ?";

  private static final String IS_WITHIN =
      "SELECT 1 FROM region_within WHERE region = ? AND within = ?";

  private final Sql sql;
  private final Clock clock;

  Registry(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** The organ as it was in the year; empty when it did not exist on any day of it. */
  public Optional<OrganInYear> organInYear(String organ, int year) {
    return sql.first(
        ORGAN_IN_YEAR, row -> organInYear(row, year), year, year, year, year, year, year, organ);
  }

  /**
   * Where the organ is today; where it was at last, if it has ended; where it will be first, if it
   * has not begun. Empty where there is no such organ.
   */
  public Optional<String> regionToday(String organ) {
    return sql.first(REGION_ON, row -> row.getString(1), organ, LocalDate.now(clock));
  }

  /**
   * The region whose office looks after what an organ owes for a year: until the year is over it is
   * where the organ is today, whatever move lies ahead; then where it was in that year.
   */
  public String regionInCharge(OrganInYear organ) {
    return isOver(organ.year()) ? organ.region() : regionToday(organ.code()).orElse(organ.region());
  }

  public boolean isOver(int year) {
    return year < LocalDate.now(clock).getYear();
  }

  /** The organs that were merged into this one in the year or the year before. */
  public List<String> mergedInto(String organ, int year) {
    return sql.list(MERGED_INTO, row -> row.getString(1), organ, year, year);
  }

  /** Whether an organ was ever registered under this code, closed ones included. */
  public boolean organExists(String organ) {
    return sql.first(ORGAN_EXISTS, row -> true, organ).isPresent();
  }

  /** How many reports are expected of a region and all below it. */
  public long expected(String region, int year) {
    return sql.first(EXPECTED, row -> row.getLong(1), year, region).orElse(0L);
  }

  public Optional<Region> region(String code) {
    return sql.first(REGION, Registry::region, code);
  }

  public boolean regionExists(String code) {
    return region(code).isPresent();
  }

  /** Whether a region is the other one or lies below it, at any depth. */
  public boolean isWithin(String region, String ancestor) {
    return sql.first(IS_WITHIN, row -> true, region, ancestor).isPresent();
  }

  static Region region(ResultSet row) throws SQLException {
    return new Region(
        row.getString(1),
        row.getString(2),
        Parameters.choice(row.getString(3), RegionLevel.class).orElseThrow(),
        row.getString(4),
        row.getObject(5, LocalDate.class),
        row.getObject(6, LocalDate.class));
  }

  private static OrganInYear organInYear(ResultSet row, int year) throws SQLException {
    Array predecessors = row.getArray(8);
    return new OrganInYear(
        row.getString(1),
        year,
        row.getString(2),
        row.getString(3),
        Parameters.choice(row.getString(4), OrganKind.class).orElseThrow(),
        row.getBoolean(6),
        row.getBoolean(7),
        Optional.ofNullable(row.getString(5)),
        List.of((String[]) predecessors.getArray()));
  }
}
