package org.gongkai.form;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.Text;

/** A code of a closed list, such as a channel or a unit, with what people call it. */
@Schema(name = "LabelledCode", description = "A code with its label. / 代码及名称。")
public record Choice(
    @Schema(description = "The code; never translated", examples = "website") String id,
    @Schema(description = "What it is called") Text label) {}
