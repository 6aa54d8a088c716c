package org.gongkai.breakdown;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.platform.Sql;
import org.gongkai.report.ReportSql;
import org.gongkai.tally.RollupQuery;
import org.jspecify.annotations.Nullable;

/**
 * Takes numbers apart in the database. Each statement answers with the whole and with the parts of
 * one page, so that both are of the same moment; without a part the whole stands alone.
 */
@ApplicationScoped
class ContributionStore {

  /**
   * Which parts.
   *
   * @param organ only of this one, or null
   * @param own only of organs of the region itself
   * @param blank only parts with blank cells
   * @param otherLayout only parts of reports that are laid out without the number, which the others
   *     leave out
   */
  record Filter(@Nullable String organ, boolean own, boolean blank, boolean otherLayout) {}

  private static final String REGIONS =
      """
      WITH part AS (
        SELECT c.below AS code, sum(c.number) AS number, sum(c.blank) AS blank, sum(c.approximate) AS approximate,
          sum(c.reports) AS reports, sum(c.others) AS others
        FROM CONTRIBUTIONS AS c
        GROUP BY c.below
      ),
      WANTED
      SELECT t.*, p.code, g.name, NULL AS region, NULL AS region_name, p.number, p.blank, p.approximate, p.reports,
        NULL::bigint AS report, NULL::integer AS revision, p.others, NULL AS edition
      FROM (WHOLE) AS t
      LEFT JOIN PAGE AS p ON true
      LEFT JOIN region g ON g.code = p.code
      ORDER BY p.size DESC, p.code COLLATE "C"
      """;

  /** Organ by organ. */
  private static final String PART =
      """
      part AS (
        SELECT c.organ AS code, c.region, c.number, c.blank, c.approximate, c.report, c.revision, c.edition, c.reports,
          c.others
        FROM CONTRIBUTIONS AS c
      )
      """;

  private static final String ORGANS =
      """
      WITH PART,
      WANTED
      SELECT t.*, p.code, LAST_NAME AS name, p.region, g.name AS region_name, p.number, p.blank, p.approximate, p.reports,
        p.report, p.revision, p.others, p.edition
      FROM (WHOLE) AS t
      LEFT JOIN PAGE AS p ON true
      LEFT JOIN region g ON g.code = p.region
      ORDER BY p.size DESC, p.code COLLATE "C"
      """
          .replace("PART,", PART + ",")
          .replace("LAST_NAME", lastName("p.code"));

  /** Parts of all reports, those that are wanted first and in the order of pages, without names. */
  private static final String ALL =
      """
      WITH PART
      SELECT part.*, NULL AS name, NULL AS region_name, IS_WANTED AS wanted
      FROM part
      ORDER BY wanted DESC, SIZE DESC, part.code COLLATE "C"
      """
          .replace("PART\n", PART)
          .replace("IS_WANTED", ContributionSql.IS_WANTED)
          .replace("SIZE", ContributionSql.SIZE);

  private static final String NAMES =
      """
      SELECT o.code, LAST_NAME AS name, g.name AS region_name
      FROM unnest(:codes, :regions) AS o (code, region)
      JOIN region g ON g.code = o.region
      """
          .replace("LAST_NAME", lastName("o.code"));

  private final Sql sql;

  ContributionStore(Sql sql) {
    this.sql = sql;
  }

  /** What an organ was called in the year, or else when it was there last. */
  private static String lastName(String organ) {
    return """
    (
      SELECT v.name FROM organ_version v
      WHERE v.organ = ORGAN
      ORDER BY v.valid_from <= make_date(:year, 12, 31) DESC, v.valid_from DESC
      LIMIT 1)
    """
        .replace("ORGAN", organ);
  }

  /** Makes the statements of the transaction fit for the region that each asks about. */
  void planEachTime() {
    sql.planEachTime();
  }

  FoundContributions regions(
      RollupQuery rollupQuery,
      NumberSelector of,
      Filter filter,
      Contributions.Cursor after,
      int limit) {
    return found(contributions(REGIONS, rollupQuery, of, filter, after, limit));
  }

  FoundContributions organs(
      RollupQuery rollupQuery,
      NumberSelector of,
      Filter filter,
      Contributions.Cursor after,
      int limit) {
    return found(contributions(ORGANS, rollupQuery, of, filter, after, limit));
  }

  /** All of them, one after the other. */
  Sql.Cursor<Optional<ContributionView>> allOrgans(
      RollupQuery rollupQuery, NumberSelector of, Filter filter) {
    // without any part the whole stands alone, and is no part
    return contributions(
            ORGANS, rollupQuery, of, filter, Contributions.Cursor.START, Integer.MAX_VALUE)
        .cursor(
            row ->
                FoundContributions.isPart(row)
                    ? Optional.of(FoundContributions.part(row))
                    : Optional.empty());
  }

