package org.gongkai.report;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.gongkai.platform.Sql;
import org.gongkai.registry.OrgansChanged;

/**
 * Judges reports again when the registry says something else of their organ: a merger that was
 * entered after the report explains what did not join. It is done afterwards, some at a time, as an
 * import may change every organ of the nation.
 */
@ApplicationScoped
class RegistryRejudging {

  private static final int BATCH = 50;

  private static final String ENTER =
      """
      INSERT INTO rejudging (report)
      SELECT r.id FROM report r
      WHERE r.organ = ANY (?)
        OR r.organ IN (SELECT v.successor FROM organ_version v WHERE v.organ = ANY (?) AND v.successor IS NOT NULL)
      ORDER BY r.id
      """;

  private static final String TAKE =
      """
      DELETE FROM rejudging
      WHERE id IN (SELECT id FROM rejudging ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED)
      RETURNING report
      """;

  private final Sql sql;
  private final GroundStore grounds;
  private final ReportRepository reports;
  private final Neighbours neighbours;
  private final Chronicle chronicle;
  private final Backlog backlog;

  RegistryRejudging(
      Sql sql,
      GroundStore grounds,
      ReportRepository reports,
      Neighbours neighbours,
      Chronicle chronicle,
      Backlog backlog) {
    this.sql = sql;
    this.grounds = grounds;
    this.reports = reports;
    this.neighbours = neighbours;
    this.chronicle = chronicle;
    this.backlog = backlog;
  }

  void enter(@Observes OrgansChanged changed) {
    String[] organs = changed.organs().toArray(String[]::new);
    sql.update(ENTER, organs, organs);
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
  boolean judgeSome() {
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
              ids.forEach(id -> neighbours.judgeAgain(reports.findById(id), chronicle.now()));
              return taken.size() == BATCH;
            });
  }
}
