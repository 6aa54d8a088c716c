package org.gongkai.bulk;

import java.util.Objects;
import java.util.Set;
import org.gongkai.problem.ProblemException;
import org.gongkai.report.HandInDay;
import org.gongkai.report.Report;
import org.gongkai.report.ReportEvent;
import org.gongkai.report.Transition;

/**
 * What is done to each report of a batch.
 *
 * @param <I> what the batch says of a report
 */
interface BatchStep<I extends BatchItem> {

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

  /**
   * States on which day it was handed in before the service was there.
   *
   * @param closed reports of organs that were closed in the report's year
   */
  record State(Set<Long> closed) implements BatchStep<HandInBatchForm.Item> {

    @Override
    public boolean changes(Report report, HandInBatchForm.Item item) {
      return !Objects.equals(
          stated(item).requiredFor(report, closed.contains(report.id())),
          report.dates().handedInOn());
    }

    @Override
    public void take(Report report, HandInBatchForm.Item item, ReportEvent.Act act) {
      HandInDay.state(
          item.day(), report, new ReportEvent.Act(act.author(), item.reason().strip(), act.at()));
    }

    private static HandInDay stated(HandInBatchForm.Item item) {
      return new HandInDay(item.day(), item.reason());
    }
  }
}
