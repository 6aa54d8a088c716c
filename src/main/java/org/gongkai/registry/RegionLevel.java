package org.gongkai.registry;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.Text;
import org.gongkai.problem.WireCode;

/** The levels of the administrative tree, highest first. */
@Schema(
    name = "RegionLevel",
    description =
        "Level of a region. / 行政区划级别。 nation 国家, province 省级, city 地级, district 县级, township 乡级.")
public enum RegionLevel implements WireCode {
  NATION("国家", "Nation"),
  PROVINCE("省级", "Province"),
  CITY("地级", "City (prefecture)"),
  DISTRICT("县级", "District (county)"),
  TOWNSHIP("乡级", "Township");

  private final Text label;

  RegionLevel(String zh, String en) {
    this.label = new Text(zh, en);
  }

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Text label() {
    return label;
  }

  boolean isAbove(RegionLevel other) {
    return compareTo(other) < 0;
  }
}
