package org.gongkai.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.gongkai.platform.Sql;

/** Keeps regions and the closure of the tree that they form. */
@ApplicationScoped
class RegionStore {

  /** Writers one at a time; readers and foreign keys pass. */
  private static final String LOCK = "LOCK TABLE region IN SHARE ROW EXCLUSIVE MODE";

  /** Holds off organs that are about to be registered in the regions. */
  private static final String HOLD = "SELECT code FROM region WHERE code = ANY (?) FOR UPDATE";

  private static final String EXISTING =
      """
      SELECT code, name, level, parent, valid_from, valid_to FROM region WHERE code = ANY (?)
      """;

  private static final String IN_USE =
      """
      SELECT code FROM unnest(?) AS asked (code)
      WHERE EXISTS (SELECT 1 FROM region WHERE parent = asked.code)
        OR EXISTS (SELECT 1 FROM organ_version WHERE region = asked.code)
        OR EXISTS (SELECT 1 FROM report WHERE region = asked.code)
      """;

  private static final String PUT =
      """
      INSERT INTO region (code, name, level, parent, valid_from, valid_to)
      SELECT code, name, level, parent, CAST(valid_from AS date), CAST(valid_to AS date)
      FROM unnest(?, ?, ?, ?, ?, ?) AS put (code, name, level, parent, valid_from, valid_to)
      ON CONFLICT (code) DO UPDATE SET
        name = excluded.name,
        level = excluded.level,
        parent = excluded.parent,
        valid_from = excluded.valid_from,
        valid_to = excluded.valid_to,
        revision = region.revision + 1
      """;

  private static final String FORGET_PLACE = "DELETE FROM region_within WHERE region = ANY (?)";

  /** The regions are leaves and stand side by side, so that what is above them is complete. */
  private static final String TAKE_PLACE =
      """
      INSERT INTO region_within (region, within, depth)
      SELECT code, code, 0 FROM region WHERE code = ANY (?)
      UNION ALL
      SELECT region.code, above.within, above.depth + 1
      FROM region JOIN region_within above ON above.region = region.parent
      WHERE region.code = ANY (?)
      """;

  private final Sql sql;

  RegionStore(Sql sql) {
    this.sql = sql;
  }

  void lock() {
    sql.update(LOCK);
  }

  List<Region> existing(Collection<String> codes) {
    return sql.list(EXISTING, Registry::region, (Object) codes.toArray(String[]::new));
  }

  /** Those that organs or reports belong to or that have regions below them: their sums stand. */
  Set<String> inUse(Collection<String> codes) {
    Object asked = codes.toArray(String[]::new);
    sql.list(HOLD, row -> row.getString(1), asked);
    return Set.copyOf(sql.list(IN_USE, row -> row.getString(1), asked));
  }

  /** Writes regions that keep their places. */
  void put(List<Region> regions) {
    sql.update(
        PUT,
        column(regions, Region::code),
        column(regions, Region::name),
        column(regions, region -> region.level().code()),
        column(regions, Region::parent),
        column(regions, region -> sqlDate(region.validFrom())),
        column(regions, region -> sqlDate(region.validTo())));
  }

  /** Gives regions of one level, with nothing below them, the places that they say. */
  void place(List<Region> regions) {
    Object codes = column(regions, Region::code);
    sql.update(FORGET_PLACE, codes);
    sql.update(TAKE_PLACE, codes, codes);
  }

  static String sqlDate(LocalDate date) {
    if (date.equals(LocalDate.MIN)) {
      return "-infinity";
    }
    return date.equals(LocalDate.MAX) ? "infinity" : date.toString();
  }

  private static String[] column(List<Region> regions, Function<Region, String> value) {
    return regions.stream().map(value).toArray(String[]::new);
  }
}
