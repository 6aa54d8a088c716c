package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.gongkai.platform.Pipeline;
import org.gongkai.platform.Sql;

/** Says which rows of changes wait, and reads them. */
@Singleton
class WaitingStore {

  /** Of {@code d}. */
  private static final String ASKED = "d.year BETWEEN :from AND :to AND d.basis = :basis";

  private static final String IS_ABOVE =
      "(SELECT asked." + PlaceSql.IS_ABOVE + " FROM region asked WHERE asked.code = :region)";

  /**
   * Rows, of which the place is looked up once for all of a region. The nation and provinces have
   * so many regions that all that waits is looked at; others look at each region's.
   */
  private static final String WAITING =
      """
      WITH place AS MATERIALIZED (
        SELECT PLACE_OF_C AS code, c.below, c.below AND NOT WHOLE_READS_BELOW AS of_parts, c.ids, c.changes, c.at
        FROM (
          SELECT d.region, false, ROWS FROM tally_delta d WHERE IS_ABOVE AND ASKED GROUP BY d.region
          UNION ALL
          SELECT d.region, false, ROWS
          FROM region_within w JOIN tally_delta d ON d.region = w.region
          WHERE NOT IS_ABOVE AND w.within = :region AND ASKED
          GROUP BY d.region
          UNION ALL
          SELECT d.region, true, ROWS
          FROM region_within w JOIN tally_delta_below d ON d.region = w.region
          WHERE w.within = :region AND PLACES_READ_BELOW AND ASKED
          GROUP BY d.region
        ) c (region, below, ids, changes, at)
        WHERE IS_WITHIN
      )
      SELECT place.code::name AS code, place.below, place.of_parts, waiting.id, waiting.changes, waiting.at
      FROM place, unnest(place.ids, place.changes, place.at) AS waiting (id, changes, at)
      """
          .replace("IS_WITHIN", PlaceSql.isWithin("c.region"))
          .replace("ROWS", "array_agg(d.id), array_agg(d.changes), array_agg(d.at)")
          .replace("ASKED", ASKED)
          .replace("IS_ABOVE", IS_ABOVE)
          .replace("WHOLE_READS_BELOW", PlaceSql.readsBelow(By.NONE));

  private static final Map<By, String> BY_PLACE = new EnumMap<>(By.class);

  static {
    for (By by : By.values()) {
      BY_PLACE.put(
          by,
          WAITING
              .replace("PLACE_OF_C", PlaceSql.of(by, "c.region"))
              .replace("PLACES_READ_BELOW", PlaceSql.readsBelow(by)));
    }
  }

  private static final String COLUMNS =
      """
      t.id, t.region, t.year, t.basis, t.kind, t.changes, t.at, t.reports, t.expected, t.unexplained, t.waived,
        CELLS
      """
          .replace("CELLS", CellChanges.COLUMNS);

  private static final String ROWS =
      """
      SELECT false AS below, COLUMNS FROM tally_delta t WHERE t.id = ANY (:above)
      UNION ALL
      SELECT true, COLUMNS FROM tally_delta_below t WHERE t.id = ANY (:below)
      """
          .replace("COLUMNS", COLUMNS);

  private final Sql sql;

  WaitingStore(Sql sql) {
    this.sql = sql;
  }

  /**
   * Which row.
   *
   * @param below whether it is in the sums of the nation and the province already
   */
  record Key(boolean below, long id) {}

  /**
   * A row that waits for a place of an answer.
   *
   * @param code of the place
   * @param ofParts whether it is in the sums of the whole already, and not yet in those of its
   *     parts
   * @param changes how many changes are added up in it
   * @param at when the newest of these was made
   */
  record Found(String code, boolean ofParts, Key key, int changes, Instant at) {}

  /** Asks for them together with others. */
  Supplier<List<Found>> waiting(RollupQuery query, Pipeline pipeline) {
    return pipeline.list(
        sql.statement(Objects.requireNonNull(BY_PLACE.get(query.by())))
            .bind("region", query.region())
            .bind("from", query.from())
            .bind("to", query.to())
            .bind("basis", query.basis().code()),
        row ->
            new Found(
                row.getString("code"),
                row.getBoolean("of_parts"),
                new Key(row.getBoolean("below"), row.getLong("id")),
                row.getInt("changes"),
                Sql.instant(row, "at")));
  }

  /** Takes a row that is read. */
  @FunctionalInterface
  interface Taking {
    void take(Key key, WaitingRow row);
  }

  void read(List<Key> keys, Taking taking) {
    sql.statement(ROWS)
        .bind("above", ids(keys, false))
        .bind("below", ids(keys, true))
        .list(
            row -> {
              taking.take(new Key(row.getBoolean("below"), row.getLong("id")), WaitingRow.of(row));
              return true; // nobody asks for the rows
            });
  }

  private static long[] ids(List<Key> keys, boolean below) {
    return keys.stream().filter(key -> key.below() == below).mapToLong(Key::id).toArray();
  }
}