  /**
   * What one report gives to the number.
   *
   * @param wanted whether it is among the parts that are asked for
   */
  record Given(ContributionView part, boolean wanted) {}

  /**
   * What each report gives, those that are wanted first and in the order of pages; without names.
   */
  Sql.Cursor<Given> given(RollupQuery query, NumberSelector of, Filter filter) {
    return contributions(ALL, ContributionSql.contributions(query, of), query, of, filter)
        .cursor(ContributionStore::given);
  }

  /** What some reports give, as far as they are counted; within a snapshot for kept sums. */
  List<Given> given(RollupQuery query, NumberSelector of, Filter filter, Collection<Long> reports) {
    return contributions(ALL, ContributionSql.someContributions(query, of), query, of, filter)
        .bind("reports", reports.stream().mapToLong(Long::longValue).toArray())
        .list(ContributionStore::given);
  }

  private static Given given(ResultSet row) throws SQLException {
    return new Given(FoundContributions.part(row), row.getBoolean("wanted"));
  }

  /** The same parts with the names of their organs and regions. */
  List<ContributionView> named(List<ContributionView> parts, int year) {
    Map<String, ContributionView> named = new LinkedHashMap<>();
    parts.forEach(part -> named.put(part.code(), part));
    sql.statement(NAMES)
        .bind("codes", parts.stream().map(ContributionView::code).toArray(String[]::new))
        .bind("regions", parts.stream().map(ContributionView::region).toArray(String[]::new))
        .bind("year", year)
        .list(
            row -> {
              String name = row.getString("name");
              String region = row.getString("region_name");
              return named.computeIfPresent(
                  row.getString("code"), (code, part) -> part.called(name, region));
            });
    return List.copyOf(named.values());
  }

  FoundContributions cells(
      RollupQuery rollupQuery,
      NumberSelector of,
      Filter filter,
      Contributions.Cursor after,
      int limit) {
    String statement = ContributionSql.cells(rollupQuery);
    return found(
        summands(page(reports(statement, rollupQuery, filter), after, limit), of)
            .bind("section", of.section()));
  }

  private Sql.Statement contributions(
      String statement,
      RollupQuery query,
      NumberSelector of,
      Filter filter,
      Contributions.Cursor after,
      int limit) {
    return page(
        contributions(statement, ContributionSql.contributions(query, of), query, of, filter),
        after,
        limit);
  }

  private Sql.Statement contributions(
      String statement, String contributions, RollupQuery query, NumberSelector of, Filter filter) {
    Sql.Statement parts = reports(statement.replace("CONTRIBUTIONS", contributions), query, filter);
    return of.isChannel()
        ? parts.bind("channel", of.channel()).bind("unit", of.unit())
        : summands(parts, of).bind("section", of.section());
  }

  private static Sql.Statement summands(Sql.Statement statement, NumberSelector of) {
    return statement
        .bind("paths", of.paths())
        .bind("editions", of.editions())
        .bind("layouts", of.layouts());
  }

  private Sql.Statement reports(String statement, RollupQuery query, Filter filter) {
    String whole =
        statement
            .replace("WANTED", ContributionSql.WANTED)
            .replace("WHOLE", ContributionSql.WHOLE)
            .replace("PAGE", ContributionSql.PAGE);
    return ReportSql.bind(sql.statement(whole), query.instant())
        .bind("region", query.region())
        .bind("year", query.from())
        .bind("basis", query.basis().code())
        .bind("kinds", query.kindCodes())
        .bind("organ", filter.organ())
        .bind("own", filter.own())
        .bind("blank", filter.blank())
        .bind("other_layout", filter.otherLayout());
  }

  private static Sql.Statement page(Sql.Statement parts, Contributions.Cursor after, int limit) {
    return parts.bind("size", after.size()).bind("code", after.code()).bind("limit", limit);
  }

  private static FoundContributions found(Sql.Statement statement) {
    List<ContributionView> parts = new ArrayList<>();
    return statement
        .list(
            row -> {
              if (FoundContributions.isPart(row)) {
                parts.add(FoundContributions.part(row));
              }
              return new FoundContributions(
                  row.getLong("parts"),
                  row.getBigDecimal("whole_number"),
                  row.getLong("whole_blank"),
                  row.getLong("whole_reports"),
                  row.getLong("whole_others"),
                  parts);
            })
        .getFirst();
  }
}
