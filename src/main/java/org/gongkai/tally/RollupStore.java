package org.gongkai.tally;

import static java.util.stream.Collectors.joining;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.gongkai.platform.Pipeline;
import org.gongkai.platform.Sql;
import org.jspecify.annotations.Nullable;

/** What a rollup needs beside its sums. */
@Singleton
public class RollupStore {

  private static final String SNAPSHOT =
      "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

  /**
   * For statements about kept sums. They look rows up by their keys, whatever the values are, and
   * cost less than to plan and compile them each time. What waits to be folded is read by its
   * index: after a bulk load the table is nearly empty and still as long as it was, and the planner
   * goes by its length.
   */
  private static final String BY_KEYS =
      """
      SET LOCAL plan_cache_mode = force_generic_plan;
      SET LOCAL enable_seqscan = off;
      SET LOCAL jit = off
      """;

  private static final String REGION_NAMES =
      "SELECT code, name FROM region WHERE code = ANY (:codes)";

  /** So many signs fit into the 63 bytes of a {@code name}. */
  private static final int PART = 15;

  /** A name of 100 signs, which is the longest, has seven. */
  private static final List<String> PARTS =
      IntStream.rangeClosed(0, 6).mapToObj(part -> "part_" + part).toList();

  /**
   * Of a region and, where an answer is divided by them, of those directly below; in parts, so that
   * it can be asked in one {@link Pipeline} with others.
   */
  private static final String NAMES_OF_PLACES =
      """
      SELECT r.code::name AS code, length(r.name) AS length, PARTS
      FROM (
        SELECT code, name FROM region WHERE code = :region
        UNION ALL
        SELECT code, name FROM region WHERE parent = :region AND :divided
      ) r
      """
          .replace(
              "PARTS",
              IntStream.range(0, PARTS.size())
                  .mapToObj(
                      part ->
                          "substr(r.name, %d, %d)::name AS %s"
                              .formatted(1 + part * PART, PART, PARTS.get(part)))
                  .collect(joining(", ")));

  private static final String ORGAN_NAMES =
      """
      SELECT DISTINCT ON (v.organ) v.organ AS code, v.name
      FROM organ_version v
      WHERE v.organ = ANY (:codes) AND v.valid_from <= make_date(:year, 12, 31)
      ORDER BY v.organ, v.valid_from DESC
      """;

  private static final String STATE =
      """
      SELECT coalesce(sum(s.changes), 0)::bigint AS changes, max(s.at) AS changed_at
      FROM (
        SELECT t.changes, t.changed_at FROM tally t
        WHERE t.region = :region AND t.year BETWEEN :from AND :to AND t.basis = :basis AND t.kind = '' AND t.level = ''
        UNION ALL
        SELECT d.changes, d.changed_at FROM expected_report_count d WHERE d.region = :region AND d.kind = '' AND d.level = ''
        UNION ALL
        SELECT c.changes, c.at
        FROM (SELECT d.region, count(*), max(d.at) FROM expected_report_change d GROUP BY d.region) c (region, changes, at)
        WHERE IS_WITHIN
      ) s (changes, at)
      """
          .replace("IS_WITHIN", PlaceSql.isWithin("c.region"));

  private final Sql sql;
  private final SnapshotReads reads;

  RollupStore(Sql sql, SnapshotReads reads) {
    this.sql = sql;
    this.reads = reads;
  }

  /** Makes all statements of the transaction see one snapshot; must be its first. */
  public void beginSnapshot() {
    sql.statement(SNAPSHOT + ";" + BY_KEYS).update();
  }

  /** The same for sums of reports: their statements are planned each time. */
  public void beginSnapshotOfReports() {
    sql.statement(SNAPSHOT).update();
  }

  /**
   * What state an answer is of.
   *
   * @param changes how many changes there have been of anything that it is made of; folding them
   *     does not alter it
   * @param changed when the last one was made; null where there was none
   */
  public record State(long changes, @Nullable Instant changed) {

    private State after(long more, Instant at) {
      return new State(changes + more, changed == null || at.isAfter(changed) ? at : changed);
    }
  }

  /**
   * Makes all statements of the transaction see one snapshot, and asks in which state an answer of
   * kept sums is; must be its first.
   *
   * @param wholly whether the answer will be made, so that all that is needed is asked for at once
   */
  public State beginSnapshot(RollupQuery query, boolean wholly) {
    Pipeline pipeline = sql.pipeline();
    pipeline.add(sql.statement(SNAPSHOT + ";" + BY_KEYS));
    Supplier<State> state = state(query, pipeline);
    if (wholly) {
      reads.askWhatIsKept(query, pipeline);
      reads.willKnow(names(query, pipeline));
    }
    pipeline.send();
    return state.get();
  }

  private Supplier<List<Optional<SnapshotReads.RegionName>>> names(
      RollupQuery query, Pipeline pipeline) {
    return pipeline.list(
        sql.statement(NAMES_OF_PLACES)
            .bind("region", query.region())
            .bind("divided", query.by() == By.REGION),
        RollupStore::regionName);
  }

  /** One that is longer is left out, and asked for by itself. */
  private static Optional<SnapshotReads.RegionName> regionName(ResultSet row) throws SQLException {
    StringBuilder name = new StringBuilder();
    for (String part : PARTS) {
      name.append(row.getString(part));
    }
    return name.codePointCount(0, name.length()) == row.getInt("length")
        ? Optional.of(new SnapshotReads.RegionName(row.getString("code"), name.toString()))
        : Optional.empty();
  }

  public State state(RollupQuery query) {
    Pipeline pipeline = sql.pipeline();
    Supplier<State> state = state(query, pipeline);
    pipeline.send();
    return state.get();
  }

  private Supplier<State> state(RollupQuery query, Pipeline pipeline) {
    Supplier<List<State>> kept =
        pipeline.list(
            sql.statement(STATE)
                .bind("region", query.region())
                .bind("from", query.from())
                .bind("to", query.to())
                .bind("basis", query.basis().code()),
            row -> new State(row.getLong("changes"), Sql.instant(row, "changed_at")));
    reads.askWhatWaits(query, pipeline);
    return () -> {
      State state = kept.get().getFirst();
      for (WaitingStore.Found found : reads.found(query)) {
        if (!found.ofParts()) {
          state = state.after(found.changes(), found.at());
        }
      }
      return state;
    };
  }

  public Map<String, String> regionNames(List<String> codes) {
    Map<String, String> known = reads.names();
    return known.keySet().containsAll(codes) ? known : names(sql.statement(REGION_NAMES), codes);
  }

  /** What organs are called in a year. */
  Map<String, String> organNames(List<String> codes, int year) {
    return names(sql.statement(ORGAN_NAMES).bind("year", year), codes);
  }

  private static Map<String, String> names(Sql.Statement statement, List<String> codes) {
    Map<String, String> names = new LinkedHashMap<>();
    statement
        .bind("codes", codes.toArray(String[]::new))
        .list(row -> names.put(row.getString("code"), row.getString("name")));
    return names;
  }
}
