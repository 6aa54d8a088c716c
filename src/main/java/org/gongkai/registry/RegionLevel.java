package org.gongkai.registry;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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
  PROVINCE("省级", "Province", "省"),
  CITY("地级", "City (prefecture)", "市级", "地市级", "设区的市"),
  DISTRICT("县级", "District (county)", "区县级", "区县", "县区"),
  TOWNSHIP("乡级", "Township", "乡镇级", "乡镇", "街道");

  private final Text label;
  private final List<String> words;

  /**
   * A level.
   *
   * @param others what else it is called in Chinese
   */
  RegionLevel(String zh, String en, String... others) {
    this.label = new Text(zh, en);
    this.words = Stream.concat(Stream.of(zh), Stream.of(others)).toList();
  }

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Text label() {
    return label;
  }

  /** What it is called in Chinese tables. */
  List<String> words() {
    return words;
  }

  boolean isAbove(RegionLevel other) {
    return compareTo(other) < 0;
  }
}
