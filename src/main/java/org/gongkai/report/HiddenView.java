package org.gongkai.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That what was published is hidden, as it is shown to those who may still see the report. */
@Schema(
    name = "HiddenReport",
    description = "By whom, when and why a published report was hidden. / 停止公布。",
    requiredProperties = {"at", "author", "reason"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record HiddenView(
    @Schema(description = "Since when", examples = "2026-03-02T08:30:00.123456Z") Instant at,
    @Schema(description = "Who hid it", examples = "区政务公开办 (gk_4f9a2c7b)") String author,
    @Schema(description = "Why, as the author says; readers are told", examples = "核实个人信息。")
        String reason) {

  static HiddenView of(ReportEvent hiding) {
    return new HiddenView(hiding.at(), hiding.author(), hiding.reason());
  }
}
