package org.gongkai.crosscheck;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.form.Content;
import org.gongkai.platform.Sql;

/** Looks up samples of the texts that a report's may have been copied from. */
@Singleton
class ShingleStore {

  /**
   * Handed in by whatever organ of the region in the same year, and the organ's own of the two
   * years before last year. A region has some fifty organs; the limit is for one that has
   * thousands. The others make the planner look revisions up by their key, whatever it believes of
   * how many there are.
   */
  private static final String FIND =
      """
      SELECT w.region || ' ' || w.year || ' ' || w.scope, r.id, r.organ, r.year, v.prints
      FROM unnest(?, ?, ?) AS w (region, year, scope)
      CROSS JOIN LATERAL (
        SELECT r.id, r.revision, r.organ, r.year FROM report r
        WHERE r.region = w.region AND r.year = w.year AND r.scope = w.scope
          AND r.state IN ('submitted', 'accepted', 'published')
        LIMIT 500) r
      CROSS JOIN LATERAL (
        SELECT n.prints FROM revision n
        WHERE n.report = r.id AND n.number = r.revision AND n.prints IS NOT NULL
        LIMIT 1) v
      UNION ALL
      SELECT w.organ || ' ' || w.year || ' ' || w.scope, r.id, r.organ, r.year, v.prints
      FROM unnest(?, ?, ?) AS w (organ, year, scope)
      CROSS JOIN LATERAL (
        SELECT r.id, r.revision, r.organ, r.year FROM report r
        WHERE r.organ = w.organ AND r.scope = w.scope AND r.year BETWEEN w.year - 3 AND w.year - 2
        LIMIT 2) r
      CROSS JOIN LATERAL (
        SELECT n.prints FROM revision n
        WHERE n.report = r.id AND n.number = r.revision AND n.prints IS NOT NULL
        LIMIT 1) v
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
    sql.list(
        FIND,
        row -> found.computeIfAbsent(row.getString(1), k -> new ArrayList<>()).add(other(row)),
        Stream.of(regions, organs).flatMap(ShingleStore::columns).toArray());
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

  private static Stream<Object> columns(List<Key> keys) {
    return Stream.of(
        keys.stream().map(Key::of).toArray(String[]::new),
        keys.stream().mapToInt(Key::year).toArray(),
        keys.stream().map(Key::scope).toArray(String[]::new));
  }

  private static CopyChecks.Other other(ResultSet row) throws SQLException {
    return new CopyChecks.Other(
        row.getLong(2), row.getString(3), row.getInt(4), Shingles.of(row.getBytes(5)));
  }
}
