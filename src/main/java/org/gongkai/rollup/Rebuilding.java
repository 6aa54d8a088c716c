package org.gongkai.rollup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.gongkai.platform.Sql;

/**
 * Makes all kept sums anew from the reports and the registry. Readers get exact sums meanwhile,
 * only slower, for all that is counted waits to be folded again.
 */
@ApplicationScoped
class Rebuilding {

  /** One statement, so that it sees one moment; what is committed after it waits as ever. */
  private static final String REBUILD =
      """
      WITH no_sums AS (DELETE FROM tally),
      no_changes AS (DELETE FROM tally_change RETURNING 1),
      no_counts AS (
        UPDATE tally_count SET reports = 0, expected = 0, unexplained = 0, waived = 0,
          changes = changes + 1 + (SELECT count(*) FROM no_changes)
      ),
      no_duty_changes AS (DELETE FROM duty_change RETURNING 1),
      no_duty_counts AS (
        UPDATE duty_count SET expected = 0, changes = changes + 1 + (SELECT count(*) FROM no_duty_changes)
      ),
      duties AS (
        INSERT INTO duty_change (at, region, kind, year, change)
        SELECT now(), d.region, d.kind, d.year, sum(d.change) FROM duty d GROUP BY d.region, d.kind, d.year
      )
      INSERT INTO tally_change (at, region, kind, year, basis, report, revision, sign, expected, unexplained, waived)
      SELECT now(), c.region, c.kind, c.year, b.basis, c.report, c.revision, 1, c.expected::integer, c.unexplained, c.waived
      FROM (VALUES ('submitted'), ('accepted'), ('published')) AS b (basis)
      CROSS JOIN LATERAL report_counted(b.basis, NULL) AS c
      ORDER BY c.region, c.year
      """;

  private final Sql sql;
  private final Folding folding;

  Rebuilding(Sql sql, Folding folding) {
    this.sql = sql;
    this.folding = folding;
  }

  /**
   * Does it in one transaction.
   *
   * @return how many counted revisions wait to be folded
   */
  @Transactional
  int rebuild() {
    folding.hold();
    return sql.update(REBUILD);
  }
}
