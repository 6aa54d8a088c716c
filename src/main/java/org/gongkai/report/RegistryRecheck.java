package org.gongkai.report;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gongkai.platform.Sql;
import org.gongkai.registry.OrgansChanged;

/**
 * Judges reports again when the registry says something else of their organ, or when another report
 * that they are held against has come or gone: a merger that was entered after the report explains
 * what did not join, and so does a report of the organ that was merged. It is done afterwards, some
 * at a time, as an import may change every organ of the nation.
 */
@ApplicationScoped
public class RegistryRecheck {

  private static final int BATCH = 50;

  /** What makes a report one that others are held against, or no longer. */
  private static final Set<ReportEventKind> COMES_OR_GOES =
      EnumSet.of(
          ReportEventKind.SUBMITTED,
          ReportEventKind.WITHDRAWN,
          ReportEventKind.RETURNED,
          ReportEventKind.REOPENED);

  private static final String ENTER =
      """
      INSERT INTO rejudging (report)
      SELECT r.id FROM report r
      WHERE r.organ = ANY (?)
        OR r.organ IN (SELECT v.successor FROM organ_version v WHERE v.organ = ANY (?) AND v.successor IS NOT NULL)
      ORDER BY r.id
      """;

  /**
   * Those of the same region, year and scope beyond the organ's own, and those of the organ that
   * the one that filed was merged into, of the year and the next.
   */
  private static final String ENTER_BESIDE =
      """
      INSERT INTO rejudging (report)
      SELECT r.id
      FROM unnest(?, ?, ?, ?) AS c (organ, region, year, scope)
      CROSS JOIN LATERAL (
        SELECT r.id FROM report r
        WHERE r.region = c.region AND r.year = c.year AND r.scope = c.scope AND r.organ <> c.organ
        LIMIT 20) r
      WHERE c.scope <> 'organ'
      UNION
      SELECT r.id
      FROM unnest(?, ?, ?) AS c (organ, year, scope)
      CROSS JOIN LATERAL (
        SELECT v.successor FROM organ_version v
        WHERE v.organ = c.organ AND v.successor IS NOT NULL
        LIMIT 20) v
      CROSS JOIN LATERAL (
        SELECT r.id FROM report r
        WHERE r.organ = v.successor AND r.year BETWEEN c.year AND c.year + 1 AND r.scope = c.scope
        LIMIT 2) r
      ORDER BY 1
      """;

  private static final String TAKE =
      """
      DELETE FROM rejudging
      WHERE id IN (SELECT id FROM rejudging ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED)
      RETURNING report
      """;

  private final Sql sql;
  private final FilingContextStore grounds;
  private final ReportRepository reports;
  private final AdjacentYears adjacentYears;
  private final EventRecorder eventRecorder;
  private final Backlog backlog;

  RegistryRecheck(
      Sql sql,
      FilingContextStore grounds,
      ReportRepository reports,
      AdjacentYears adjacentYears,
      EventRecorder eventRecorder,
      Backlog backlog) {
    this.sql = sql;
    this.grounds = grounds;
    this.reports = reports;
    this.adjacentYears = adjacentYears;
    this.eventRecorder = eventRecorder;
    this.backlog = backlog;
  }

  void enter(@Observes OrgansChanged changed) {
    String[] organs = changed.organs().toArray(String[]::new);
    sql.update(ENTER, organs, organs);
  }

  void enter(@Observes ReportsChanged changed) {
    List<ReportsChanged.ReportChanged> moved =
        changed.changes().stream().filter(change -> COMES_OR_GOES.contains(change.kind())).toList();
    if (moved.isEmpty()) {
      return;
    }
    String[] organs =
        moved.stream().map(ReportsChanged.ReportChanged::organ).toArray(String[]::new);
    int[] years = moved.stream().mapToInt(ReportsChanged.ReportChanged::year).toArray();
    String[] scopes = moved.stream().map(c -> c.scope().code()).toArray(String[]::new);
    sql.update(
        ENTER_BESIDE,
        organs,
        moved.stream().map(ReportsChanged.ReportChanged::region).toArray(String[]::new),
        years,
        scopes,
        organs,
        years,
        scopes);
  }

  @Scheduled(every = "{gongkai.rejudging.every}", concurrentExecution = ConcurrentExecution.SKIP)
  void keepUp() {
    while (!backlog.isFull() && judgeSome()) {
      // until less than a batch is left
    }
  }

  /**
   * Judges some that wait.
   *
   * @return whether there may be more
   */
  public boolean judgeSome() {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              List<Long> taken = sql.list(TAKE, row -> row.getLong(1), BATCH);
              List<Long> ids = taken.stream().distinct().sorted().toList();
              grounds.hold(
                  ids.stream()
                      .flatMap(id -> reports.organOf(id).stream())
                      .distinct()
                      .toArray(String[]::new));
              ids.forEach(
                  id -> adjacentYears.judgeAgain(reports.findById(id), eventRecorder.now()));
              return taken.size() == BATCH;
            });
  }
}
