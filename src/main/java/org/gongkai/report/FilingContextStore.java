package org.gongkai.report;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.check.Reporter;
import org.gongkai.form.Scope;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Sql;
import org.gongkai.registry.OrganKind;
import org.gongkai.registry.OrganSql;
import org.gongkai.registry.RegionLevel;
import org.jspecify.annotations.Nullable;

/** Holds organs and looks up what is there, for any number of reports at a time. */
@Singleton
public class FilingContextStore {

  /**
   * Until the transaction ends. The statements of a filing look rows up by keys, whatever the
   * values are; without this PostgreSQL plans them anew for each filing, which costs more than to
   * run them.
   */
  private static final String REUSE_PLANS = "SET LOCAL plan_cache_mode = force_generic_plan;\n";

  /** In one order, so that two who want the same ones never wait for each other. */
  private static final String HOLD =
      REUSE_PLANS
          + "SELECT code FROM organ WHERE code = ANY (:organs) ORDER BY code FOR NO KEY UPDATE";

  /**
   * Of those that nobody holds. Plans are reused from here on as well: the setting stands among
   * what is selected, since a statement that answers with rows is one statement.
   */
  private static final String HOLD_FREE =
      """
      SELECT code, set_config('plan_cache_mode', 'force_generic_plan', true)
      FROM organ WHERE code = ANY (:organs) ORDER BY code FOR NO KEY UPDATE SKIP LOCKED
      """;

  private static final String BESIDE =
      """
      SELECT :organ AS organ
      UNION SELECT v.organ FROM organ_version v WHERE v.region = :region
      UNION SELECT r.organ FROM report r WHERE r.region = :region
      """;

  private static final String KEYS =
      "unnest(:organs, :years, :scopes) WITH ORDINALITY AS k (organ, year, scope, place)";

  /**
   * The limits make the planner look each report up by its key, whatever it believes of the tables'
   * sizes: at the first load it knows nothing of them.
   */
  private static final String FIND =
      """
      SELECT k.organ, k.year, k.scope, o.name, o.kind, o.region, (SELECT level FROM region WHERE code = o.region) AS level,
        ARRAY(
          SELECT merged.organ FROM organ_version merged
          WHERE merged.successor = k.organ
            AND merged.valid_to > make_date(k.year - 1, 1, 1) AND merged.valid_to <= make_date(k.year + 1, 1, 1)
          ORDER BY merged.organ) AS merged,
        o.valid_to <= make_date(k.year, 12, 31) AS ends_in_year, o.expected,
        here.id AS report, here.state, newest.document, newest.digest, newest.redacted, last.document AS before, next.id AS after,
        CASE WHEN here.id IS NULL AND o.region IS NOT NULL AND :writing THEN nextval('report_id_seq') END AS free
      FROM %s
      LEFT JOIN LATERAL (
        SELECT i.region, i.kind, i.expected, i.name, i.valid_to FROM %s AS i WHERE i.organ = k.organ LIMIT 1) o ON true
      LEFT JOIN LATERAL (
        SELECT r.id, r.state, r.revision FROM report r
        WHERE r.organ = k.organ AND r.year = k.year AND r.scope = k.scope LIMIT 1) here ON true
      LEFT JOIN LATERAL (
        SELECT v.document, v.digest, v.redaction IS NOT NULL AS redacted FROM revision v
        WHERE :writing AND v.report = here.id AND v.number = here.revision LIMIT 1) newest ON true
      LEFT JOIN LATERAL (
        SELECT v.document FROM report r JOIN revision v ON v.report = r.id AND v.number = r.revision
        WHERE :comparing AND r.organ = k.organ AND r.year = k.year - 1 AND r.scope = k.scope LIMIT 1) last ON true
      LEFT JOIN LATERAL (
        SELECT r.id FROM report r
        WHERE r.organ = k.organ AND r.year = k.year + 1 AND r.scope = k.scope LIMIT 1) next ON true
      ORDER BY k.place
      """
          .formatted(KEYS, OrganSql.inYear("k.year"));

  private static final String PLACES =
      """
      SELECT k.organ, k.year, k.scope,
        (SELECT i.region FROM %s AS i WHERE i.organ = k.organ LIMIT 1) AS region, here.state, here.digest
      FROM ASKED
      LEFT JOIN LATERAL (
        SELECT r.state, v.digest FROM report r JOIN revision v ON v.report = r.id AND v.number = r.revision
        WHERE r.organ = k.organ AND r.year = k.year AND r.scope = k.scope LIMIT 1) here ON true
      ORDER BY k.place
      """
          .formatted(OrganSql.inYear("k.year"));

  private static final String PLACES_OF_SEVERAL = PLACES.replace("ASKED", KEYS);

  /**
   * Asked for each filing before it begins. Of arrays the planner takes a plan for any to be dearer
   * than one for these, and planned it anew each time, for seven times what it took to run.
   */
  private static final String PLACE_OF_ONE =
      PLACES.replace(
          "ASKED",
          "(SELECT :organ::text, :year::integer, :scope::text, 1) AS k (organ, year, scope,"
              + " place)");

