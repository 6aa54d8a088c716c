package org.gongkai.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether what a government's report was made of has changed since. */
@Schema(
    name = "Staleness",
    description = "Whether the sums have changed since a government's report was written. / 是否过时。",
    requiredProperties = {"report", "basis", "writtenAt", "stale", "cells"})
record StalenessView(
    @Schema(description = "Id of the report", examples = "42") long report,
    @Schema(description = "Whose reports are counted", examples = "accepted") String basis,
    @Schema(
            description = "When its newest revision was written",
            examples = "2022-03-01T08:30:00.123456Z")
        Instant writtenAt,
    @Schema(description = "Whether any cell has changed", examples = "true") boolean stale,
    @Schema(description = "The cells of which the sum has changed since, in the form's order")
        List<StaleCell> cells) {

  @Schema(
      name = "StaleCell",
      description = "A cell of which the sum has changed. / 汇总数已变化的单元格。",
      requiredProperties = {"path", "label"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StaleCell(
      @Schema(description = "Path of the cell", examples = "applications.received.total")
          String path,
      @Schema(description = "As the form prints it", examples = "一、本年新收政府信息公开申请数量 / 总计")
          String label,
      @Schema(
              description = "The sum when the report was written; absent where nothing was stated",
              examples = "60")
          @Nullable BigDecimal was,
      @Schema(description = "The sum now; absent where nothing is stated", examples = "61")
          @Nullable BigDecimal now,
      @Schema(
              description = "What the report states; absent where it states no number",
              examples = "60")
          @Nullable BigDecimal stated) {}
}
