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
  private static final String HOLD = "SELECT code FROM region WHERE code = ANY (:codes) FOR UPDATE";

  private static final String EXISTING =
      """
      SELECT code, name, level, parent, valid_from, valid_to FROM region WHERE code = ANY (:codes)
      """;

  private static final String IN_USE =
      """
      SELECT code FROM unnest(:codes) AS asked (code)
      WHERE EXISTS (SELECT 1 FROM region WHERE parent = asked.code)
        OR EXISTS (SELECT 1 FROM organ_version WHERE region = asked.code)
        OR EXISTS (SELECT 1 FROM report WHERE region = asked.code)
      """;

  private static final String PUT =
      """
      INSERT INTO region (code, name, level, parent, valid_from, valid_to)
      SELECT code, name, level, parent, CAST(valid_from AS date), CAST(valid_to AS date)
      FROM unnest(:codes, :names, :levels, :parents, :validFrom, :validTo)
        AS put (code, name, level, parent, valid_from, valid_to)
      ON CONFLICT (code) DO UPDATE SET
        name = excluded.name,
        level = excluded.level,
        parent = excluded.parent,
        valid_from = excluded.valid_from,
        valid_to = excluded.valid_to,
        revision = region.revision + 1
      """;

  private static final String FORGET_PLACE =
      "DELETE FROM region_within WHERE region = ANY (:codes)";

  /** The regions are leaves and stand side by side, so that what is above them is complete. */
  private static final String TAKE_PLACE =
      """
      INSERT INTO region_within (region, within, depth)
      SELECT code, code, 0 FROM region WHERE code = ANY (:codes)
      UNION ALL
      SELECT region.code, above.within, above.depth + 1
      FROM region JOIN region_within above ON above.region = region.parent
      WHERE region.code = ANY (:codes)
      """;

  private final Sql sql;

  RegionStore(Sql sql) {
    this.sql = sql;
  }

  void lock() {
    sql.statement(LOCK).update();
  }

  List<Region> existing(Collection<String> codes) {
    return sql.statement(EXISTING)
        .bind("codes", codes.toArray(String[]::new))
        .list(RegistryStore::region);
  }

  /** Those that organs or reports belong to or that have regions below them: their sums stand. */
  Set<String> inUse(Collection<String> codes) {
    String[] asked = codes.toArray(String[]::new);
    sql.statement(HOLD).bind("codes", asked).list(row -> row.getString("code"));
    return Set.copyOf(
        sql.statement(IN_USE).bind("codes", asked).list(row -> row.getString("code")));
  }

  /** Writes regions that keep their places. */
  void put(List<Region> regions) {
    sql.statement(PUT)
        .bind("codes", column(regions, Region::code))
        .bind("names", column(regions, Region::name))
        .bind("levels", column(regions, region -> region.level().code()))
        .bind("parents", column(regions, Region::parent))
        .bind("validFrom", column(regions, region -> sqlDate(region.validFrom())))
        .bind("validTo", column(regions, region -> sqlDate(region.validTo())))
        .update();
  }

  /** Gives regions of one level, with nothing below them, the places that they say. */
  void place(List<Region> regions) {
    String[] codes = column(regions, Region::code);
    sql.statement(FORGET_PLACE).bind("codes", codes).update();
    sql.statement(TAKE_PLACE).bind("codes", codes).update();
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
