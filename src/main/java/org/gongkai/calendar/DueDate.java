package org.gongkai.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The last day for a group of reports in a region, and where it comes from. */
@Schema(
    name = "DueDate",
    description = "The last day for a group of reports, and where it comes from. / 截止日期及其来源。",
    requiredProperties = {"due", "legal", "source"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record DueDate(
    @Schema(description = "The date in force; the whole day counts / 截止日期", examples = "2026-01-20")
        LocalDate due,
    @Schema(description = "The date of the law / 法定截止日期", examples = "2026-01-31") LocalDate legal,
    @Schema(description = "Where `due` comes from / 来源", examples = "region") DueSource source,
    @Schema(description = "The region that set it; absent where the law did", examples = "371000")
        @Nullable String region,
    @Schema(description = "Name of that region / 区划名称", examples = "威海市")
        @Nullable String regionName,
    @Schema(
            description = "The date that this region itself has set; absent where it has none",
            examples = "2026-01-25")
        @Nullable LocalDate own) {}
