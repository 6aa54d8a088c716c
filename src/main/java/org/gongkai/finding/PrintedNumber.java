package org.gongkai.finding;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.language.ChineseNumerals;

/**
 * A number as it is printed on paper, with the words behind it: 1,234件, １２, 三件, 251000元. What
 * people understand in two ways (三五件, 一百二) is none.
 *
 * @param inChinese whether it is written in Chinese numerals
 * @param rest what stands behind the number; empty where nothing does
 */
record PrintedNumber(BigDecimal number, boolean inChinese, String rest) {

  private static final Pattern DIGITS =
      Pattern.compile(
          "([+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,18})(?:\\.[0-9]{1,9})?)(?![0-9,.])\\s*(.*)",
          Pattern.DOTALL);

  static Optional<PrintedNumber> read(String words) {
    Matcher digits = DIGITS.matcher(narrow(words));
    if (digits.matches()) {
      BigDecimal number = new BigDecimal(digits.group(1).replace(",", ""));
      return Optional.of(new PrintedNumber(number, false, words.substring(digits.start(2))));
    }
    int end = 0;
    while (end < words.length() && ChineseNumerals.isNumeral(words.charAt(end))) {
      end++;
    }
    String numerals = words.substring(0, end);
    String rest = words.substring(end).strip();
    // 三五 is three to five, 二〇二一 a year
    boolean certain =
        end == 1 || numerals.chars().anyMatch(sign -> ChineseNumerals.unit((char) sign) > 0);
    return certain
        ? ChineseNumerals.read(numerals).map(number -> new PrintedNumber(number, true, rest))
        : Optional.empty();
  }

  /** Wide digits, points, commas and signs as narrow ones, sign for sign. */
  private static String narrow(String words) {
    StringBuilder narrow = new StringBuilder(words);
    for (int i = 0; i < narrow.length(); i++) {
      char sign = narrow.charAt(i);
      if (sign >= '０' && sign <= '９' || "，．＋－".indexOf(sign) >= 0) {
        narrow.setCharAt(
            i, Normalizer.normalize(String.valueOf(sign), Normalizer.Form.NFKC).charAt(0));
      }
    }
    return narrow.toString();
  }
}
