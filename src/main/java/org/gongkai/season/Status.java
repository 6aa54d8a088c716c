package org.gongkai.season;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.WireCode;

/** Whether an organ has done its duty for a year. */
@Schema(
    name = "FilingStatus",
    description =
        "Whether an organ has filed in time. / 报送情况。 onTime 按时, late 逾期报送, missing 逾期未报, pending"
            + " 未到期未报, exempt 免报, unexpected 无需报送而报送.")
public enum Status implements WireCode {
  ON_TIME("onTime"),
  LATE("late"),
  MISSING("missing"),
  PENDING("pending"),
  EXEMPT("exempt"),
  UNEXPECTED("unexpected");

  private final String code;

  Status(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
