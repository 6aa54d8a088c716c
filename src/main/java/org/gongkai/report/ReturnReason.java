package org.gongkai.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a report is returned, and at which place. */
@Schema(
    name = "ReturnReason",
    description = "Why a report is returned, and at which place. / 退回理由及所指单元格。",
    requiredProperties = {"text"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReturnReason(
    @Schema(
            description =
                "The place that it is pinned to: a cell, a row of `narrative`, a section; left out,"
                    + " the report as a whole",
            examples = "applications.received.naturalPerson")
        String path,
    @Schema(description = "What is to be done", maxLength = 2000, examples = "与台账不符，请核对。")
        String text,
    @Schema(
            description = "The place as the form prints it; said by the service",
            readOnly = true,
            examples = "一、本年新收政府信息公开申请数量 / 自然人")
        String label) {}
