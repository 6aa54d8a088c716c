package org.gongkai.problem;

import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A text for people, in both languages.
 *
 * @param zh Chinese; where an official label exists, exactly that
 * @param en English, in the field's standard terms
 */
@Schema(
    name = "BilingualText",
    description = "A text for people, in both languages. / 中英文文字。",
    requiredProperties = {"zh", "en"})
public record Text(
    @Schema(description = "In Chinese; an official label to the letter where there is one")
        String zh,
    @Schema(description = "In English") String en) {

  public String in(Language language) {
    return switch (language) {
      case ZH -> zh;
      case EN -> en;
    };
  }

  /** Fills {@code %s} places of both languages with the same values, texts each in its own. */
  public Text with(Object... values) {
    return new Text(zh.formatted(in(Language.ZH, values)), en.formatted(in(Language.EN, values)));
  }

  private static Object[] in(Language language, Object[] values) {
    return Arrays.stream(values).map(v -> v instanceof Text t ? t.in(language) : v).toArray();
  }
}
