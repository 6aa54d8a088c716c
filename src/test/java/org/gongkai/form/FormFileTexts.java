package org.gongkai.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The packaged file of an edition, as text to be changed. */
public final class FormFileTexts {

  private FormFileTexts() {}

  public static String of(String edition) {
    try (var file = Forms.class.getResourceAsStream("/forms/" + edition + ".yaml")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The packaged file with other words, each of which it must have. */
  public static String of(String edition, String... replacements) {
    String text = of(edition);
    for (int i = 0; i < replacements.length; i += 2) {
      if (!text.contains(replacements[i])) {
        throw new IllegalArgumentException("not in the file: " + replacements[i]);
      }
      text = text.replace(replacements[i], replacements[i + 1]);
    }
    return text;
  }

  /** The rules on jumps, twice as strict, as another version. */
  public static String stricterJump(String edition) {
    return of(
        edition,
        "version: 1\ndocument",
        "version: 2\ndocument",
        "id: X-JUMP\n    version: 3",
        "id: X-JUMP\n    version: 4",
        "factor: 5\n",
        "factor: 2\n");
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
