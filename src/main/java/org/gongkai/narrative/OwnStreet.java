package org.gongkai.narrative;

import java.util.Objects;
import java.util.regex.Pattern;
import org.gongkai.language.Glyphs;
import org.gongkai.language.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * How a street office calls itself in its own report: 石桥街道共收到7件, and 街道共收到7件 where a clause opens
 * so. In every other place, and by every other name, it is of another street or of all of them.
 */
final class OwnStreet {

  private static final String GOVERNMENT = "人民政府";
  private static final String STREET = "街道";

  private final @Nullable Phrase named;
  private final Phrase bare;

  private OwnStreet(@Nullable Phrase named, Phrase bare) {
    this.named = named;
    this.bare = bare;
  }

  /** Of a street office with this name; of a name without a street in it, or null, none. */
  static @Nullable OwnStreet of(Lexicon lexicon, @Nullable String office) {
    int end = office == null ? -1 : Glyphs.read(office).lastIndexOf(STREET);
    if (end < 0 || lexicon.ownStreet == null || lexicon.ownStreetName == null) {
      return null;
    }
    String name = Glyphs.read(Objects.requireNonNull(office)).substring(0, end);
    String own = name.substring(lastOfRegion(name) + 1);
    return new OwnStreet(
        own.isEmpty()
            ? null
            : Phrase.of(lexicon.ownStreetName.replace("{street}", Pattern.quote(own + STREET))),
        lexicon.ownStreet);
  }

  /** 某市某某区石桥街道 is called 石桥街道 too. */
  private static int lastOfRegion(String name) {
    int last =
        name.lastIndexOf(GOVERNMENT) < 0
            ? -1
            : name.lastIndexOf(GOVERNMENT) + GOVERNMENT.length() - 1;
    for (int i = Math.max(1, last + 1); i < name.length() - 1; i++) {
      if ("省市区县旗州".indexOf(name.charAt(i)) >= 0) {
        last = i;
      }
    }
    return last;
  }

  boolean isNamedIn(String words) {
    return named != null && named.isIn(words, 0, words.length());
  }

  /**
   * Behind which place what is said is of the street itself.
   *
   * @param from where that is so already
   */
  int saidFrom(String words, int from, int place, Phrase others) {
    int[] said = {from};
    if (named != null) {
      named.each(words, from, place, own -> said[0] = own.end());
    }
    bare.each(
        words,
        said[0],
        place,
        own -> {
          // 乡镇共公开3条，街道共公开9条 is of all streets
          if (!others.isIn(words, said[0], own.start())) {
            said[0] = own.end();
          }
        });
    return said[0];
  }
}
