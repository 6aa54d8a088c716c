package org.gongkai.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.persistence.Converter;
import java.util.Locale;
import org.gongkai.platform.CodeColumn;
import org.gongkai.platform.Parameters;
import org.gongkai.problem.Text;
import org.gongkai.problem.WireCode;

/** Where a report stands. */
public enum ReportState implements WireCode {
  /** Being written: it may break any rule and no rollup counts it. */
  DRAFT(new Text("草稿", "a draft")),
  /** Handed in: it satisfies every hard rule that is not waived, and rollups count it. */
  SUBMITTED(new Text("已提交", "submitted")),
  /** Taken back by the organ before acceptance; not counted until it is submitted again. */
  WITHDRAWN(new Text("已撤回", "withdrawn")),
  /** Sent back by the office with reasons; not counted until it is submitted again. */
  RETURNED(new Text("已退回", "returned")),
  /** Found in order by the office. It cannot be corrected unless it is reopened. */
  ACCEPTED(new Text("已审核", "accepted")),
  /** Made public. It cannot be corrected unless it is reopened. */
  PUBLISHED(new Text("已发布", "published")),
  /** Opened again by the office after acceptance; not counted until it is submitted again. */
  REOPENED(new Text("已重新开放", "reopened"));

  private final Text label;

  ReportState(Text label) {
    this.label = label;
  }

  /** What people call it. */
  public Text label() {
    return label;
  }

  /** Whether the content can be worked on. */
  public boolean isOpen() {
    return this == DRAFT || this == WITHDRAWN || this == RETURNED || this == REOPENED;
  }

  /** Whether it is handed in and neither taken nor sent back. */
  boolean isFiled() {
    return this == SUBMITTED || this == ACCEPTED || this == PUBLISHED;
  }

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static ReportState ofCode(String code) {
    return Parameters.choice(code, ReportState.class)
        .orElseThrow(() -> new IllegalArgumentException(code));
  }

  /** How a state is kept. */
  @Converter(autoApply = true)
  static class StateColumn extends CodeColumn<ReportState> {

    StateColumn() {
      super(ReportState.class);
    }
  }
}
