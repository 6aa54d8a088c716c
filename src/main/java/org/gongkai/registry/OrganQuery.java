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

  private static final String PAGE =
      """
      SELECT v.organ, v.valid_from, v.valid_to, v.name, v.region, v.kind, v.successor, r.name
      FROM organ_version v
      JOIN region_within w ON w.region = v.region AND w.within = ?
      JOIN region r ON r.code = v.region
      WHERE (strpos(v.name, ?) > 0 OR starts_with(v.organ, ?))
        AND (? = '' OR v.kind = ?)
        AND v.valid_from <= ? AND v.valid_to > ?
        AND NOT EXISTS (
          SELECT 1 FROM organ_version later
          WHERE later.organ = v.organ AND later.valid_from > v.valid_from AND later.valid_from <= ?)
        AND v.organ > ?
      ORDER BY v.organ
      LIMIT ?
      """;

  private static final String TOTAL =
      """
      SELECT count(*)
      FROM organ_version v
      JOIN region_within w ON w.region = v.region AND w.within = ?
      WHERE (strpos(v.name, ?) > 0 OR starts_with(v.organ, ?))
        AND (? = '' OR v.kind = ?)
        AND v.valid_from <= ? AND v.valid_to > ?
        AND NOT EXISTS (
          SELECT 1 FROM organ_version later
          WHERE later.organ = v.organ AND later.valid_from > v.valid_from AND later.valid_from <= ?)
      """;

  private static final String VERSIONS =
      """
      SELECT v.organ, v.valid_from, v.valid_to, v.name, v.region, v.kind, v.successor, r.name
      FROM organ_version v JOIN region r ON r.code = v.region
      WHERE v.organ = ?
      ORDER BY v.valid_from
      """;

  private static final String PREDECESSORS =
      "SELECT organ FROM organ_version WHERE successor = ? ORDER BY organ";

  private static final String NAMESAKES =
      """
      SELECT DISTINCT o.organ
      FROM organ_version v
      JOIN organ_version o ON o.region = v.region AND o.organ <> v.organ
        AND compared_name(o.name) = compared_name(v.name)
        AND o.valid_from < v.valid_to AND o.valid_to > v.valid_from
      WHERE v.organ = ?
      ORDER BY o.organ
      LIMIT 5
      """;

  private static final String REVISION = "SELECT revision FROM organ WHERE code = ?";

  private final Sql sql;

  OrganQuery(Sql sql) {
    this.sql = sql;
  }

  List<Row> page(Filter filter, String after, int limit) {
    return sql.list(
        PAGE,
        OrganQuery::row,
        filter.region(),
        filter.text(),
        filter.text(),
        filter.kind(),
        filter.kind(),
        filter.last(),
        filter.first(),
        filter.last(),
        after,
        limit);
  }

  long total(Filter filter) {
    return sql.first(
            TOTAL,
            row -> row.getLong(1),
            filter.region(),
            filter.text(),
            filter.text(),
            filter.kind(),
            filter.kind(),
            filter.last(),
            filter.first(),
            filter.last())
        .orElse(0L);
  }

  /** All versions, oldest first; none when the organ is not registered. */
  List<Row> versions(String organ) {
    return sql.list(VERSIONS, OrganQuery::row, organ);
  }

  List<String> predecessors(String organ) {
    return sql.list(PREDECESSORS, row -> row.getString(1), organ);
  }

  /** Some organs that are or were called the same as this one, in its region at the same time. */
  List<String> namesakes(String organ) {
    return sql.list(NAMESAKES, row -> row.getString(1), organ);
  }

  /** The strong entity tag. */
  String tag(String organ) {
    return sql.first(REVISION, row -> '"' + row.getString(1) + '"', organ).orElse("\"0\"");
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString(1),
        row.getObject(2, LocalDate.class),
        new OrganVersion(
            row.getObject(3, LocalDate.class),
            row.getString(4),
            row.getString(5),
            Parameters.choice(row.getString(6), OrganKind.class).orElseThrow(),
            row.getString(7)),
        row.getString(8));
  }
}
