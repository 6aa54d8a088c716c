package org.gongkai.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A part of the text made ready for reading: blanks and the line ends inside paragraphs are left
 * out, wide signs are narrow, and each quantity is one sign.
 */
final class Passage {

  /** Stands for a quantity. */
  static final char QUANTITY = '\uE000';

  private static final int SHORTEST_BROKEN_LINE = 16;
  private static final List<String> ABOUT =
      List.of("大约", "将近", "超过", "不足", "不少于", "达到", "约", "近", "逾", "超", "达");
  private static final String CLOSES = "。！？；：!?;:…";
  private static final String OPENS = "(一二三四五六七八九十1234567890#-";

  private final String signs;
  private final int[] origins;
  private final List<Quantity> quantities;

  private Passage(String signs, int[] origins, List<Quantity> quantities) {
    this.signs = signs;
    this.origins = origins;
    this.quantities = quantities;
  }

  static Passage of(String text) {
    String plain = WrittenYears.plain(text);
    int[] places = new int[plain.length() + 1];
    String dense = dense(plain, places);
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
        dropAbout(signs);
        origins[signs.length()] = places[at];
        quantities.add(
            new Quantity(
                read.number(),
                read.approximate(),
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
    for (String word : ABOUT) {
      int from = signs.length() - word.length();
      if (from >= 0 && signs.indexOf(word, from) == from) {
        signs.setLength(from);
        return;
      }
    }
  }

  private static String dense(String plain, int[] places) {
    StringBuilder dense = new StringBuilder(plain.length());
    int line = 0;
    for (int i = 0; i < plain.length(); i++) {
      char sign = plain.charAt(i);
      if (sign == '\n' ? endsParagraph(plain, line, i) : !Character.isWhitespace(sign)) {
        places[dense.length()] = i;
        dense.append(narrow(sign));
      }
      if (sign == '\n') {
        line = i + 1;
      }
    }
    places[dense.length()] = plain.length();
    return dense.toString();
  }

  private static char narrow(char sign) {
    return switch (sign) {
      case '＋' -> '+';
      case '＝' -> '=';
      case '％' -> '%';
      default -> sign;
    };
  }

  /** A long line without a full stop goes on in the next one, unless that opens a paragraph. */
  private static boolean endsParagraph(String plain, int line, int end) {
    if (end - line < SHORTEST_BROKEN_LINE || CLOSES.indexOf(plain.charAt(end - 1)) >= 0) {
      return true;
    }
    int next = end + 1;
    return next >= plain.length()
        || Character.isWhitespace(plain.charAt(next))
        || OPENS.indexOf(plain.charAt(next)) >= 0 && !Character.isDigit(plain.charAt(next));
  }

  /** The signs, in which places are counted. */
  String signs() {
    return signs;
  }

  List<Quantity> quantities() {
    return quantities;
  }

  /** Where a sign stands in the text. */
  int origin(int place) {
    return origins[place];
  }

  /** Behind which sign of the text the signs before this place end. */
  int originEnd(int place) {
    for (Quantity quantity : quantities) {
      if (quantity.place() == place - 1) {
        return quantity.end();
      }
    }
    return place == 0 ? 0 : origins[place - 1] + 1;
  }
}
