package org.gongkai.narrative;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongkai.language.ChineseNumerals;
import org.gongkai.language.Glyphs;
import org.gongkai.language.SignSet;
import org.gongkai.language.Traditional;
import org.gongkai.language.WrittenYears;

/**
 * A part of the text made ready for reading: blanks, signs that nobody sees and the line ends
 * inside paragraphs are left out, wide signs are narrow, and each quantity is one sign.
 */
public final class Passage {

  /** Stands for a quantity. */
  public static final char QUANTITY = '\uE000';

  private static final int SHORTEST_BROKEN_LINE = 16;
  private static final List<String> ABOUT =
      List.of("大约", "将近", "超过", "不足", "不少于", "达到", "约", "近", "逾", "超", "达");
  private static final SignSet LAST_ABOUT = SignSet.ofLast(ABOUT);
  private static final String CLOSES = "。！？；：!?;:…";
  private static final String OPENS = "(（一二三四五六七八九十#-";

  private static final char BLANK = 0;
  private static final char[] NARROW = narrow();

  private final String signs;
  private final int[] origins;
  private final List<Quantity> quantities;

  private Passage(String signs, int[] origins, List<Quantity> quantities) {
    this.signs = signs;
    this.origins = origins;
    this.quantities = quantities;
  }

  public static Passage of(String sent) {
    String text = Glyphs.read(sent);
    int[] places = new int[text.length() + 1];
    String dense = dense(text, places);
    QuantityReader reader = new QuantityReader(dense);
    StringBuilder signs = new StringBuilder(dense.length());
    int[] origins = new int[dense.length() + 1];
    List<Quantity> quantities = new ArrayList<>();
    int at = 0;
    while (at < dense.length()) {
      origins[signs.length()] = places[at];
      QuantityReader.Read read = reader.beginsAt(at) ? reader.read(at) : null;
      if (read == null) {
        // what was looked at as one number is not looked at again
        int end = reader.skipsFrom(at);
        while (at < end) {
          origins[signs.length()] = places[at];
          signs.append(dense.charAt(at++));
        }
      } else {
        if (read.bracketed()) {
          signs.setLength(signs.length() - 1);
        }
        dropAbout(signs);
        origins[signs.length()] = places[at];
        quantities.add(
            new Quantity(
                read.number(),
                read.approximate(),
                read.split(),
                read.unit(),
                signs.length(),
                places[at],
                places[read.end() - 1] + 1));
        signs.append(QUANTITY);
        at = read.end();
      }
    }
    origins[signs.length()] = text.length();
    return new Passage(signs.toString(), Arrays.copyOf(origins, signs.length() + 1), quantities);
  }

  /** 约, 近 and their like belong to the quantity. */
  private static void dropAbout(StringBuilder signs) {
    if (signs.isEmpty() || !LAST_ABOUT.has(signs.charAt(signs.length() - 1))) {
      return;
    }
    for (String word : ABOUT) {
      int from = signs.length() - word.length();
      if (from >= 0 && signs.indexOf(word, from) == from) {
        signs.setLength(from);
        return;
      }
    }
  }

  private static String dense(String text, int[] places) {
    char[] dense = new char[text.length()];
    int length = 0;
    int line = 0;
    for (int i = 0; i < text.length(); i++) {
      char sign = NARROW[text.charAt(i)];
      if (sign == '\n' ? endsParagraph(text, line, i) : sign != BLANK) {
        places[length] = i;
        dense[length++] = sign;
      }
      if (sign == '\n') {
        line = i + 1;
      }
    }
    places[length] = text.length();
    return new String(dense, 0, length);
  }

  /** How each sign is read: wide ones as narrow ones, blanks not at all. */
  private static char[] narrow() {
    char[] narrow = new char[Character.MAX_VALUE + 1];
    for (int i = 0; i < narrow.length; i++) {
      char sign = WrittenYears.plain(Character.toString((char) i)).charAt(0);
      narrow[i] =
          switch (sign) {
            case '\n' -> sign;
            case '＋' -> '+';
            case '＝' -> '=';
            case '％' -> '%';
            // would be taken for a quantity
            case QUANTITY -> BLANK;
            default ->
                Character.isWhitespace(sign) || Character.getType(sign) == Character.FORMAT
                    ? BLANK
                    : Traditional.simplified(sign);
          };
    }
    return narrow;
  }

  /** A long line without a full stop goes on in the next one, unless that opens a paragraph. */
  private static boolean endsParagraph(String text, int line, int end) {
    if (end - line < SHORTEST_BROKEN_LINE || CLOSES.indexOf(text.charAt(end - 1)) >= 0) {
      return true;
    }
    int next = end + 1;
    return next >= text.length()
        || Character.isWhitespace(text.charAt(next))
        || OPENS.indexOf(text.charAt(next)) >= 0
        || isItem(text, next);
  }

  /** 1、 and 2. followed by words open an item. */
  private static boolean isItem(String text, int line) {
    int at = line;
    while (ChineseNumerals.isArabicAt(text, at)) {
      at++;
    }
    return at > line
        && at + 1 < text.length()
        && (text.charAt(at) == '、'
            || ".．".indexOf(text.charAt(at)) >= 0 && !Character.isDigit(text.charAt(at + 1)));
  }

  /** The signs, in which places are counted. */
  public String signs() {
    return signs;
  }

  public List<Quantity> quantities() {
    return quantities;
  }

  /** Where a sign stands in the text. */
  public int origin(int place) {
    return origins[place];
  }

  /** Behind which sign of the text the signs before this place end. */
  public int originEnd(int place) {
    int low = 0;
    int high = quantities.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Quantity quantity = quantities.get(middle);
      if (quantity.place() == place - 1) {
        return quantity.end();
      }
      if (quantity.place() < place) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return place == 0 ? 0 : origins[place - 1] + 1;
  }
}