  private static final String PLACE_OF =
      """
      SELECT r.organ, r.year, r.scope, r.region, r.state, v.digest
      FROM report r JOIN revision v ON v.report = r.id AND v.number = r.revision
      WHERE r.id = :id
      """;

  /**
   * Where a report belongs.
   *
   * @param region where the organ was in the year
   * @param draft whether the report that is there was never handed in; empty where there is none
   * @param digest of the newest document of the report that is there, or null
   */
  record Place(
      FilingContext.Key report, String region, Optional<Boolean> draft, byte @Nullable [] digest) {}

  private final Sql sql;

  FilingContextStore(Sql sql) {
    this.sql = sql;
  }

  /** Makes other filings of the organs, and changes of their registration, wait. */
  public void hold(String... organs) {
    sql.statement(HOLD).bind("organs", organs).update();
  }

  /** Likewise those that nobody else holds at this moment, and says which. */
  Set<String> holdFree(String... organs) {
    return Set.copyOf(
        sql.statement(HOLD_FREE).bind("organs", organs).list(row -> row.getString("code")));
  }

  /** An organ, and all that were ever in a region. */
  String[] beside(String organ, String region) {
    return sql.statement(BESIDE)
        .bind("organ", organ)
        .bind("region", region)
        .list(row -> row.getString("organ"))
        .toArray(String[]::new);
  }

  /** Of each, in their order; empty where the organ did not exist in the year. Holds nothing. */
  List<Optional<Place>> places(List<FilingContext.Key> some) {
    return of(some, PLACES_OF_SEVERAL).list(FilingContextStore::place);
  }

  /** Of one; empty where the organ did not exist in the year. Holds nothing. */
  Optional<Place> place(FilingContext.Key report) {
    return sql.statement(PLACE_OF_ONE)
        .bind("organ", report.organ())
        .bind("year", report.year())
        .bind("scope", report.scope().code())
        .first(FilingContextStore::place)
        .flatMap(place -> place);
  }

  /** Of a report by its id. Holds nothing. */
  Optional<Place> placeOf(long id) {
    return sql.statement(PLACE_OF)
        .bind("id", id)
        .first(FilingContextStore::place)
        .flatMap(place -> place);
  }

  /**
   * Of each report, in their order; empty where the organ did not exist in the year.
   *
   * @param writing whether reports that are not there yet need an id, and of those that are the
   *     document is wanted
   */
  List<Optional<FilingContext>> find(List<FilingContext.Key> some, boolean writing) {
    return find(some, writing, true);
  }

  /** The same of reports that are there, where last year's document is known. */
  List<Optional<FilingContext>> findBesideKnown(List<FilingContext.Key> some) {
    return find(some, true, false);
  }

  private List<Optional<FilingContext>> find(
      List<FilingContext.Key> some, boolean writing, boolean comparing) {
    return of(some, FIND)
        .bind("writing", writing)
        .bind("comparing", comparing)
        .list(FilingContextStore::context);
  }

  private Sql.Statement of(List<FilingContext.Key> some, String statement) {
    return sql.statement(statement)
        .bind("organs", some.stream().map(FilingContext.Key::organ).toArray(String[]::new))
        .bind("years", some.stream().mapToInt(FilingContext.Key::year).toArray())
        .bind("scopes", some.stream().map(key -> key.scope().code()).toArray(String[]::new));
  }

  private static Optional<Place> place(ResultSet row) throws SQLException {
    Optional<Boolean> draft =
        Optional.ofNullable(row.getString("state")).map(ReportState.DRAFT.code()::equals);
    FilingContext.Key report = key(row);
    byte[] digest = row.getBytes("digest");
    return Optional.ofNullable(row.getString("region"))
        .map(region -> new Place(report, region, draft, digest));
  }

  private static FilingContext.Key key(ResultSet row) throws SQLException {
    return new FilingContext.Key(
        row.getString("organ"),
        row.getInt("year"),
        Parameters.choice(row.getString("scope"), Scope.class).orElseThrow());
  }

  private static Optional<FilingContext.Kept> kept(ResultSet row) throws SQLException {
    String document = row.getString("document");
    return document == null
        ? Optional.empty()
        : Optional.of(
            new FilingContext.Kept(document, row.getBytes("digest"), row.getBoolean("redacted")));
  }

  private static Optional<FilingContext> context(ResultSet row) throws SQLException {
    String region = row.getString("region");
    if (region == null) {
      return Optional.empty();
    }
    return Optional.of(
        new FilingContext(
            key(row),
            new Reporter(
                row.getString("name"),
                Parameters.choice(row.getString("kind"), OrganKind.class).orElseThrow(),
                Parameters.choice(row.getString("level"), RegionLevel.class).orElseThrow()),
            region,
            List.of((String[]) row.getArray("merged").getArray()),
            row.getBoolean("ends_in_year"),
            row.getBoolean("expected"),
            row.getObject("report", Long.class),
            Parameters.choice(row.getString("state"), ReportState.class).orElse(null),
            kept(row),
            row.getString("before"),
            row.getObject("after", Long.class),
            row.getLong("free")));
  }
}
