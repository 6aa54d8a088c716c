package org.gongkai.crosscheck;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.form.Content;
import org.gongkai.form.Scope;
import org.gongkai.form.StoredDocumentReader;
import org.gongkai.platform.Sql;
import org.jspecify.annotations.Nullable;

/** Looks up documents of other reports, and names, for the few reports that need them. */
@Singleton
class OtherReportStore {

  /** The four years before last year. */
  private static final String EARLIER =
      """
      SELECT w.place - 1 AS place, v.document
      FROM unnest(:organs, :years, :scopes) WITH ORDINALITY AS w (organ, year, scope, place)
      JOIN report r ON r.organ = w.organ AND r.scope = w.scope AND r.year BETWEEN w.year - 5 AND w.year - 2
        AND is_filed(r.state)
      JOIN revision v ON v.report = r.id AND v.number = r.revision
      ORDER BY w.place, r.year DESC
      """;

  /**
   * Of each organ that has no report of its own for the year: last year's, and whether it was there
   * at the end of last year, so that there should be one.
   */
  private static final String MERGED =
      """
      SELECT m.organ, last.document,
        (SELECT v.name FROM organ_version v WHERE v.organ = m.organ ORDER BY v.valid_from DESC LIMIT 1) AS name
      FROM (SELECT unnest(:organs) AS organ, :year AS year, :scope AS scope) m
      LEFT JOIN (report r JOIN revision last ON last.report = r.id AND last.number = r.revision)
        ON r.organ = m.organ AND r.year = m.year - 1 AND r.scope = m.scope AND is_filed(r.state)
      WHERE NOT EXISTS (
          SELECT 1 FROM report r
          WHERE r.organ = m.organ AND r.year = m.year AND r.scope = m.scope
            AND is_filed(r.state))
        AND (last.document IS NOT NULL OR EXISTS (
          SELECT 1 FROM organ_version v
          WHERE v.organ = m.organ AND v.valid_from < make_date(m.year, 1, 1) AND v.valid_to >= make_date(m.year, 1, 1)))
      ORDER BY m.organ
      """;

  private static final String BY_ID =
      """
      SELECT r.id, v.document
      FROM report r JOIN revision v ON v.report = r.id AND v.number = r.revision
      WHERE r.id = ANY (:ids)
      """;

  /** A region has thousands of organs, but hardly ever a second government. */
  private static final String OF_SCOPE =
      """
      SELECT r.organ FROM report r
      WHERE r.region = :region AND r.year = :year AND r.scope = :scope AND r.organ <> :organ
        AND is_filed(r.state)
      ORDER BY r.organ LIMIT 10
      """;

  private static final String NAMES =
      "SELECT DISTINCT name FROM organ_version WHERE organ = ANY (:organs)";

  private static final String FORMER_NAMES =
      """
      SELECT name FROM organ_version
      WHERE organ = :organ
      GROUP BY name HAVING max(valid_to) <= make_date(:year, 1, 1)
      """;

  private static final String OTHER_NAMES =
      """
      SELECT DISTINCT v.name
      FROM region_within w JOIN organ_version v ON v.region = w.region
      WHERE w.within = :region AND v.organ <> ALL (:organs)
      """;

  private final Sql sql;
  private final StoredDocumentReader documents;

  OtherReportStore(Sql sql, StoredDocumentReader documents) {
    this.sql = sql;
    this.documents = documents;
  }

  /** Of each report those of the organ's years before last year, the newest first. */
  List<List<Content>> earlier(List<Content> reports) {
    List<List<Content>> of = new ArrayList<>();
    reports.forEach(report -> of.add(new ArrayList<>()));
    if (!reports.isEmpty()) {
      sql.statement(EARLIER)
          .bind("organs", reports.stream().map(Content::organ).toArray(String[]::new))
          .bind("years", reports.stream().mapToInt(Content::year).toArray())
          .bind("scopes", reports.stream().map(r -> r.scope().code()).toArray(String[]::new))
          .list(row -> of.get(row.getInt("place")).add(document(row)));
    }
    return of;
  }

  /** Organs that were merged into that of a report, as far as what they left belongs into it. */
  List<Merged> merged(List<String> organs, Content report) {
    return organs.isEmpty()
        ? List.of()
        : sql.statement(MERGED)
            .bind("organs", organs.toArray(String[]::new))
            .bind("year", report.year())
            .bind("scope", report.scope().code())
            .list(row -> new Merged(row.getString("organ"), row.getString("name"), document(row)));
  }

  /**
   * Codes of other organs that filed a report of the same scope, larger than their own, for the
   * region and year.
   */
  List<String> ofSameScope(String region, Content report) {
    return report.scope() == Scope.ORGAN
        ? List.of()
        : sql.statement(OF_SCOPE)
            .bind("region", region)
            .bind("year", report.year())
            .bind("scope", report.scope().code())
            .bind("organ", report.organ())
            .list(row -> row.getString("organ"));
  }

  Map<Long, Content> byId(Collection<Long> ids) {
    Map<Long, Content> found = new HashMap<>();
    if (!ids.isEmpty()) {
      sql.statement(BY_ID)
          .bind("ids", ids.stream().mapToLong(Long::longValue).toArray())
          .list(row -> found.put(row.getLong("id"), document(row)));
    }
    return found;
  }

  /** All names that organs ever had. */
  List<String> names(String... organs) {
    return sql.statement(NAMES).bind("organs", organs).list(row -> row.getString("name"));
  }

  /** Names of the organ that ended before the report's year. */
  List<String> formerNames(Content report) {
    return sql.statement(FORMER_NAMES)
        .bind("organ", report.organ())
        .bind("year", report.year())
        .list(row -> row.getString("name"));
  }

  /** All names that the other organs of a region, and of all below it, ever had. */
  List<String> otherNames(String region, String... organs) {
    return sql.statement(OTHER_NAMES)
        .bind("region", region)
        .bind("organs", organs)
        .list(row -> row.getString("name"));
  }

  private @Nullable Content document(ResultSet row) throws SQLException {
    String document = row.getString("document");
    return document == null ? null : documents.read(document);
  }
}
