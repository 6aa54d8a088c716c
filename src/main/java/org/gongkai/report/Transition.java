package org.gongkai.report;

import java.util.EnumSet;
import java.util.Set;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Text;

/** A step in the life of a report: from which states it can be taken, and to which it leads. */
public enum Transition {
  /** By the organ: hands in the newest revision. */
  SUBMISSION(
      EnumSet.of(
          ReportState.DRAFT, ReportState.RETURNED, ReportState.WITHDRAWN, ReportState.REOPENED),
      ReportState.SUBMITTED,
      ReportEventKind.SUBMITTED,
      new Text("提交", "submitted")),
  /** By the organ, before acceptance; a draft that was filed by mistake too. */
  WITHDRAWAL(
      EnumSet.of(ReportState.DRAFT, ReportState.SUBMITTED),
      ReportState.WITHDRAWN,
      ReportEventKind.WITHDRAWN,
      new Text("撤回", "withdrawn")),
  /** By the office, with reasons. */
  RETURN(
      EnumSet.of(ReportState.SUBMITTED),
      ReportState.RETURNED,
      ReportEventKind.RETURNED,
      new Text("退回", "returned")),
  /** By the office. */
  ACCEPTANCE(
      EnumSet.of(ReportState.SUBMITTED),
      ReportState.ACCEPTED,
      ReportEventKind.ACCEPTED,
      new Text("审核通过", "accepted")),
  /** By the office. */
  PUBLICATION(
      EnumSet.of(ReportState.ACCEPTED),
      ReportState.PUBLISHED,
      ReportEventKind.PUBLISHED,
      new Text("发布", "published")),
  /** By the office, after acceptance. */
  REOPENING(
      EnumSet.of(ReportState.ACCEPTED, ReportState.PUBLISHED),
      ReportState.REOPENED,
      ReportEventKind.REOPENED,
      new Text("重新开放", "reopened"));

  private final Set<ReportState> from;
  private final ReportState to;
  private final ReportEventKind kind;
  private final Text done;

  Transition(Set<ReportState> from, ReportState to, ReportEventKind kind, Text done) {
    this.from = from;
    this.to = to;
    this.kind = kind;
    this.done = done;
  }

  ReportState to() {
    return to;
  }

  public ReportEventKind kind() {
    return kind;
  }

  /**
   * Refuses the step where the report is in another state.
   *
   * @throws ProblemException {@code state-conflict} with the state
   */
  public void requireFrom(ReportState state) {
    if (!from.contains(state)) {
      throw ProblemException.of(
              ProblemType.STATE_CONFLICT,
              new Text("报告当前状态为“%s”，不能%s。", "The report is %s and cannot be %s.")
                  .with(state.label(), done))
          .with("state", language -> state.code());
    }
  }
}
