package org.gongkai.registry;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.Language;
import org.gongkai.problem.Text;

/** A doubt about an organ or a region that does not prevent registration. */
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

  /** A warning in the caller's language. */
  @Schema(
      name = "RegistryWarning",
      description = "Something doubtful that was kept all the same. / 存疑事项。")
  record WarningView(
      @Schema(
              description = "Code of the warning; it never changes, as its text may",
              examples = "check-character")
          String code,
      @Schema(
              description = "What is doubtful",
              examples = "统一社会信用代码的校验码不符：第 18 位按前 17 位计算应为 8，请核对。")
          String message) {

    static List<WarningView> of(List<Warning> warnings, Language language) {
      return warnings.stream()
          .map(w -> new WarningView(w.code(), w.message().in(language)))
          .toList();
    }
  }
}
