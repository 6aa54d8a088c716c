package org.gongkai.form;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.Text;

/**
 * A part of the form that is text.
 *
 * @param id its key; of a part of an object, the object's key and its own: {@code signature.name}
 */
@Schema(name = "FormPart", description = "A part of the form that is text. / 文字部分。")
public record Part(
    @Schema(
            description =
                "Its key in `narrative`; where it holds a dot, the key of an object there and the"
                    + " key in that",
            examples = "overview")
        String id,
    @Schema(description = "What it is in the report as it is printed", examples = "body")
        PartRole role,
    @Schema(description = "Its heading") Text label) {

  public Part {
    role = role == null ? PartRole.BODY : role;
  }
}
