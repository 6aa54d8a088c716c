package org.gongkai.language;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Reads whole numbers in Chinese numerals: 三, 十二, 一百零五, 两千三百, 二〇. What people understand in two
 * ways (一百二 for 120) is no number here, since a wrong number would be a wrong alarm.
 */
public final class ChineseNumerals {

  private static final String DIGITS = "〇一二三四五六七八九";
  private static final int LONGEST = 20;
  private static final String FORMAL = "壹贰叁肆伍陆柒捌玖拾佰仟廿卅";
  private static final List<String> PLAIN =
      List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "二十", "三十");

  private ChineseNumerals() {}

  /** 壹, 贰 and their like, as on cheques; 廿 and 卅. */
  public static boolean isFormal(char sign) {
    return FORMAL.indexOf(sign) >= 0;
  }

  /** Reads what begins with one of these: 廿三. */
  public static Optional<BigDecimal> readFormal(String numerals) {
    StringBuilder plain = new StringBuilder();
    for (char sign : numerals.toCharArray()) {
      int formal = FORMAL.indexOf(sign);
      plain.append(formal < 0 ? Character.toString(sign) : PLAIN.get(formal));
    }
    return read(plain.toString());
  }

  /** A digit as it is typed, of half width. */
  public static boolean isArabic(char sign) {
    return sign >= '0' && sign <= '9';
  }

  /** Whether one stands at a place of a text, which may be behind its end. */
  public static boolean isArabicAt(CharSequence text, int place) {
    return place < text.length() && isArabic(text.charAt(place));
  }

  public static boolean isNumeral(char sign) {
    return switch (sign) {
      case '〇', '○', '零', '一', '二', '两', '三', '四', '五', '六', '七', '八', '九' -> true;
      case '十', '百', '千', '万', '亿' -> true;
      default -> false;
    };
  }

  /** 十, 百, 千, 万 or 亿; 0 for every other sign. */
  public static long unit(char sign) {
    return switch (sign) {
      case '十' -> 10;
      case '百' -> 100;
      case '千' -> 1000;
      case '万' -> 10_000;
      case '亿' -> 100_000_000;
      default -> 0;
    };
  }

  private static int digit(char sign) {
    return switch (sign) {
      case '零', '○' -> 0;
      case '两' -> 2;
      default -> DIGITS.indexOf(sign);
    };
  }

  public static Optional<BigDecimal> read(String numerals) {
    if (numerals.isEmpty() || numerals.length() > LONGEST) {
      return Optional.empty();
    }
    boolean positional = numerals.chars().noneMatch(c -> unit((char) c) > 0);
    return positional ? positional(numerals) : counted(numerals);
  }

  private static Optional<BigDecimal> positional(String numerals) {
    StringBuilder digits = new StringBuilder();
    for (char sign : numerals.toCharArray()) {
      digits.append(digit(sign));
    }
    boolean isOne = numerals.length() == 1 || numerals.indexOf('两') < 0;
    return isOne ? Optional.of(new BigDecimal(digits.toString())) : Optional.empty();
  }

  private static Optional<BigDecimal> counted(String numerals) {
    long whole = 0;
    long below = 0;
    long last = Long.MAX_VALUE;
    int digit = -1;
    boolean nought = false;
    for (char sign : numerals.toCharArray()) {
      long unit = unit(sign);
      if (unit == 0) {
        if (digit > 0) {
          return Optional.empty();
        }
        nought |= digit(sign) == 0;
        digit = digit(sign);
      } else if (unit >= 10_000) {
        long counted = below + Math.max(0, digit);
        if (counted == 0) {
          return Optional.empty();
        }
        whole = unit == 10_000 ? whole + counted * unit : (whole + counted) * unit;
        below = 0;
        last = Long.MAX_VALUE;
        digit = -1;
        nought = false;
      } else if (unit >= last || (digit <= 0 && unit > 10)) {
        return Optional.empty();
      } else {
        below += (digit <= 0 ? 1 : digit) * unit;
        last = unit;
        digit = -1;
        nought = false;
      }
    }
    boolean colloquial = digit > 0 && last > 10 && last < Long.MAX_VALUE && !nought;
    boolean afterMyriads = digit > 0 && last == Long.MAX_VALUE && whole > 0 && !nought;
    return colloquial || afterMyriads
        ? Optional.empty()
        : Optional.of(BigDecimal.valueOf(whole + below + Math.max(0, digit)));
  }
}
