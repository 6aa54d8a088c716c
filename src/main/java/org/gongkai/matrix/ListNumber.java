package org.gongkai.matrix;

import java.util.Locale;

/** A number of a list, as its format writes it. */
final class ListNumber {

  private static final String DIGITS = "〇一二三四五六七八九";
  private static final String LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖";
  private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
  private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
  private static final int LETTERS = 26;
  private static final int CIRCLED = 20;
  private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
  private static final String[] ROMAN = {
    "M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"
  };

  private ListNumber() {}

  static String written(int number, String format) {
    if (number <= 0 || number > 9_999) {
      return format.equals("none") ? "" : Integer.toString(number);
    }
    return switch (format) {
      case "none" -> "";
      case "chineseCounting",
          "chineseCountingThousand",
          "japaneseCounting",
          "taiwaneseCounting",
          "taiwaneseCountingThousand",
          "koreanCounting" ->
          counted(number, DIGITS, "十百千", true);
      case "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal" ->
          counted(number, LEGAL_DIGITS, "拾佰仟", false);
      case "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand" ->
          digits(number, DIGITS);
      case "decimalFullWidth", "decimalFullWidth2" -> digits(number, "０１２３４５６７８９");
      case "ideographTraditional" -> cyclic(number, STEMS);
      case "ideographZodiac" -> cyclic(number, BRANCHES);
      case "decimalZero" -> number < 10 ? "0" + number : Integer.toString(number);
      case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" -> enclosed(number, '①');
      case "decimalEnclosedParen" -> enclosed(number, '⑴');
      case "decimalEnclosedFullstop" -> enclosed(number, '⒈');
      case "ideographEnclosedCircle" ->
          number <= 10 ? Character.toString('㊀' + number - 1) : Integer.toString(number);
      case "upperLetter" -> letters(number);
      case "lowerLetter" -> letters(number).toLowerCase(Locale.ROOT);
      case "upperRoman" -> roman(number);
      case "lowerRoman" -> roman(number).toLowerCase(Locale.ROOT);
      default -> Integer.toString(number);
    };
  }

  private static String counted(int number, String digits, String units, boolean shortTen) {
    StringBuilder written = new StringBuilder();
    String decimal = Integer.toString(number);
    boolean gap = false;
    for (int i = 0; i < decimal.length(); i++) {
      int digit = decimal.charAt(i) - '0';
      int unit = decimal.length() - 1 - i;
      if (digit == 0) {
        gap = true;
        continue;
      }
      if (gap) {
        written.append('零');
        gap = false;
      }
      boolean ten = shortTen && unit == 1 && digit == 1 && i == 0;
      if (!ten) {
        written.append(digits.charAt(digit));
      }
      if (unit > 0) {
        written.append(units.charAt(unit - 1));
      }
    }
    return written.toString();
  }

  private static String digits(int number, String digits) {
    StringBuilder written = new StringBuilder();
    for (char digit : Integer.toString(number).toCharArray()) {
      written.append(digits.charAt(digit - '0'));
    }
    return written.toString();
  }

  private static String cyclic(int number, String signs) {
    return String.valueOf(signs.charAt((number - 1) % signs.length()));
  }

  private static String enclosed(int number, char first) {
    return number <= CIRCLED ? Character.toString(first + number - 1) : Integer.toString(number);
  }

  private static String letters(int number) {
    return Character.toString('A' + (number - 1) % LETTERS)
        .repeat(Math.min(1 + (number - 1) / LETTERS, LETTERS));
  }

  private static String roman(int number) {
    StringBuilder written = new StringBuilder();
    int rest = number;
    for (int i = 0; i < ROMAN_VALUES.length; i++) {
      while (rest >= ROMAN_VALUES[i]) {
        written.append(ROMAN[i]);
        rest -= ROMAN_VALUES[i];
      }
    }
    return written.toString();
  }
}
