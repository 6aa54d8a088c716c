package org.gongkai.recognition;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number that a heading or a label begins with.
 *
 * @param style how it is written
 * @param number which one it is; 0 where none is written
 * @param length of it in the text, blanks before it and behind it included
 */
record Numbering(Style style, int number, int length) {

  /** How headings are numbered. */
  enum Style {
    NONE,
    /** 一、 */
    CHINESE,
    /** （一） */
    CHINESE_IN_BRACKETS,
    /** 第一、 第一部分 */
    ORDINAL,
    /** 1. */
    DIGIT,
    /** (1) or ① */
    DIGIT_IN_BRACKETS
  }

  private static final String HAN = "[一二三四五六七八九十]{1,3}";
  private static final Pattern PATTERN =
      Pattern.compile(
          "[\\s\\p{Z}\\p{Cf}]*(?:"
              + "第(?<ordinal>"
              + HAN
              + ")(?:(?:部分|方面)[\\s\\p{Z}]*[、.．,，:：]?|[\\s\\p{Z}]*[、.．,，:：])"
              + "|[（(\\[【〔][\\s\\p{Z}]*(?<hanInBrackets>"
              + HAN
              + ")[\\s\\p{Z}]*[）)\\]】〕][\\s\\p{Z}]*[、.．,，]?"
              + "|(?<han>"
              + HAN
              + ")(?:[\\s\\p{Z}]*[、.．,，:：﹑·][、.．]?|[\\p{Z}]+|是(?=[^，。；]))"
              + "|[（(\\[【][\\s\\p{Z}]*(?<digitInBrackets>[0-9０-９]{1,2})[\\s\\p{Z}]*[）)\\]】]"
              + "|(?<digit>[0-9０-９]{1,2})[\\s\\p{Z}]*(?:[、．,，﹑)）]|\\.(?![0-9０-９])|[\\p{Z}]+(?=\\p{IsHan}))"
              + "|(?<round>[①-⑳⑴-⒇⒈-⒛㈠-㈩])[\\s\\p{Z}]*[、.．]?"
              + ")[\\s\\p{Z}]*");

  private static final String BEGINNINGS = "第一二三四五六七八九十（([【〔";

  private static final String COUNT = "一二三四五六七八九";

  private static final Numbering NONE = new Numbering(Style.NONE, 0, 0);

  /** The number at the beginning of a text. */
  static Numbering of(String text) {
    Matcher matcher = PATTERN.matcher(text);
    if (!mayBegin(text) || !matcher.lookingAt()) {
      return NONE;
    }
    int length = matcher.end();
    if (matcher.group("ordinal") != null) {
      return new Numbering(Style.ORDINAL, han(matcher.group("ordinal")), length);
    } else if (matcher.group("hanInBrackets") != null) {
      return new Numbering(Style.CHINESE_IN_BRACKETS, han(matcher.group("hanInBrackets")), length);
    } else if (matcher.group("han") != null) {
      return new Numbering(Style.CHINESE, han(matcher.group("han")), length);
    } else if (matcher.group("digitInBrackets") != null) {
      int number = Integer.parseInt(matcher.group("digitInBrackets"));
      return new Numbering(Style.DIGIT_IN_BRACKETS, number, length);
    } else if (matcher.group("digit") != null) {
      return new Numbering(Style.DIGIT, Integer.parseInt(matcher.group("digit")), length);
    }
    return round(matcher.group("round").charAt(0), length);
  }

  /** Most texts begin with no sign of a number, and the pattern tries much before it says so. */
  private static boolean mayBegin(String text) {
    if (text.isEmpty()) {
      return false;
    }
    int sign = text.codePointAt(0);
    return BEGINNINGS.indexOf(sign) >= 0
        || Character.isDigit(sign)
        || sign >= '①' && sign <= '⒛'
        || sign >= '㈠' && sign <= '㈩'
        || CellText.isBlank(sign);
  }

  private static Numbering round(char sign, int length) {
    if (sign >= '㈠' && sign <= '㈩') {
      return new Numbering(Style.CHINESE_IN_BRACKETS, sign - '㈠' + 1, length);
    } else if (sign >= '⒈' && sign <= '⒛') {
      return new Numbering(Style.DIGIT, sign - '⒈' + 1, length);
    }
    char first = sign >= '⑴' ? '⑴' : '①';
    return new Numbering(Style.DIGIT_IN_BRACKETS, sign - first + 1, length);
  }

  /** 二十三 and the like. */
  private static int han(String written) {
    int ten = written.indexOf('十');
    if (ten < 0) {
      return COUNT.indexOf(written.charAt(0)) + 1;
    }
    int tens = ten == 0 ? 1 : COUNT.indexOf(written.charAt(0)) + 1;
    int ones = ten + 1 < written.length() ? COUNT.indexOf(written.charAt(ten + 1)) + 1 : 0;
    return tens * 10 + ones;
  }
}
