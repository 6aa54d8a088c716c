package org.gongkai.problem;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  private static final Text ONE_OF = new Text("须为以下之一：%s。", "One of: %s.");

  /** That one of these is wanted. */
  public static Text oneOf(Stream<String> codes) {
    return ONE_OF.with(codes.collect(Collectors.joining(", ")));
  }

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
