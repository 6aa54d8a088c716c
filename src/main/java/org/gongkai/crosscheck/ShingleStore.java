package org.gongkai.crosscheck;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.gongkai.form.Scope;
import org.gongkai.platform.Sql;

/**
 * Keeps sketches of the texts of reports as an inverted list, and looks up by it what a text may
 * have been copied from: what that costs depends on the text alone, not on how many reports a
 * region has.
 */
@Singleton
public class ShingleStore {

  /** More than {@code CopyChecks} lets pass as copies: what so many have is not looked at. */
  private static final int MOST = 5;

  /**
   * The limits make the planner look everything up by keys, whatever it believes of the tables'
   * sizes: filing reuses plans, and one from when there was hardly anything would read all of it.
   */
  private static final String FIND =
      """
      SELECT k.place - 1 AS place, k.key, r.id, r.organ, r.region, r.year, r.scope, NULL AS shingles
      FROM unnest(:keys, :places) AS k (key, place)
      CROSS JOIN LATERAL (SELECT s.report FROM shingle s WHERE s.key = k.key LIMIT %d) s
      CROSS JOIN LATERAL (
        SELECT r.id, r.organ, r.region, r.year, r.scope FROM report r
        WHERE r.id = s.report AND is_filed(r.state) LIMIT 1) r
      UNION ALL
      SELECT w.place - 1, NULL, r.id, r.organ, r.region, r.year, r.scope, v.shingles
      FROM unnest(:organs, :years, :scopes) WITH ORDINALITY AS w (organ, year, scope, place)
      CROSS JOIN LATERAL (
        SELECT r.id, r.revision, r.organ, r.region, r.year, r.scope FROM report r
        WHERE r.organ = w.organ AND r.scope = w.scope AND r.year BETWEEN w.year - 4 AND w.year - 2
        LIMIT 3) r
      JOIN revision v ON v.report = r.id AND v.number = r.revision AND v.shingles IS NOT NULL
      """
          .formatted(MOST);

  private static final String FORGET =
      """
      DELETE FROM shingle s
      WHERE s.report = ANY (:revised)
        AND NOT EXISTS (SELECT FROM unnest(:keys, :reports) AS k (key, report) WHERE k.key = s.key AND k.report = s.report);
      """;

  /** Of reports that have none yet: to ask for each whether it is there costs as much again. */
  private static final String ADD =
      """
      INSERT INTO shingle (key, report)
      SELECT key, report FROM unnest(:keys, :reports) AS k (key, report)
      """;

  /** What a text has kept of another one stays as it is. */
  private static final String RENEW = FORGET + ADD + "ON CONFLICT DO NOTHING";

  private static final String MOVE =
      """
      UPDATE shingle SET key = m.place::bigint << 32 | (key & 4294967295)
      FROM unnest(:reports, :places) AS m (report, place)
      WHERE shingle.report = m.report
      """;

  /** Where a report stands: only those of one place are compared. */
  public record Place(String region, int year, Scope scope) {

    /** The upper half of its keys; that two places may have the same one does no harm. */
    private int number() {
      return (region + " " + year + " " + scope.code()).hashCode();
    }

    private long key(int shingle) {
      return (long) number() << Integer.SIZE | Integer.toUnsignedLong(shingle);
    }

    private static Place of(ComparedReport report) {
      return new Place(report.region(), report.content().year(), report.content().scope());
    }

    private boolean isOf(Row row) {
      return region.equals(row.region()) && year == row.year() && scope.code().equals(row.scope());
    }
  }

  /**
   * The text of a report that is handed in.
   *
   * @param revised whether another text of it may be kept
   */
  public record Sketch(long report, Place place, Shingles sketch, boolean revised) {

    private LongStream keys() {
      return sketch.stream().mapToLong(place::key);
    }
  }

  /**
   * A report that a text may be like.
   *
   * @param found whether it was found by one of its shingles, which then stands here alone
   */
  private record Row(
      int place,
      boolean found,
      long report,
      String organ,
      String region,
      int year,
      String scope,
      Shingles shingles) {}

