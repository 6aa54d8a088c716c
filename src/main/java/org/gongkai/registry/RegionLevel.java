package org.gongkai.registry;

import java.util.Locale;
import org.gongkai.problem.Text;
import org.gongkai.problem.WireCode;

/** The levels of the administrative tree, highest first. */
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
