package org.gongkai.calendar;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** More time for one organ, with the reason. */
@Schema(
    name = "Extension",
    description = "More time for an organ to file its own report of a year. / 准予延期。",
    requiredProperties = {"due", "reason", "author", "madeAt"})
record Extension(
    @Schema(description = "Last day / 延期至", examples = "2026-02-15") LocalDate due,
    @Schema(
            description = "Why it was extended, in the words of the office / 理由",
            examples = "机构改革，印章更换")
        String reason,
    @Schema(description = "The key that granted it / 办理人", examples = "环翠区政府办公室 (gk_ab12cd34)")
        String author,
    @Schema(
            description = "When it was granted, in UTC / 办理时间",
            examples = "2026-01-20T08:30:00.123456Z")
        Instant madeAt) {}
