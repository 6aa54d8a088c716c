package org.gongkai.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.gongkai.platform.Sql;

/** Refuses lines of a file that stands in {@link OrganStagingStore}, and says which they are. */
@ApplicationScoped
class OrganRefusalStore {

  /** A line that falls with another: with its successor's, or with one of the same organ. */
  record Dependent(int line, boolean onSuccessor) {}

  private static final String REFUSE_REPEATED =
      """
      UPDATE organ_staging SET refused = true
      FROM (
        SELECT line AS repeated, row_number() OVER (PARTITION BY code, valid_from ORDER BY line) AS n
        FROM organ_staging
        WHERE NOT refused) AS numbered
      WHERE line = repeated AND n > 1
      RETURNING line
      """;

  private static final String REFUSE_UNKNOWN_REGION =
      """
      UPDATE organ_staging SET refused = true
      WHERE NOT refused
        AND NOT EXISTS (SELECT 1 FROM region WHERE region.code = organ_staging.region)
      RETURNING line
      """;

  private static final String REFUSE_DOUBTFUL =
      """
      UPDATE organ_staging SET refused = true
      WHERE doubtful
        AND NOT refused
        AND NOT EXISTS (SELECT 1 FROM organ_version WHERE organ = organ_staging.code)
      RETURNING line
      """;

  private static final String REFUSE_UNKNOWN_SUCCESSOR =
      """
      UPDATE organ_staging SET refused = true
      WHERE NOT refused
        AND successor IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM organ_version WHERE organ = organ_staging.successor)
        AND NOT EXISTS (SELECT 1 FROM organ_staging other WHERE other.code = organ_staging.successor)
      RETURNING line
      """;

  /** What falls with refused lines: the organ's others, and those that name it as successor. */
  private static final String REFUSE_DEPENDENTS =
      """
      WITH RECURSIVE fallen (code) AS (
        SELECT code FROM organ_staging WHERE refused
        UNION
        SELECT s.code
        FROM fallen JOIN organ_staging s ON s.successor = fallen.code
        WHERE NOT EXISTS (SELECT 1 FROM organ_version WHERE organ = s.successor)
      )
      UPDATE organ_staging SET refused = true
      FROM fallen
      WHERE organ_staging.code = fallen.code AND NOT refused
      RETURNING line, EXISTS (SELECT 1 FROM fallen other WHERE other.code = successor) AS on_successor
      """;

  private static final String REFUSE_LINES =
      "UPDATE organ_staging SET refused = true WHERE line = ANY (:lines)";

  private static final String REFUSE_REGION =
      "UPDATE organ_staging SET refused = true WHERE NOT refused AND region = :region RETURNING"
          + " line";

  private static final String REFUSE_ORGAN =
      "UPDATE organ_staging SET refused = true WHERE NOT refused AND code = :organ RETURNING line";

  private final Sql sql;

  OrganRefusalStore(Sql sql) {
    this.sql = sql;
  }

  List<Integer> refuseRepeated() {
    return lines(sql.statement(REFUSE_REPEATED));
  }

  List<Integer> refuseUnknownRegion() {
    return lines(sql.statement(REFUSE_UNKNOWN_REGION));
  }

  List<Integer> refuseDoubtful() {
    return lines(sql.statement(REFUSE_DOUBTFUL));
  }

  List<Integer> refuseUnknownSuccessor() {
    return lines(sql.statement(REFUSE_UNKNOWN_SUCCESSOR));
  }

  /** Those that fall with what is refused. */
  List<Dependent> refuseDependents() {
    return sql.statement(REFUSE_DEPENDENTS)
        .list(row -> new Dependent(row.getInt("line"), row.getBoolean("on_successor")));
  }

  void refuse(List<Integer> lines) {
    sql.statement(REFUSE_LINES).bind("lines", lines.toArray(Integer[]::new)).update();
  }

  List<Integer> refuseRegion(String region) {
    return lines(sql.statement(REFUSE_REGION).bind("region", region));
  }

  List<Integer> refuseOrgan(String code) {
    return lines(sql.statement(REFUSE_ORGAN).bind("organ", code));
  }

  private static List<Integer> lines(Sql.Statement statement) {
    return statement.list(row -> row.getInt("line"));
  }
}
