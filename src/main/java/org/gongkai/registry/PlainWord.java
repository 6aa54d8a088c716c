package org.gongkai.registry;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.gongkai.problem.WireCode;
import org.jspecify.annotations.Nullable;

/**
 * A word as people type it in a table, without what makes no difference: case, blanks, signs, wide
 * letters, and the remark that a column must be filled in.
 */
final class PlainWord {

  private static final Pattern REMARK = Pattern.compile("[(（](?:必填|选填)[)）]");
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]");

  private PlainWord() {}

  static String of(String word) {
    String bare = REMARK.matcher(word).replaceAll("");
    return NO_LETTER
        .matcher(Normalizer.normalize(bare, Normalizer.Form.NFKC))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }

  /**
   * The code of the choice that a cell means: the code itself, to the letter, or one of the words
   * for it. A cell that means none is given back as it is.
   */
  static <E extends Enum<E> & WireCode> @Nullable String code(
      @Nullable String cell, Class<E> choices, Function<E, List<String>> words) {
    if (cell == null) {
      return null;
    }
    String plain = of(cell);
    Optional<E> meant =
        Arrays.stream(choices.getEnumConstants())
            .filter(c -> words.apply(c).stream().anyMatch(w -> of(w).equals(plain)))
            .findFirst();
    return meant.map(WireCode::code).orElse(cell);
  }
}
