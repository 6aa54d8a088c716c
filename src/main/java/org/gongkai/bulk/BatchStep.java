package org.gongkai.bulk;

import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.gongkai.problem.ProblemException;
import org.gongkai.report.FilingContext;
import org.gongkai.report.HandInDay;
import org.gongkai.report.Report;
import org.gongkai.report.ReportEvent;
import org.gongkai.report.Transition;
import org.jspecify.annotations.Nullable;

/**
 * What is done to each report of a batch.
 *
 * @param <I> what the batch says of a report
 */
interface BatchStep<I extends BatchItem> {

  /** What it is done for, in the caller's words, or null. */
  @Nullable String reason(I item);

  /**
   * Whether anything changes by it.
   *
   * @throws ProblemException where it is not possible
   */
  boolean changes(Report report, I item);

  void take(Report report, I item, ReportEvent.Act act);

  /** Accepts, or publishes. */
  record Decide(Transition transition) implements BatchStep<BatchForm.Item> {

    @Override
    public @Nullable String reason(BatchForm.Item item) {
      return null;
    }

    @Override
    public boolean changes(Report report, BatchForm.Item item) {
      transition.requireFrom(report.state());
      return true;
    }

    @Override
    public void take(Report report, BatchForm.Item item, ReportEvent.Act act) {
      report.take(transition, act.at());
      report.addEvent(transition.kind(), act, null);
    }
  }

  /** States on which day it was handed in before the service was there. */
  final class State implements BatchStep<HandInBatchForm.Item> {

    private final Supplier<Set<FilingContext.Key>> ofClosedOrgans;
    private @Nullable Set<FilingContext.Key> closed;

    /**
     * Of some reports.
     *
     * @param ofClosedOrgans those whose organs were closed in the report's year; asked once, when
     *     the organs are held
     */
    State(Supplier<Set<FilingContext.Key>> ofClosedOrgans) {
      this.ofClosedOrgans = ofClosedOrgans;
    }

    @Override
    public @Nullable String reason(HandInBatchForm.Item item) {
      return item.reason() == null ? null : item.reason().strip();
    }

    @Override
    public boolean changes(Report report, HandInBatchForm.Item item) {
      HandInDay stated = new HandInDay(item.day(), item.reason());
      return !Objects.equals(
          stated.requiredFor(report, isClosed(report)), report.dates().handedInOn());
    }

    private boolean isClosed(Report report) {
      Set<FilingContext.Key> known = closed;
      if (known == null) {
        known = ofClosedOrgans.get();
        closed = known;
      }
      return known.contains(report.key());
    }

    @Override
    public void take(Report report, HandInBatchForm.Item item, ReportEvent.Act act) {
      HandInDay.state(item.day(), report, act);
    }
  }
}
