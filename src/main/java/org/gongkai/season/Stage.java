package org.gongkai.season;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.Text;
import org.gongkai.problem.WireCode;

/** How far an organ has come: the state of its report, or that there is none. */
@Schema(
    name = "FilingStage",
    description =
        "How far an organ has come. / 报告进度。 notStarted 未开始, draft 草稿, submitted 已提交, withdrawn 已撤回,"
            + " returned 已退回, accepted 已审核, published 已发布, reopened 已重新开放.")
public enum Stage implements WireCode {
  NOT_STARTED("notStarted", "提交", "submit"),
  DRAFT("draft", "完成并提交", "complete and submit"),
  SUBMITTED("submitted", "提交", "submit"),
  WITHDRAWN("withdrawn", "重新提交", "resubmit"),
  RETURNED("returned", "修改并重新提交", "revise and resubmit"),
  ACCEPTED("accepted", "提交", "submit"),
  PUBLISHED("published", "提交", "submit"),
  REOPENED("reopened", "更正并重新提交", "correct and resubmit");

  private final String code;
  private final Text toDo;

  Stage(String code, String zh, String en) {
    this.code = code;
    this.toDo = new Text(zh, en);
  }

  @Override
  public String code() {
    return code;
  }

  /** What is asked of an organ that has not filed. */
  Text toDo() {
    return toDo;
  }
}
