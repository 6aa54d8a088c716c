package org.gongkai.crosscheck;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gongkai.form.Content;
import org.gongkai.platform.Sql;

/** Looks up samples of the texts that a report's may have been copied from. */
@Singleton
class ShingleStore {

  /**
   * The organ's reports of two years. LIMIT 2 makes the planner look them up by their key. Filing
   * reuses plans, and one from when there were hardly any reports would read all of them instead,
   * until statistics are there.
   */
  private static final String OWN =
      """
      CROSS JOIN LATERAL (
        SELECT r.id, r.revision, r.organ, r.year FROM report r
        WHERE r.organ = w.organ AND r.scope = w.scope AND r.year BETWEEN w.year - 3 AND w.year - 2
        LIMIT 2) r
      """;

  /**
   * Reports that other organs of the region submitted for the same year, and the organ's own of the
   * two years before last year. A region has some fifty organs; the limit is for one that has
   * thousands.
   */
  private static final String FIND =
      """
      SELECT w.region || ' ' || w.year || ' ' || w.scope AS key, r.id, r.organ, r.year, v.prints
      FROM unnest(:regions, :regionYears, :regionScopes) AS w (region, year, scope)
      CROSS JOIN LATERAL (
        SELECT r.id, r.revision, r.organ, r.year FROM report r
        WHERE r.region = w.region AND r.year = w.year AND r.scope = w.scope AND is_filed(r.state)
        LIMIT 500) r
      JOIN revision v ON v.report = r.id AND v.number = r.revision AND v.prints IS NOT NULL
      UNION ALL
      SELECT w.organ || ' ' || w.year || ' ' || w.scope AS key, r.id, r.organ, r.year, v.prints
      FROM unnest(:organs, :organYears, :organScopes) AS w (organ, year, scope)
      """
          + OWN
          + """
          JOIN revision v ON v.report = r.id AND v.number = r.revision AND v.prints IS NOT NULL
          """;

  private record Key(String of, int year, String scope) {

    static Key ofRegion(ComparedReport report) {
      return of(report.region(), report.content());
    }

    static Key ofOrgan(ComparedReport report) {
      return of(report.content().organ(), report.content());
    }

    private static Key of(String of, Content content) {
      return new Key(of, content.year(), content.scope().code());
    }

    String text() {
      return of + " " + year + " " + scope;
    }
  }

  private final Sql sql;

  ShingleStore(Sql sql) {
    this.sql = sql;
  }

  /**
   * Of each report, what it may be like; in no order, its own organ's of the same year left out.
   */
  List<List<CopyChecks.Other>> find(List<ComparedReport> reports) {
    if (reports.isEmpty()) {
      return List.of();
    }
    List<Key> regions = reports.stream().map(Key::ofRegion).distinct().toList();
    List<Key> organs = reports.stream().map(Key::ofOrgan).distinct().toList();
    Map<String, List<CopyChecks.Other>> found = new HashMap<>();
    sql.statement(FIND)
        .bind("regions", texts(regions, Key::of))
        .bind("regionYears", years(regions))
        .bind("regionScopes", texts(regions, Key::scope))
        .bind("organs", texts(organs, Key::of))
        .bind("organYears", years(organs))
        .bind("organScopes", texts(organs, Key::scope))
        .list(
            row ->
                found
                    .computeIfAbsent(row.getString("key"), k -> new ArrayList<>())
                    .add(other(row)));
    return reports.stream().map(report -> of(report, found)).toList();
  }

  private static List<CopyChecks.Other> of(
      ComparedReport report, Map<String, List<CopyChecks.Other>> found) {
    List<CopyChecks.Other> others = new ArrayList<>();
    for (Key key : List.of(Key.ofRegion(report), Key.ofOrgan(report))) {
      for (CopyChecks.Other other : found.getOrDefault(key.text(), List.of())) {
        boolean itself =
            other.organ().equals(report.content().organ())
                && other.year() == report.content().year();
        if (!itself) {
          others.add(other);
        }
      }
    }
    return others;
  }

  private static String[] texts(List<Key> keys, Function<Key, String> column) {
    return keys.stream().map(column).toArray(String[]::new);
  }

  private static int[] years(List<Key> keys) {
    return keys.stream().mapToInt(Key::year).toArray();
  }

  private static CopyChecks.Other other(ResultSet row) throws SQLException {
    return new CopyChecks.Other(
        row.getLong("id"),
        row.getString("organ"),
        row.getInt("year"),
        Shingles.of(row.getBytes("prints")));
  }
}
