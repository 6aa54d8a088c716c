package org.gongkai.calendar;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.WireCode;

/** Where the date in force comes from. */
@Schema(
    name = "DueSource",
    description = "Where a date comes from. / 日期来源。 legal 条例规定, region 某一行政区划的通知, extension 准予延期.")
public enum DueSource implements WireCode {
  LEGAL,
  REGION,
  EXTENSION;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
