package org.gongkai.tally;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gongkai.platform.Sql;

/**
 * Reads rows of sums and remembers them together with the state that they were of, which every
 * reader asks the database for: what is remembered is never older than what is asked.
 */
@Singleton
class TallyCache {

  /** Some 40 MB. The nation with its provinces, of five years, has 100,000 cells. */
  private static final int MOST_CELLS = 300_000;

  /** Rows by their keys, the columns of which are given. */
  static final String READ =
      """
      SELECT t.region, t.year, t.basis, t.kind, t.level, t.section, t.cells, t.numbers, t.stated, t.blank, t.approximate,
        t.reports
      FROM unnest(?, ?::smallint[], ?, ?, ?, ?) AS k (region, year, basis, kind, level, section)
      JOIN tally t USING (region, year, basis, kind, level, section)
      """;

  /**
   * A row of sums in a state.
   *
   * @param changes that were folded into it
   * @param changed when the newest of them was made
   */
  record Kept(TallyRow row, long changes, OffsetDateTime changed) {}

  private record Remembered(long changes, OffsetDateTime changed, Tally tally) {

    boolean isOf(Kept kept) {
      return changes == kept.changes() && changed.isEqual(kept.changed());
    }
  }

  private final Sql sql;
  private final CellNames cells;
  private final Cache<TallyRow, Remembered> remembered =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CELLS)
          .weigher((TallyRow row, Remembered r) -> 1 + r.tally().cells().size())
          .build();

  TallyCache(Sql sql, CellNames cells) {
    this.sql = sql;
    this.cells = cells;
  }

  /** A row of {@code tally_count}: place, region, year, basis, kind, level, changes, changed_at. */
  static Kept kept(ResultSet row, String section) throws SQLException {
    return new Kept(
        new TallyRow(
            row.getString(2),
            row.getInt(3),
            row.getString(4),
            row.getString(5),
            row.getString(6),
            section),
        row.getLong(7),
        row.getObject(8, OffsetDateTime.class));
  }

  /** The sums, which must not be changed, within the moment in which their states were read. */
  Map<Kept, Tally> of(Collection<Kept> wanted) {
    Map<Kept, Tally> tallies = new LinkedHashMap<>();
    Map<TallyRow, Kept> unknown = new LinkedHashMap<>();
    for (Kept kept : wanted) {
      Remembered known = remembered.getIfPresent(kept.row());
      if (known != null && known.isOf(kept)) {
        tallies.put(kept, known.tally());
      } else {
        unknown.put(kept.row(), kept);
      }
    }
    if (!unknown.isEmpty()) {
      read(unknown, tallies);
    }
    return tallies;
  }

  private void read(Map<TallyRow, Kept> unknown, Map<Kept, Tally> tallies) {
    List<TallyRow> keys = new ArrayList<>(unknown.keySet());
    sql.list(READ, row -> tallies.put(unknown.get(TallyRow.of(row)), tally(row)), columns(keys));
    for (Kept kept : unknown.values()) {
      Tally tally = tallies.computeIfAbsent(kept, k -> Tally.empty());
      remembered.put(kept.row(), new Remembered(kept.changes(), kept.changed(), tally));
    }
  }

  private Tally tally(ResultSet row) throws SQLException {
    Tally tally = Tally.empty();
    Number[] ids = TallyRow.array(row.getArray(7));
    Number[] numbers = TallyRow.array(row.getArray(8));
    Number[] stated = TallyRow.array(row.getArray(9));
    Number[] blank = TallyRow.array(row.getArray(10));
    Number[] approximate = TallyRow.array(row.getArray(11));
    Number[] reports = TallyRow.array(row.getArray(12));
    for (int i = 0; i < ids.length; i++) {
      tally.add(
          cells.path(ids[i].shortValue()),
          new Tally.Added(
              (BigDecimal) numbers[i],
              stated[i].intValue(),
              blank[i].intValue(),
              approximate[i].intValue(),
              reports[i].intValue()));
    }
    return tally;
  }

  /** The columns of the key, as statements take them. */
  static Object[] columns(List<TallyRow> keys) {
    return new Object[] {
      column(keys, TallyRow::region),
      column(keys, key -> String.valueOf(key.year())),
      column(keys, TallyRow::basis),
      column(keys, TallyRow::kind),
      column(keys, TallyRow::level),
      column(keys, TallyRow::section)
    };
  }

  private static String[] column(List<TallyRow> keys, Function<TallyRow, String> value) {
    return keys.stream().map(value).toArray(String[]::new);
  }
}
