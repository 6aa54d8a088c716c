package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Notes, in the transaction at hand, what rollups must count differently from now on, added up.
 * They fold it into their sums later, and add what is not folded yet when they are asked.
 */
@ApplicationScoped
class TallyChanges {

  private final DeltaStore store;
  private final Backlog backlog;

  TallyChanges(DeltaStore store, Backlog backlog) {
    this.store = store;
    this.backlog = backlog;
  }

  /** After the reports have changed; what was noted before is not noted again. */
  void note(List<Report> reports, Instant now) {
    note(reports, Map.of(), now);
  }

  /**
   * The same where figures are at hand, which need not be looked up.
   *
   * @param said by the newest revisions of the reports
   */
  void note(List<Report> reports, Map<Revision.Key, CellSums> said, Instant now) {
    Map<DeltaStore.Place, DeltaStore.Delta> deltas = new LinkedHashMap<>();
    List<Counted.Change> unknown = new ArrayList<>();
    for (Report report : reports) {
      for (Counted.Change change : report.takeUncounted()) {
        CellSums known = said.get(new Revision.Key(report.id(), change.revision()));
        if (change.sign() < 0 || change.sign() > 0 && known == null) {
          unknown.add(change);
        } else {
          deltas
              .computeIfAbsent(DeltaStore.Place.of(change), p -> new DeltaStore.Delta())
              .add(change, change.sign() == 0 ? null : known);
        }
      }
    }
    if (!deltas.isEmpty()) {
      backlog.grown(store.append(deltas, now));
    }
    if (!unknown.isEmpty()) {
      backlog.grown(store.append(unknown, now));
    }
  }
}
