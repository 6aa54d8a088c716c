package org.gongkai.registry;

import java.util.List;
import org.gongkai.problem.Text;

/** Something that is doubtful about an organ or a region, and is kept all the same. */
record Warning(String code, Text message) {

  /** Other organs of the region are called the same at the same time. */
  static Warning sameName(List<String> organs) {
    return new Warning(
        "same-name",
        new Text(
                "同一行政区划在同一时间另有同名的机关：%s；请核对是否重复登记。",
                "Called the same as %s, in the same region at the same time: see whether it is"
                    + " registered twice.")
            .with(String.join(", ", organs)));
  }
}
