package org.gongkai.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Sql;

/** Histories of many organs at once, for imports. */
@ApplicationScoped
class OrganHistoryStore {

  /** As Hibernate locks a single organ: writers wait, foreign keys do not. */
  private static final String LOCK =
      "SELECT code FROM organ WHERE code = ANY (:organs) ORDER BY code FOR NO KEY UPDATE";

  private static final String MAKE_ROOM =
      """
      INSERT INTO organ (code, revision)
      SELECT code, 1 FROM unnest(:organs) AS named (code) ORDER BY code
      ON CONFLICT (code) DO NOTHING
      """;

  private static final String HISTORIES =
      """
      SELECT organ, valid_from, valid_to, name, region, kind, successor
      FROM organ_version
      WHERE organ = ANY (:organs)
      """;

  private static final String FORGET = "DELETE FROM organ_version WHERE organ = ANY (:organs)";

  private static final String WRITE =
      """
      INSERT INTO organ_version (organ, valid_from, valid_to, name, region, kind, successor)
      SELECT organ, CAST(valid_from AS date), CAST(valid_to AS date), name, region, kind, successor
      FROM unnest(:organs, :validFrom, :validTo, :names, :regions, :kinds, :successors)
        AS put (organ, valid_from, valid_to, name, region, kind, successor)
      """;

  private static final String REVISE =
      "UPDATE organ SET revision = revision + 1 WHERE code = ANY (:organs)";

  private static final String ANALYZE = "ANALYZE organ, organ_version";

  private record Row(String organ, LocalDate from, OrganVersion version) {}

  private final Sql sql;

  OrganHistoryStore(Sql sql) {
    this.sql = sql;
  }

  /** Makes the rows that successors refer to, and that {@link #write} gives their versions. */
  void makeRoom(List<String> organs) {
    sql.statement(MAKE_ROOM).bind("organs", organs.toArray(String[]::new)).update();
  }

  /** Locks those of the organs that there are, and reads their histories. */
  Map<String, OrganHistory> locked(List<String> organs) {
    String[] codes = organs.toArray(String[]::new);
    sql.statement(LOCK).bind("organs", codes).list(row -> row.getString("code"));
    Map<String, TreeMap<LocalDate, OrganVersion>> versions = new HashMap<>();
    sql.statement(HISTORIES)
        .bind("organs", codes)
        .list(OrganHistoryStore::version)
        .forEach(
            row ->
                versions
                    .computeIfAbsent(row.organ(), organ -> new TreeMap<>())
                    .put(row.from(), row.version()));
    Map<String, OrganHistory> histories = new HashMap<>();
    versions.forEach((organ, byDay) -> histories.put(organ, new OrganHistory(byDay)));
    return histories;
  }

  void write(List<OrganChange> changes) {
    List<Row> rows = new ArrayList<>();
    changes.forEach(
        change ->
            change
                .after()
                .versions()
                .forEach((from, version) -> rows.add(new Row(change.organ(), from, version))));
    sql.statement(FORGET)
        .bind("organs", changes.stream().map(OrganChange::organ).toArray(String[]::new))
        .update();
    sql.statement(WRITE)
        .bind("organs", column(rows, Row::organ))
        .bind("validFrom", column(rows, row -> RegionStore.sqlDate(row.from())))
        .bind("validTo", column(rows, row -> RegionStore.sqlDate(row.version().validTo())))
        .bind("names", column(rows, row -> row.version().name()))
        .bind("regions", column(rows, row -> row.version().region()))
        .bind("kinds", column(rows, row -> row.version().kind().code()))
        .bind("successors", column(rows, row -> row.version().successor()))
        .update();
    String[] known =
        changes.stream()
            .filter(change -> change.outcome() == RegistrationOutcome.CHANGED)
            .map(OrganChange::organ)
            .toArray(String[]::new);
    sql.statement(REVISE).bind("organs", known).update();
  }

  /** Lets the planner know at once that there are many more now. */
  void tellPlanner() {
    sql.statement(ANALYZE).update();
  }

  private static String[] column(List<Row> rows, Function<Row, String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }

  private static Row version(ResultSet row) throws SQLException {
    return new Row(
        row.getString("organ"),
        row.getObject("valid_from", LocalDate.class),
        new OrganVersion(
            row.getObject("valid_to", LocalDate.class),
            row.getString("name"),
            row.getString("region"),
            Parameters.choice(row.getString("kind"), OrganKind.class).orElseThrow(),
            row.getString("successor")));
  }
}
