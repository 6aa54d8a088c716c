package org.gongkai.language;

import java.text.Normalizer;

/**
 * How signs are read that only look like others: text that was copied out of a PDF file holds
 * Kangxi radicals for characters (⽂ for 文), and typists mix wide digits with narrow ones; and lines
 * are broken by signs that few programs know. It is done sign for sign, so that every place stays
 * where it is in the text as it was sent.
 */
public final class Glyphs {

  /**
   * Radicals of U+2E80 to U+2EF3, each with the character that it stands for: the property
   * Equivalent_Unified_Ideograph of the Unicode Character Database, which neither the JDK nor any
   * normal form of Unicode knows; without those that stand for a character beyond U+FFFF.
   */
  private static final String SUPPLEMENT =
      "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母"
          + "⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺶羊⺹耂⺺肀⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎"
          + "⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马"
          + "⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";

  /** Next line, line separator, paragraph separator: they break lines as a line feed does. */
  private static final String LINE_SEPARATORS = "\u0085\u2028\u2029";

  private static final char[] READ = table();

  private Glyphs() {}

  public static char read(char sign) {
    return READ[sign];
  }

  public static String read(String text) {
    return read(text, READ);
  }

  /**
   * The text with each sign as the table has it, as long as it was.
   *
   * @param table what to read, by sign
   */
  public static String read(String text, char[] table) {
    for (int i = 0; i < text.length(); i++) {
      if (table[text.charAt(i)] != text.charAt(i)) {
        char[] read = text.toCharArray();
        for (int j = i; j < read.length; j++) {
          read[j] = table[read[j]];
        }
        return new String(read);
      }
    }
    return text;
  }

  private static char[] table() {
    char[] table = new char[Character.MAX_VALUE + 1];
    for (int i = 0; i < table.length; i++) {
      table[i] = isPlainInDisguise(i) ? compatible((char) i) : (char) i;
    }
    for (char separator : LINE_SEPARATORS.toCharArray()) {
      table[separator] = '\n';
    }
    for (int i = 0; i < SUPPLEMENT.length(); i += 2) {
      table[SUPPLEMENT.charAt(i)] = SUPPLEMENT.charAt(i + 1);
    }
    return table;
  }

  /**
   * Kangxi radicals, compatibility ideographs, wide digits, letters and {@code @}, and narrow stops
   * of Chinese. Wide punctuation stays: it is what Chinese is written with.
   */
  private static boolean isPlainInDisguise(int sign) {
    return sign >= 0x2f00 && sign <= 0x2fdf
        || sign >= 0xf900 && sign <= 0xfaff
        || sign >= '０' && sign <= '９'
        || sign >= '＠' && sign <= 'Ｚ'
        || sign >= 'ａ' && sign <= 'ｚ'
        || sign >= '｡' && sign <= '･';
  }

  private static char compatible(char sign) {
    String form = Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFKC);
    return form.length() == 1 ? form.charAt(0) : sign;
  }
}
