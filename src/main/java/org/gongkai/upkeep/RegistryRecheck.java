package org.gongkai.upkeep;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gongkai.platform.BackgroundWork;
import org.gongkai.platform.BackgroundWork.Background;
import org.gongkai.registry.OrgansChanged;
import org.gongkai.report.Backlog;
import org.gongkai.report.EventRecorder;
import org.gongkai.report.FilingContextStore;
import org.gongkai.report.Recheck;
import org.gongkai.report.ReportEventKind;
import org.gongkai.report.ReportsChanged;

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

  private final RecheckStore store;
  private final FilingContextStore contexts;
  private final Recheck recheck;
  private final EventRecorder eventRecorder;
  private final Backlog backlog;
  private final BackgroundWork work;

  RegistryRecheck(
      RecheckStore store,
      FilingContextStore contexts,
      Recheck recheck,
      EventRecorder eventRecorder,
      Backlog backlog,
      BackgroundWork work) {
    this.store = store;
    this.contexts = contexts;
    this.recheck = recheck;
    this.eventRecorder = eventRecorder;
    this.backlog = backlog;
    this.work = work;
  }

  void enter(@Observes OrgansChanged changed) {
    store.enter(changed.organs());
  }

  void enter(@Observes ReportsChanged changed) {
    List<ReportsChanged.ReportChanged> moved =
        changed.changes().stream().filter(change -> COMES_OR_GOES.contains(change.kind())).toList();
    if (!moved.isEmpty()) {
      store.enterBeside(moved);
    }
  }

  @Background
  @Scheduled(every = "{gongkai.recheck.every}", concurrentExecution = ConcurrentExecution.SKIP)
  void keepUp() {
    while (!work.stops() && !backlog.isFull() && judgeSome()) {
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
              List<Long> taken = store.take(BATCH);
              List<Long> ids = taken.stream().distinct().toList();
              contexts.hold(store.organs(ids));
              recheck.again(ids, eventRecorder.now());
              return taken.size() == BATCH;
            });
  }
}
