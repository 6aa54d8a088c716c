package org.gongkai.report;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.gongkai.check.Reporter;
import org.gongkai.form.Content;
import org.gongkai.form.Scope;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Sql;
import org.gongkai.registry.OrganKind;
import org.gongkai.registry.OrganSql;
import org.gongkai.registry.RegionLevel;

/** Holds organs and looks up what is there, for any number of reports at a time. */
@Singleton
class FilingContextStore {

  /**
   * In one order, so that two who want the same ones never wait for each other. The setting holds
   * until the transaction ends: the statements of a filing are looked up by keys, whatever the
   * values are, and to plan them anew for each filing costs more than to run them.
   */
  private static final String HOLD =
      """
      SELECT code, set_config('plan_cache_mode', 'force_generic_plan', true)
      FROM organ WHERE code = ANY (?) ORDER BY code FOR NO KEY UPDATE
      """;

  /**
   * The limits make the planner look each report up by its key, whatever it believes of the tables'
   * sizes: at the first load it knows nothing of them.
   */
  private static final String FIND =
      """
      SELECT o.region, o.kind, o.expected, here.id, here.state, last.document, next.id IS NOT NULL,
        CASE WHEN here.id IS NULL AND o.region IS NOT NULL AND ? THEN nextval('report_id_seq') END,
        o.name, (SELECT level FROM region WHERE code = o.region),
        ARRAY(
          SELECT merged.organ FROM organ_version merged
          WHERE merged.successor = k.organ
            AND merged.valid_to > make_date(k.year - 1, 1, 1) AND merged.valid_to <= make_date(k.year + 1, 1, 1)
          ORDER BY merged.organ),
        o.valid_to <= make_date(k.year, 12, 31)
      FROM unnest(?, ?, ?) WITH ORDINALITY AS k (organ, year, scope, place)
      LEFT JOIN LATERAL (
        SELECT i.region, i.kind, i.expected, i.name, i.valid_to FROM %s AS i WHERE i.organ = k.organ LIMIT 1) o ON true
      LEFT JOIN LATERAL (
        SELECT r.id, r.state FROM report r
        WHERE r.organ = k.organ AND r.year = k.year AND r.scope = k.scope LIMIT 1) here ON true
      LEFT JOIN LATERAL (
        SELECT v.document FROM report r JOIN revision v ON v.report = r.id AND v.number = r.revision
        WHERE r.organ = k.organ AND r.year = k.year - 1 AND r.scope = k.scope LIMIT 1) last ON true
      LEFT JOIN LATERAL (
        SELECT r.id FROM report r
        WHERE r.organ = k.organ AND r.year = k.year + 1 AND r.scope = k.scope LIMIT 1) next ON true
      ORDER BY k.place
      """
          .formatted(OrganSql.inYear("k.year"));

  private static final String PLACES =
      """
      SELECT (SELECT i.region FROM %s AS i WHERE i.organ = k.organ LIMIT 1), here.state
      FROM unnest(?, ?, ?) WITH ORDINALITY AS k (organ, year, scope, place)
      LEFT JOIN LATERAL (
        SELECT r.state FROM report r
        WHERE r.organ = k.organ AND r.year = k.year AND r.scope = k.scope LIMIT 1) here ON true
      ORDER BY k.place
      """
          .formatted(OrganSql.inYear("k.year"));

  /** The report that is asked for. */
  record Asked(String organ, int year, Scope scope) {

    static Asked of(Content content) {
      return new Asked(content.organ(), content.year(), content.scope());
    }
  }

  /**
   * Where it belongs.
   *
   * @param region where the organ was in the year
   * @param draft whether the report that is there was never handed in; empty where there is none
   */
  record Place(String region, Optional<Boolean> draft) {}

  private final Sql sql;

  FilingContextStore(Sql sql) {
    this.sql = sql;
  }

  /** Makes other filings of the organs, and changes of their registration, wait. */
  void hold(String... organs) {
    sql.list(HOLD, row -> null, (Object) organs);
  }

  /** Of each, in their order; empty where the organ did not exist in the year. Holds nothing. */
  List<Optional<Place>> places(List<Asked> some) {
    return sql.list(
        PLACES,
        FilingContextStore::place,
        some.stream().map(Asked::organ).toArray(String[]::new),
        some.stream().mapToInt(Asked::year).toArray(),
        some.stream().map(asked -> asked.scope().code()).toArray(String[]::new));
  }

  private static Optional<Place> place(ResultSet row) throws SQLException {
    Optional<Boolean> draft =
        Optional.ofNullable(row.getString(2)).map(ReportState.DRAFT.code()::equals);
    return Optional.ofNullable(row.getString(1)).map(region -> new Place(region, draft));
  }

  /**
   * Of each report, in their order; empty where the organ did not exist in the year.
   *
   * @param toBeWritten whether reports that are not there yet need an id
   */
  List<Optional<FilingContext>> find(List<Content> reports, boolean toBeWritten) {
    String[] organs = reports.stream().map(Content::organ).toArray(String[]::new);
    int[] years = reports.stream().mapToInt(Content::year).toArray();
    String[] scopes = reports.stream().map(c -> c.scope().code()).toArray(String[]::new);
    return sql.list(FIND, FilingContextStore::ground, toBeWritten, organs, years, scopes);
  }

  private static Optional<FilingContext> ground(ResultSet row) throws SQLException {
    String region = row.getString(1);
    if (region == null) {
      return Optional.empty();
    }
    return Optional.of(
        new FilingContext(
            new Reporter(
                row.getString(9),
                Parameters.choice(row.getString(2), OrganKind.class).orElseThrow(),
                Parameters.choice(row.getString(10), RegionLevel.class).orElseThrow()),
            region,
            List.of((String[]) row.getArray(11).getArray()),
            row.getBoolean(12),
            row.getBoolean(3),
            row.getObject(4, Long.class),
            ReportState.DRAFT.code().equals(row.getString(5)),
            row.getString(6),
            row.getBoolean(7),
            row.getLong(8)));
  }
}
