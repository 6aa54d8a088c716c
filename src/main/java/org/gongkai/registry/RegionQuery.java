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

  /** The regions that a filter finds; both the page and the total read from it. */
  private static final String LISTED =
      """
      FROM region
      WHERE (:parent = '' OR parent = :parent)
        AND (:level = '' OR level = :level)
        AND (strpos(name, :text) > 0 OR starts_with(code, :text))
        AND valid_from <= :day AND valid_to > :day
      """;

  private static final String PAGE =
      "SELECT code, name, level, parent, valid_from, valid_to "
          + LISTED
          + """
            AND code > :after
          ORDER BY code
          LIMIT :limit
          """;

  private static final String TOTAL = "SELECT count(*) AS total " + LISTED;

  private static final String ANCESTORS =
      """
      SELECT r.code, r.name, r.level, r.parent, r.valid_from, r.valid_to
      FROM region_within w JOIN region r ON r.code = w.within
      WHERE w.region = :region AND w.depth > 0
      ORDER BY w.depth DESC
      """;

  private static final String CHILDREN =
      "SELECT count(*) AS children FROM region WHERE parent = :parent AND valid_from <= :day AND"
          + " valid_to > :day";

  private static final String REVISION = "SELECT revision FROM region WHERE code = :region";

  private final Sql sql;

  RegionQuery(Sql sql) {
    this.sql = sql;
  }

  List<Region> page(Filter filter, String after, int limit) {
    return listed(PAGE, filter)
        .bind("after", after)
        .bind("limit", limit)
        .list(RegistryStore::region);
  }

  long total(Filter filter) {
    return listed(TOTAL, filter).first(row -> row.getLong("total")).orElse(0L);
  }

  private Sql.Statement listed(String statement, Filter filter) {
    return sql.statement(statement)
        .bind("parent", filter.parent())
        .bind("level", filter.level())
        .bind("text", filter.text())
        .bind("day", filter.asOf());
  }

  /** The regions above, the nation first. */
  List<Region> ancestors(String code) {
    return sql.statement(ANCESTORS).bind("region", code).list(RegistryStore::region);
  }

  long children(String code, LocalDate asOf) {
    return sql.statement(CHILDREN)
        .bind("parent", code)
        .bind("day", asOf)
        .first(row -> row.getLong("children"))
        .orElse(0L);
  }

  /** The strong entity tag. */
  Optional<String> tag(String code) {
    return sql.statement(REVISION)
        .bind("region", code)
        .first(row -> '"' + row.getString("revision") + '"');
  }
}
