package org.gongkai.breakdown;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.WireCode;

/** What a number of a rollup is taken apart into. */
@Schema(name = "ContributionDivision", description = "What a number is divided by. / 明细分组。")
public enum PartBy implements WireCode {
  /** The regions directly below, and the organs of the region itself under its own code. */
  REGION,
  /** The organs, each with the revision of its report that is counted. */
  ORGAN,
  /** The leaf cells that a computed row or total adds. */
  CELL;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
