package org.gongkai.tally;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.WireCode;

/** What a rollup is divided by. */
@Schema(name = "RollupDivision", description = "What a rollup is divided by. / 汇总分组。")
public enum By implements WireCode {
  /** One sum for the region, in each year. */
  NONE,
  /** A sum for each region directly below, and one for the organs of the region itself. */
  REGION,
  /** A sum for each organ. */
  ORGAN,
  /** A sum for the organs of all regions of a level: provinces, cities, districts, townships. */
  LEVEL,
  /** A series: one sum for the region in each year, from 2019 on unless said otherwise. */
  YEAR;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether rows are of other places than the region that is asked for. */
  public boolean hasPlaces() {
    return this == REGION || this == ORGAN || this == LEVEL;
  }
}
