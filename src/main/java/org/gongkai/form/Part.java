package org.gongkai.form;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.Text;

/** A part of the form that is text. */
@Schema(name = "FormPart", description = "A part of the form that is text. / 文字部分。")
public record Part(
    @Schema(description = "Its key in `narrative`", examples = "overview") String id,
    @Schema(description = "Its heading") Text label) {}
