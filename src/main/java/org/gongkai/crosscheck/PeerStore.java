package org.gongkai.crosscheck;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gongkai.platform.Sql;
import org.jspecify.annotations.Nullable;

/** Looks up what organs of the same kind and region state in the same cells. */
@Singleton
class PeerStore {

  /**
   * LIMIT 1 makes the planner look the peer's report up by its key. Filing reuses plans, and one
   * from when there were hardly any reports would read all of them for each peer instead: with
   * 30,000 that takes six to ten times as long, until statistics are there.
   */
  private static final String LAST_YEAR =
      """
      LEFT JOIN LATERAL (
        SELECT b.id, b.revision FROM report b
        WHERE :growing AND b.organ = p.organ AND b.year = w.year - 1 AND b.scope = w.scope AND is_filed(b.state)
        LIMIT 1) l ON true
      """;

  /**
   * A region has some fifty organs; the limit is for one that has hundreds, of which as many tell
   * what is usual. The index has them in this order, so that no more than these are read. The cells
   * are looked up once, not for each peer again.
   */
  private static final String FIND =
      """
      SELECT w.place - 1 AS place, coalesce((
          SELECT sum(f.number) FROM figure f
          WHERE f.report = p.id AND f.revision = p.revision AND f.cell = ANY (c.ids)), 0) AS now,
        CASE WHEN l.id IS NOT NULL THEN coalesce((
          SELECT sum(f.number) FROM figure f
          WHERE f.report = l.id AND f.revision = l.revision AND f.cell = ANY (c.ids)), 0) END AS before
      FROM unnest(:organs, :years, :scopes, :regions, :kinds, :cells)
        WITH ORDINALITY AS w (organ, year, scope, region, kind, cells, place)
      CROSS JOIN LATERAL (
        SELECT array_agg(id) AS ids FROM cell WHERE path = ANY (string_to_array(w.cells, ','))) c
      CROSS JOIN LATERAL (
        SELECT r.id, r.revision, r.organ FROM report r
        WHERE r.region = w.region AND r.year = w.year AND r.scope = w.scope AND r.kind = w.kind AND r.organ <> w.organ
          AND is_filed(r.state)
        ORDER BY r.id LIMIT 100) p
      """
          + LAST_YEAR;

  /**
   * A report, and cells to add up.
   *
   * @param cells leaf cells that are added up
   */
  record Wanted(ComparedReport report, List<String> cells) {}

  private record Row(int place, BigDecimal now, @Nullable BigDecimal before) {}

  private final Sql sql;

  PeerStore(Sql sql) {
    this.sql = sql;
  }

  /** What each peer states this year, where it is more than 0. */
  List<List<BigDecimal>> numbers(List<Wanted> wanted) {
    return each(wanted, false, row -> row.now().signum() > 0 ? row.now() : null);
  }

  /** How it was and is with each peer that has both reports and states something in either. */
  List<List<Jumps.Growth>> growths(List<Wanted> wanted) {
    return each(
        wanted,
        true,
        row ->
            row.before() == null || row.before().signum() == 0 && row.now().signum() == 0
                ? null
                : new Jumps.Growth(row.before(), row.now()));
  }

  private <T> List<List<T>> each(
      List<Wanted> wanted, boolean growing, Function<Row, @Nullable T> value) {
    List<List<T>> of = new ArrayList<>();
    wanted.forEach(w -> of.add(new ArrayList<>()));
    if (wanted.isEmpty()) {
      return of;
    }
    for (Row row : rows(wanted, growing)) {
      T one = value.apply(row);
      if (one != null) {
        of.get(row.place()).add(one);
      }
    }
    return of;
  }

  /**
   * @param growing whether last year's reports are looked up as well
   */
  private List<Row> rows(List<Wanted> wanted, boolean growing) {
    return sql.statement(FIND)
        .bind("growing", growing)
        .bind("organs", texts(wanted, w -> w.report().content().organ()))
        .bind("years", wanted.stream().mapToInt(w -> w.report().content().year()).toArray())
        .bind("scopes", texts(wanted, w -> w.report().content().scope().code()))
        .bind("regions", texts(wanted, w -> w.report().region()))
        .bind("kinds", texts(wanted, w -> w.report().reporter().kind().code()))
        .bind("cells", texts(wanted, w -> String.join(",", w.cells())))
        .list(
            row ->
                new Row(
                    row.getInt("place"), row.getBigDecimal("now"), row.getBigDecimal("before")));
  }

  private static String[] texts(List<Wanted> wanted, Function<Wanted, String> column) {
    return wanted.stream().map(column).toArray(String[]::new);
  }
}
