package org.gongkai.imports;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Sql;
import org.gongkai.registry.OrganKind;

/** Looks for organs by what a document calls them. */
@Singleton
class OrganNameQuery {

  /** A name that ends as another one does may be that without its region. */
  private static final String BY_NAMES =
      """
      WITH printed AS (
        SELECT p.place, compared_name(p.name) AS name
        FROM unnest(:names) WITH ORDINALITY AS p (name, place)
      ), named AS (
        SELECT DISTINCT v.organ, v.region, compared_name(v.name) AS name
        FROM organ_version v
        WHERE (:within::text IS NULL OR v.region IN (SELECT w.region FROM region_within w WHERE w.within = :within))
          AND (:organ::text IS NULL OR v.organ = :organ)
      )
      SELECT p.place, p.name AS printed, n.organ, n.name, n.region,
        ARRAY(
          SELECT r.name FROM region_within w JOIN region r ON r.code = w.within
          WHERE w.region = n.region ORDER BY w.depth DESC) AS regions
      FROM named n
      JOIN printed p ON n.name = p.name
        OR length(p.name) >= 3 AND right(n.name, length(p.name)) = p.name
        OR length(n.name) >= 3 AND right(p.name, length(n.name)) = n.name
      ORDER BY p.place, n.organ
      LIMIT 200
      """;

  /** The code itself stands in many index numbers, or its middle, the code of before 2015. */
  private static final String BY_CODES =
      """
      SELECT DISTINCT v.organ
      FROM organ_version v
      JOIN unnest(:codes) AS printed (code) ON v.organ = printed.code
        OR length(v.organ) = 18 AND (strpos(printed.code, v.organ) > 0 OR strpos(printed.code, substr(v.organ, 9, 9)) > 0)
      WHERE (:within::text IS NULL OR v.region IN (SELECT w.region FROM region_within w WHERE w.within = :within))
        AND (:organ::text IS NULL OR v.organ = :organ)
      ORDER BY v.organ
      LIMIT 20
      """;

  private static final String CURRENT =
      """
      SELECT DISTINCT ON (v.organ) v.organ, v.name, v.region, v.kind
      FROM organ_version v
      WHERE v.organ = ANY (:organs)
      ORDER BY v.organ, v.valid_from DESC
      """;

  /**
   * An organ that a printed name may mean.
   *
   * @param place which of the names, from 1
   * @param regions names of its region and of those above, the nation first
   */
  record Candidate(int place, String printed, String organ, String name, List<String> regions) {}

  private final Sql sql;

  OrganNameQuery(Sql sql) {
    this.sql = sql;
  }

  /**
   * @param seen whose organs are looked at
   */
  List<Candidate> byNames(List<String> names, ImportStore.Seen seen) {
    return sql.statement(BY_NAMES)
        .bind("names", names.toArray(String[]::new))
        .bind("within", seen.region())
        .bind("organ", seen.organ())
        .list(
            row ->
                new Candidate(
                    row.getInt("place"),
                    row.getString("printed"),
                    row.getString("organ"),
                    row.getString("name"),
                    Arrays.asList((String[]) row.getArray("regions").getArray())));
  }

  List<String> byCodes(List<String> codes, ImportStore.Seen seen) {
    return sql.statement(BY_CODES)
        .bind("codes", codes.toArray(String[]::new))
        .bind("within", seen.region())
        .bind("organ", seen.organ())
        .list(row -> row.getString("organ"));
  }

  /** An organ as it is now. */
  record Current(ReadingOutcome.OrganProposal proposal, OrganKind kind) {}

  List<Current> current(List<String> organs) {
    return sql.statement(CURRENT)
        .bind("organs", organs.toArray(String[]::new))
        .list(
            row ->
                new Current(
                    new ReadingOutcome.OrganProposal(
                        row.getString("organ"), row.getString("name"), row.getString("region")),
                    Parameters.choice(row.getString("kind"), OrganKind.class).orElseThrow()));
  }
}
