package org.gongkai.calendar;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That no report of a year is expected of an organ, with the reason. */
@Schema(
    name = "Exemption",
    description = "No report of the year is expected of the organ. / 免予报送。",
    requiredProperties = {"reason", "author", "madeAt"})
record Exemption(
    @Schema(
            description = "Why it is exempt, in the words of the office / 理由",
            examples = "涉密单位，依法不公开")
        String reason,
    @Schema(description = "The key that granted it / 办理人", examples = "环翠区政府办公室 (gk_ab12cd34)")
        String author,
    @Schema(
            description = "When it was entered, in UTC / 办理时间",
            examples = "2026-01-20T08:30:00.123456Z")
        Instant madeAt) {}
