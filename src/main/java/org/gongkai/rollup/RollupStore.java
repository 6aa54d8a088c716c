package org.gongkai.rollup;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.Sql;

/** What a rollup needs beside its sums. */
@Singleton
class RollupStore {

  private static final String ONE_MOMENT =
      "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

  private static final String REGION_NAMES = "SELECT code, name FROM region WHERE code = ANY (?)";

  private static final String ORGAN_NAMES =
      """
      SELECT DISTINCT ON (v.organ) v.organ, v.name
      FROM organ_version v
      WHERE v.organ = ANY (?) AND v.valid_from <= make_date(?, 12, 31)
      ORDER BY v.organ, v.valid_from DESC
      """;

  private final Sql sql;

  RollupStore(Sql sql) {
    this.sql = sql;
  }

  /** Makes all statements of the transaction see the same moment; must be its first. */
  void holdTheMoment() {
    sql.update(ONE_MOMENT);
  }

  Map<String, String> regionNames(List<String> codes) {
    return names(REGION_NAMES, (Object) codes.toArray(String[]::new));
  }

  /** What organs are called in a year. */
  Map<String, String> organNames(List<String> codes, int year) {
    return names(ORGAN_NAMES, codes.toArray(String[]::new), year);
  }

  private Map<String, String> names(String statement, Object... values) {
    Map<String, String> names = new LinkedHashMap<>();
    sql.list(statement, row -> names.put(row.getString(1), row.getString(2)), values);
    return names;
  }
}
