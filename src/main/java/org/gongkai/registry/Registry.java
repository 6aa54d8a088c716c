package org.gongkai.registry;

import static org.gongkai.problem.ProblemType.UNKNOWN_ORGAN;
import static org.gongkai.problem.ProblemType.UNKNOWN_REGION;

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
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;

/**
 * Look-ups for other rooms. Each is one indexed query without a cache, so that all instances give
 * the same answer.
 */
@ApplicationScoped
public class Registry {

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

  private static final String EXPECTED =
      "SELECT count(*) AS expected FROM " + OrganSql.expected(":year", ":region") + " AS e";

  private static final String ORGAN_EXISTS =
      "SELECT 1 FROM organ_version WHERE organ = :organ LIMIT 1";

  private static final String REGION =
      "SELECT code, name, level, parent, valid_from, valid_to FROM region WHERE code = :region";

  private static final String IS_WITHIN =
      "SELECT 1 FROM region_within WHERE region = :region AND within = :ancestor";

  private final Sql sql;
  private final Clock clock;

  Registry(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** The organ as it was in the year; empty if it existed on no day of it or has no such code. */
  public Optional<OrganInYear> organInYear(String organ, int year) {
    return sql.statement(ORGAN_IN_YEAR)
        .bind("organ", organ)
        .bind("year", year)
        .first(row -> organInYear(row, year));
  }

  /**
   * Where the organ is today; where it was at last, if it has ended; where it will be first, if it
   * has not begun. Empty where there is no such organ.
   */
  public Optional<String> regionToday(String organ) {
    return sql.statement(REGION_ON)
        .bind("organ", organ)
        .bind("day", LocalDate.now(clock))
        .first(row -> row.getString("region"));
  }

  /**
   * The region whose office is in charge of an organ's reports for a year: until the year is over,
   * where the organ is today, whatever move lies ahead; then where it was in that year.
   */
  public String regionInCharge(OrganInYear organ) {
    return isOver(organ.year()) ? organ.region() : regionToday(organ.code()).orElse(organ.region());
  }

  /** Whether the year is over in Asia/Shanghai. */
  public boolean isOver(int year) {
    return year < LocalDate.now(clock).getYear();
  }

  /** Codes of the organs that were merged into this one in the year or the year before. */
  public List<String> mergedInto(String organ, int year) {
    return sql.statement(MERGED_INTO)
        .bind("organ", organ)
        .bind("year", year)
        .list(row -> row.getString("organ"));
  }

  /** Whether an organ was ever registered under this code, closed ones included. */
  public boolean organExists(String organ) {
    return sql.statement(ORGAN_EXISTS).bind("organ", organ).first(row -> true).isPresent();
  }

  /**
   * How many organs of a region and all below it owe a report for the year: those that existed on
   * 31 December and are not exempt.
   */
  public long expected(String region, int year) {
    return sql.statement(EXPECTED)
        .bind("year", year)
        .bind("region", region)
        .first(row -> row.getLong("expected"))
        .orElse(0L);
  }

  /** The region with this code, retired ones included. */
  public Optional<Region> region(String code) {
    return sql.statement(REGION).bind("region", code).first(Registry::region);
  }

  /**
   * Where an organ is that a caller names, as {@link #regionToday}.
   *
   * @param place of the code in what the caller sent
   * @throws ProblemException {@code unknown-organ}
   */
  public String regionOfNamed(String organ, String place) {
    return regionToday(organ)
        .orElseThrow(() -> ProblemException.invalid(UNKNOWN_ORGAN, List.of(unknown(organ, place))));
  }

  /**
   * An organ that a caller names, as it was in the year.
   *
   * @param above what leads to the members of what the caller sent, {@code /} or {@code ?}
   * @throws ProblemException {@code unknown-organ}
   */
  public OrganInYear named(String organ, int year, String above) {
    return organInYear(organ, year).orElseThrow(() -> unknown(organ, year, above));
  }

  /** The problem that there is no such organ, or that it did not exist in the year. */
  public ProblemException unknown(String organ, int year, String above) {
    Violation violation =
        organExists(organ)
            ? Violation.at(
                above + "year",
                "该行政机关在 " + year + " 年不存在。",
                "The organ did not exist in " + year + ".")
            : unknown(organ, above + "organ");
    return ProblemException.invalid(UNKNOWN_ORGAN, List.of(violation));
  }

  private static Violation unknown(String organ, String place) {
    return Violation.at(
        place, "没有登记代码为 " + organ + " 的行政机关。", "No organ is registered under " + organ + ".");
  }

  /**
   * Lets a region pass that a caller names.
   *
   * @param place of the code in what the caller sent
   * @throws ProblemException {@code unknown-region}
   */
  public void requireRegion(String code, String place) {
    if (region(code).isEmpty()) {
      throw unknownRegion(place);
    }
  }

  /** The problem that there is no such region. */
  public static ProblemException unknownRegion(String place) {
    return ProblemException.invalid(
        UNKNOWN_REGION, List.of(new Violation(place, UNKNOWN_REGION.description())));
  }

  /** Whether a region is the other one or lies below it, at any depth. */
  public boolean isWithin(String region, String ancestor) {
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