  private final Sql sql;

  ShingleStore(Sql sql) {
    this.sql = sql;
  }

  /** Keeps what texts are found by, in place of what was kept of the same reports. */
  public void keep(List<Sketch> sketches) {
    long[] revised = sketches.stream().filter(Sketch::revised).mapToLong(Sketch::report).toArray();
    long[] keys = sketches.stream().flatMapToLong(Sketch::keys).toArray();
    if (revised.length == 0 && keys.length == 0) {
      return;
    }
    Sql.Statement statement = sql.statement(revised.length == 0 ? ADD : RENEW);
    if (revised.length > 0) {
      statement.bind("revised", revised);
    }
    statement
        .bind("keys", keys)
        .bind(
            "reports",
            sketches.stream().flatMapToLong(s -> s.keys().map(key -> s.report())).toArray())
        .send();
  }

  /** Follows reports to other places. */
  public void move(Map<Long, Place> moved) {
    sql.statement(MOVE)
        .bind("reports", moved.keySet().stream().mapToLong(Long::longValue).toArray())
        .bind("places", moved.values().stream().mapToInt(Place::number).toArray())
        .update();
  }

  /**
   * Of each report, what it may be like, in no order: reports that other organs of the region
   * submitted for the same year, as far as its sketch tells, and the organ's own of the three years
   * before last year.
   *
   * @param sketches of the reports, in their order
   */
  List<List<CopyChecks.Other>> find(List<ComparedReport> reports, List<Shingles> sketches) {
    if (reports.isEmpty()) {
      return List.of();
    }
    List<Place> places = reports.stream().map(Place::of).toList();
    List<Row> rows =
        sql.statement(FIND)
            .bind(
                "keys",
                IntStream.range(0, places.size())
                    .boxed()
                    .flatMapToLong(i -> sketches.get(i).stream().mapToLong(places.get(i)::key))
                    .toArray())
            .bind(
                "places",
                IntStream.range(0, places.size())
                    .flatMap(i -> sketches.get(i).stream().map(shingle -> i + 1))
                    .toArray())
            .bind("organs", reports.stream().map(r -> r.content().organ()).toArray(String[]::new))
            .bind("years", reports.stream().mapToInt(r -> r.content().year()).toArray())
            .bind(
                "scopes",
                reports.stream().map(r -> r.content().scope().code()).toArray(String[]::new))
            .list(ShingleStore::row);
    List<List<CopyChecks.Other>> found = new ArrayList<>();
    places.forEach(place -> found.add(new ArrayList<>()));
    List<Map<Long, List<Row>>> likely = new ArrayList<>();
    places.forEach(place -> likely.add(new LinkedHashMap<>()));
    for (Row row : rows) {
      if (!row.found()) {
        found.get(row.place()).add(other(row, row.shingles()));
      } else if (places.get(row.place()).isOf(row)
          && !row.organ().equals(reports.get(row.place()).content().organ())) {
        likely.get(row.place()).computeIfAbsent(row.report(), report -> new ArrayList<>()).add(row);
      }
    }
    for (int i = 0; i < likely.size(); i++) {
      for (List<Row> of : likely.get(i).values()) {
        found.get(i).add(other(of.getFirst(), shared(of)));
      }
    }
    return found;
  }

  private static Shingles shared(List<Row> of) {
    return Shingles.of(of.stream().flatMapToInt(row -> row.shingles().stream()).toArray());
  }

  private static CopyChecks.Other other(Row row, Shingles shingles) {
    return new CopyChecks.Other(row.report(), row.organ(), row.year(), shingles);
  }

  private static Row row(ResultSet row) throws SQLException {
    byte[] whole = row.getBytes("shingles");
    return new Row(
        row.getInt("place"),
        whole == null,
        row.getLong("id"),
        row.getString("organ"),
        row.getString("region"),
        row.getInt("year"),
        row.getString("scope"),
        whole == null ? Shingles.of(new int[] {(int) row.getLong("key")}) : Shingles.of(whole));
  }
}
