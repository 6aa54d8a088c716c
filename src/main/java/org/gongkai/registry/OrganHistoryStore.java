package org.gongkai.registry;

import jakarta.enterprise.context.ApplicationScoped;
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
      "SELECT code FROM organ WHERE code = ANY (?) ORDER BY code FOR NO KEY UPDATE";

  private static final String MAKE_ROOM =
      """
      INSERT INTO organ (code, revision)
      SELECT code, 1 FROM unnest(?) AS named (code) ORDER BY code
      ON CONFLICT (code) DO NOTHING
      """;

  private static final String HISTORIES =
      """
      SELECT organ, valid_from, valid_to, name, region, kind, successor
      FROM organ_version
      WHERE organ = ANY (?)
      """;

  private static final String FORGET = "DELETE FROM organ_version WHERE organ = ANY (?)";

  private static final String WRITE =
      """
      INSERT INTO organ_version (organ, valid_from, valid_to, name, region, kind, successor)
      SELECT organ, CAST(valid_from AS date), CAST(valid_to AS date), name, region, kind, successor
      FROM unnest(?, ?, ?, ?, ?, ?, ?)
        AS put (organ, valid_from, valid_to, name, region, kind, successor)
      """;

  private static final String REVISE =
      "UPDATE organ SET revision = revision + 1 WHERE code = ANY (?)";

  private static final String ANALYZE = "ANALYZE organ, organ_version";

  private record Row(String organ, LocalDate from, OrganVersion version) {}

  private final Sql sql;

  OrganHistoryStore(Sql sql) {
    this.sql = sql;
  }

  /** Makes the rows that successors refer to, and that {@link #write} gives their versions. */
  void makeRoom(List<String> organs) {
    sql.update(MAKE_ROOM, (Object) organs.toArray(String[]::new));
  }

  /** Locks those of the organs that there are, and reads their histories. */
  Map<String, OrganHistory> locked(List<String> organs) {
    Object codes = organs.toArray(String[]::new);
    sql.list(LOCK, row -> row.getString(1), codes);
    Map<String, TreeMap<LocalDate, OrganVersion>> versions = new HashMap<>();
    sql.list(
            HISTORIES,
            row ->
                new Row(
                    row.getString(1),
                    row.getObject(2, LocalDate.class),
                    new OrganVersion(
                        row.getObject(3, LocalDate.class),
                        row.getString(4),
                        row.getString(5),
                        Parameters.choice(row.getString(6), OrganKind.class).orElseThrow(),
                        row.getString(7))),
            codes)
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
    Object codes = changes.stream().map(OrganChange::organ).toArray(String[]::new);
    List<Row> rows = new ArrayList<>();
    changes.forEach(
        change ->
            change
                .after()
                .versions()
                .forEach((from, version) -> rows.add(new Row(change.organ(), from, version))));
    sql.update(FORGET, codes);
    sql.update(
        WRITE,
        column(rows, Row::organ),
        column(rows, row -> RegionStore.sqlDate(row.from())),
        column(rows, row -> RegionStore.sqlDate(row.version().validTo())),
        column(rows, row -> row.version().name()),
        column(rows, row -> row.version().region()),
        column(rows, row -> row.version().kind().code()),
        column(rows, row -> row.version().successor()));
    Object known =
        changes.stream()
            .filter(change -> change.outcome() == Outcome.CHANGED)
            .map(OrganChange::organ)
            .toArray(String[]::new);
    sql.update(REVISE, known);
  }

  /** Lets the planner know at once that there are many more now. */
  void tellPlanner() {
    sql.update(ANALYZE);
  }

  private static String[] column(List<Row> rows, Function<Row, String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }
}
