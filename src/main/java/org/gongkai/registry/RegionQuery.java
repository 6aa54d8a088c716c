package org.gongkai.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.Sql;

/** Reads regions for callers. */
@ApplicationScoped
class RegionQuery {

  /** Which regions are listed; an empty text means any. */
  record Filter(String parent, String level, String text, LocalDate asOf) {}

  private static final String PAGE =
      """
      SELECT code, name, level, parent, valid_from, valid_to
      FROM region
      WHERE (? = '' OR parent = ?)
        AND (? = '' OR level = ?)
        AND (strpos(name, ?) > 0 OR starts_with(code, ?))
        AND valid_from <= ? AND valid_to > ?
        AND code > ?
      ORDER BY code
      LIMIT ?
      """;

  private static final String TOTAL =
      """
      SELECT count(*)
      FROM region
      WHERE (? = '' OR parent = ?)
        AND (? = '' OR level = ?)
        AND (strpos(name, ?) > 0 OR starts_with(code, ?))
        AND valid_from <= ? AND valid_to > ?
      """;

  private static final String ANCESTORS =
      """
      SELECT r.code, r.name, r.level, r.parent, r.valid_from, r.valid_to
      FROM region_within w JOIN region r ON r.code = w.within
      WHERE w.region = ? AND w.depth > 0
      ORDER BY w.depth DESC
      """;

  private static final String CHILDREN =
      "SELECT count(*) FROM region WHERE parent = ? AND valid_from <= ? AND valid_to > ?";

  private static final String REVISION = "SELECT revision FROM region WHERE code = ?";

  private final Sql sql;

  RegionQuery(Sql sql) {
    this.sql = sql;
  }

  List<Region> page(Filter filter, String after, int limit) {
    return sql.list(
        PAGE,
        Registry::region,
        filter.parent(),
        filter.parent(),
        filter.level(),
        filter.level(),
        filter.text(),
        filter.text(),
        filter.asOf(),
        filter.asOf(),
        after,
        limit);
  }

  long total(Filter filter) {
    return sql.first(
            TOTAL,
            row -> row.getLong(1),
            filter.parent(),
            filter.parent(),
            filter.level(),
            filter.level(),
            filter.text(),
            filter.text(),
            filter.asOf(),
            filter.asOf())
        .orElse(0L);
  }

  /** The regions above, the nation first. */
  List<Region> ancestors(String code) {
    return sql.list(ANCESTORS, Registry::region, code);
  }

  long children(String code, LocalDate asOf) {
    return sql.first(CHILDREN, row -> row.getLong(1), code, asOf, asOf).orElse(0L);
  }

  /** The strong entity tag. */
  Optional<String> tag(String code) {
    return sql.first(REVISION, row -> '"' + row.getString(1) + '"', code);
  }
}
