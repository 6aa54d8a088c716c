package org.gongkai.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The packaged file of an edition, as text to be changed: written out, with what it includes in its
 * place, so that one text says all that the edition says.
 */
public final class FormFileTexts {

  private FormFileTexts() {}

  public static String of(String file) {
    byte[] bytes = packaged(file + ".yaml");
    return FormFile.included(file, bytes).isEmpty()
        ? new String(bytes, StandardCharsets.UTF_8)
        : WrittenOut.of(FormFile.whole(file, bytes, FormFileTexts::packaged));
  }

  /** As it lies in the package. */
  static byte[] packaged(String name) {
    try (var file = Forms.class.getResourceAsStream("/forms/" + name)) {
      return file.readAllBytes();
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
        "id: X-JUMP\n    version: 4",
        "id: X-JUMP\n    version: 5",
        "factor: 5\n",
        "factor: 2\n");
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
