package org.gongkai.calendar;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.WireCode;

/** Where the date in force comes from. */
@Schema(
    name = "DueSource",
    description = "Where a date comes from. / 日期来源。 legal 条例规定, region 某一行政区划的通知, extension 准予延期.")
public enum DueSource implements WireCode {
  /** Article 49 of the regulation: organs by 31 January, governments by 31 March. */
  LEGAL,
  /** An earlier date that the region or one above it set. */
  REGION,
  /** A later date that an office granted this organ. */
  EXTENSION;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
