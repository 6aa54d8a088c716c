package org.gongkai.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stated day of handing in, as it is shown: always with who stated it. */
@Schema(
    name = "StatedHandInDay",
    description =
        "On which day a report was handed in before there was this service, as an office states it."
            + " / 主管部门载明的当年提交日期。",
    requiredProperties = {"day", "author", "at"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record HandInDayView(
    @Schema(description = "The day", examples = "2022-01-20") LocalDate day,
    @Schema(description = "Who states it", examples = "区政务公开办 (gk_4f9a2c7b)") String author,
    @Schema(description = "When that was stated", examples = "2026-03-02T08:30:00.123456Z")
        Instant at,
    @Schema(description = "By what, as the author says", examples = "据纸质收文登记。") String reason) {

  /** Empty where the event states none. */
  static Optional<HandInDayView> of(ReportEvent event) {
    return event.kind() == ReportEventKind.DATED && event.detail() != null
        ? Optional.of(
            new HandInDayView(
                HandInDay.read(event.detail()), event.author(), event.at(), event.reason()))
        : Optional.empty();
  }
}
