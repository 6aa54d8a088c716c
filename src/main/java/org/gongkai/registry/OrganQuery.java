package org.gongkai.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Sql;

/** Reads organs for callers. */
@ApplicationScoped
class OrganQuery {

  /**
   * Which organs are listed: those that existed on a day from first to last, each as it last was in
   * that time. An empty text means any.
   */
  record Filter(String region, String text, String kind, LocalDate first, LocalDate last) {}

  /** One version with the name of its region. */
  record Row(String code, LocalDate validFrom, OrganVersion version, String regionName) {}

  /** The versions that a filter finds; both the page and the total read from it. */
  private static final String LISTED =
      """
      FROM organ_version v
      JOIN region_within w ON w.region = v.region AND w.within = :region
      JOIN region r ON r.code = v.region
      WHERE (strpos(v.name, :text) > 0 OR starts_with(v.organ, :text))
        AND (:kind = '' OR v.kind = :kind)
        AND v.valid_from <= :last AND v.valid_to > :first
        AND NOT EXISTS (
          SELECT 1 FROM organ_version later
          WHERE later.organ = v.organ AND later.valid_from > v.valid_from AND later.valid_from <= :last)
      """;

  private static final String COLUMNS =
      """
      SELECT v.organ, v.valid_from, v.valid_to, v.name, v.region, v.kind, v.successor, r.name AS region_name
      """;

  private static final String PAGE =
      COLUMNS
          + LISTED
          + """
            AND v.organ > :after
          ORDER BY v.organ
          LIMIT :limit
          """;

  private static final String TOTAL = "SELECT count(*) AS total " + LISTED;

  private static final String VERSIONS =
      COLUMNS
          + """
          FROM organ_version v JOIN region r ON r.code = v.region
          WHERE v.organ = :organ
          ORDER BY v.valid_from
          """;

  private static final String PREDECESSORS =
      "SELECT organ FROM organ_version WHERE successor = :organ ORDER BY organ";

  private static final String NAMESAKES =
      """
      SELECT DISTINCT o.organ
      FROM organ_version v
      JOIN organ_version o ON o.region = v.region AND o.organ <> v.organ
        AND compared_name(o.name) = compared_name(v.name)
        AND o.valid_from < v.valid_to AND o.valid_to > v.valid_from
      WHERE v.organ = :organ
      ORDER BY o.organ
      LIMIT 5
      """;

  private static final String REVISION = "SELECT revision FROM organ WHERE code = :organ";

  private final Sql sql;

  OrganQuery(Sql sql) {
    this.sql = sql;
  }

  List<Row> page(Filter filter, String after, int limit) {
    return listed(PAGE, filter).bind("after", after).bind("limit", limit).list(OrganQuery::row);
  }

  long total(Filter filter) {
    return listed(TOTAL, filter).first(row -> row.getLong("total")).orElse(0L);
  }

  private Sql.Statement listed(String statement, Filter filter) {
    return sql.statement(statement)
        .bind("region", filter.region())
        .bind("text", filter.text())
        .bind("kind", filter.kind())
        .bind("first", filter.first())
        .bind("last", filter.last());
  }

  /** All versions, oldest first; none when the organ is not registered. */
  List<Row> versions(String organ) {
    return sql.statement(VERSIONS).bind("organ", organ).list(OrganQuery::row);
  }

  List<String> predecessors(String organ) {
    return organs(PREDECESSORS, organ);
  }

  /** Some organs that are or were called the same as this one, in its region at the same time. */
  List<String> namesakes(String organ) {
    return organs(NAMESAKES, organ);
  }

  private List<String> organs(String statement, String organ) {
    return sql.statement(statement).bind("organ", organ).list(row -> row.getString("organ"));
  }

  /** The strong entity tag. */
  String tag(String organ) {
    return sql.statement(REVISION)
        .bind("organ", organ)
        .first(row -> '"' + row.getString("revision") + '"')
        .orElse("\"0\"");
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString("organ"),
        row.getObject("valid_from", LocalDate.class),
        new OrganVersion(
            row.getObject("valid_to", LocalDate.class),
            row.getString("name"),
            row.getString("region"),
            Parameters.choice(row.getString("kind"), OrganKind.class).orElseThrow(),
            row.getString("successor")),
        row.getString("region_name"));
  }
}
