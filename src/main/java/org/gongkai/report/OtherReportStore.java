package org.gongkai.report;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.form.Content;
import org.gongkai.platform.Sql;

/** Looks up documents of other reports, and names, for the few reports that need them. */
@Singleton
class OtherReportStore {

  /** The four years before last year. */
  private static final String EARLIER =
      """
      SELECT w.place - 1, v.document
      FROM unnest(?, ?, ?) WITH ORDINALITY AS w (organ, year, scope, place)
      CROSS JOIN LATERAL (
        SELECT r.id, r.revision, r.year FROM report r
        WHERE r.organ = w.organ AND r.scope = w.scope AND r.year BETWEEN w.year - 5 AND w.year - 2
          AND r.state IN ('submitted', 'accepted', 'published')
        LIMIT 4) r
      CROSS JOIN LATERAL (
        SELECT n.document FROM revision n WHERE n.report = r.id AND n.number = r.revision LIMIT 1) v
      ORDER BY w.place, r.year DESC
      """;

  private static final String OF_ORGANS =
      """
      SELECT v.document
      FROM report r
      CROSS JOIN LATERAL (
        SELECT n.document FROM revision n WHERE n.report = r.id AND n.number = r.revision LIMIT 1) v
      WHERE r.organ = ANY (?) AND r.year = ? AND r.scope = ? AND r.state IN ('submitted', 'accepted', 'published')
      ORDER BY r.organ
      """;

  private static final String BY_ID =
      """
      SELECT r.id, v.document
      FROM report r
      CROSS JOIN LATERAL (
        SELECT n.document FROM revision n WHERE n.report = r.id AND n.number = r.revision LIMIT 1) v
      WHERE r.id = ANY (?)
      """;

  private static final String NAMES =
      "SELECT DISTINCT name FROM organ_version WHERE organ = ANY (?)";

  private static final String OTHER_NAMES =
      """
      SELECT DISTINCT v.name
      FROM region_within w JOIN organ_version v ON v.region = w.region
      WHERE w.within = ? AND v.organ <> ALL (?)
      """;

  private final Sql sql;
  private final Submitted.Reader reader;

  OtherReportStore(Sql sql, Submitted.Reader reader) {
    this.sql = sql;
    this.reader = reader;
  }

  /** Of each report those of the organ's years before last year, the newest first. */
  List<List<Content>> earlier(List<Content> reports) {
    List<List<Content>> of = new ArrayList<>();
    reports.forEach(report -> of.add(new ArrayList<>()));
    if (!reports.isEmpty()) {
      sql.list(
          EARLIER,
          row -> of.get(row.getInt(1)).add(reader.readAgain(row.getString(2))),
          reports.stream().map(Content::organ).toArray(String[]::new),
          reports.stream().mapToInt(Content::year).toArray(),
          reports.stream().map(r -> r.scope().code()).toArray(String[]::new));
    }
    return of;
  }

  /** Last year's reports of organs that were merged into that of a report. */
  List<Content> merged(List<String> organs, Content report) {
    return organs.isEmpty()
        ? List.of()
        : sql.list(
            OF_ORGANS,
            row -> reader.readAgain(row.getString(1)),
            organs.toArray(String[]::new),
            report.year() - 1,
            report.scope().code());
  }

  Map<Long, Content> byId(Collection<Long> ids) {
    Map<Long, Content> found = new HashMap<>();
    if (!ids.isEmpty()) {
      sql.list(
          BY_ID,
          row -> found.put(row.getLong(1), reader.readAgain(row.getString(2))),
          (Object) ids.stream().mapToLong(Long::longValue).toArray());
    }
    return found;
  }

  /** All names that organs ever had. */
  List<String> names(String... organs) {
    return sql.list(NAMES, row -> row.getString(1), (Object) organs);
  }

  /** All names that the other organs of a region, and of all below it, ever had. */
  List<String> otherNames(String region, String... organs) {
    return sql.list(OTHER_NAMES, row -> row.getString(1), region, organs);
  }
}
