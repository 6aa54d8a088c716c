package org.gongkai.narrative;

import java.math.BigDecimal;
import org.gongkai.language.ChineseNumerals;
import org.gongkai.language.SignSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the quantity at a place of a text without blanks: 411条, 1,234件, 1.2万余条, 十二次, 3940元. What is
 * none, {@link OtherNumbers} and {@link MeasureWords} say. One pass and no regular expression, so
 * that no text can make it slow.
 */
final class QuantityReader {

  /** Signs with which a number can begin. */
  private static final SignSet BEGINS =
      SignSet.where(
          sign ->
              ChineseNumerals.isArabic((char) sign)
                  || ChineseNumerals.isFormal((char) sign)
                  || ChineseNumerals.isNumeral((char) sign));

  private static final String ABOUT_BEFORE = "约近逾超过概足于多";
  private static final String BEHIND_FORMAL = "件份条篇期次起宗场";
  private static final int LONGEST_NUMBER = 18;

  private final String text;
  private final OtherNumbers others;
  private int at;
  private int tried = -1;
  private int numberEnd;
  private boolean approximate;
  private boolean split;

  QuantityReader(String text) {
    this.text = text;
    this.others = new OtherNumbers(text);
  }

  /**
   * What was read.
   *
   * @param split whether it can be the end of a longer number: 1，234条
   * @param bracketed whether the bracket before it belongs to it: (12)条
   * @param end where the text goes on
   */
  record Read(
      BigDecimal number,
      boolean approximate,
      boolean split,
      String unit,
      boolean bracketed,
      int end) {}

  /** Whether a number can begin here. */
  boolean beginsAt(int place) {
    char sign = text.charAt(place);
    if (!BEGINS.has(sign)) {
      return false;
    }
    if (ChineseNumerals.isFormal(sign)) {
      return (place == 0 || !ChineseNumerals.isFormal(text.charAt(place - 1)))
          && formalEnd(place) > place;
    }
    if (ChineseNumerals.isArabic(sign)
        || (ChineseNumerals.isNumeral(sign) && sign != '千' && sign != '万')) {
      char before = place == 0 ? ' ' : text.charAt(place - 1);
      return !ChineseNumerals.isArabic(before)
          && before != '.'
          && !ChineseNumerals.isNumeral(before);
    }
    return false;
  }

  /** The quantity that begins here, or null. */
  @Nullable Read read(int begin) {
    at = begin;
    approximate = begin > 0 && ABOUT_BEFORE.indexOf(text.charAt(begin - 1)) >= 0;
    BigDecimal number =
        ChineseNumerals.isArabic(text.charAt(begin))
            ? arabic()
            : ChineseNumerals.isFormal(text.charAt(begin)) ? formal() : chinese();
    tried = begin;
    numberEnd = at;
    if (number == null || others.countNothing(begin, at)) {
      return null;
    }
    split = isSplitByWideComma(begin);
    if (split) {
      approximate = true;
    }
    boolean bracketed =
        begin > 0
            && text.charAt(begin - 1) == '('
            && text.startsWith(")", at)
            && MeasureWords.isAt(text, at + 1);
    at += bracketed ? 1 : 0;
    String unit = MeasureWords.at(text, at);
    boolean counts =
        unit.isEmpty() ? others.countAlone(begin, at) : !MeasureWords.isOtherWordAt(text, at);
    if (!counts) {
      return null;
    }
    at = MeasureWords.behind(text, at, unit);
    if (at < text.length() && "余多".indexOf(text.charAt(at)) >= 0
        || text.startsWith("以上", at)
        || text.startsWith("左右", at)) {
      approximate = true;
    }
    return unit.equals("亿元")
        ? new Read(number.movePointRight(4), approximate, split, "万元", bracketed, at)
        : new Read(number, approximate, split, unit, bracketed, at);
  }

  /** Where to go on when nothing was read from here. */
  int skipsFrom(int begin) {
    return begin == tried ? Math.max(begin + 1, numberEnd) : begin + 1;
  }

  private @Nullable BigDecimal arabic() {
    StringBuilder digits = new StringBuilder(LONGEST_NUMBER);
    boolean point = false;
    while (at < text.length()) {
      char sign = text.charAt(at);
      if (ChineseNumerals.isArabic(sign)) {
        digits.append(sign);
      } else if (sign == '.' && !point && ChineseNumerals.isArabicAt(text, at + 1)) {
        digits.append(sign);
        point = true;
      } else if (sign != ',' || point || !isGroupAt(at + 1)) {
        break;
      }
      at++;
    }
    if (digits.length() > LONGEST_NUMBER || others.isNumberedAt(at)) {
      return null;
    }
    return multiplied(new BigDecimal(digits.toString()));
  }

  /** 1.2万余, 3千多, 20余万. */
  private BigDecimal multiplied(BigDecimal number) {
    BigDecimal product = number;
    while (at < text.length()) {
      char sign = text.charAt(at);
      long unit = ChineseNumerals.unit(sign);
      if ("余多几".indexOf(sign) >= 0) {
        approximate = true;
      } else if (unit == 0 || text.startsWith("元", at + 1)) {
        break;
      } else {
        product = product.multiply(BigDecimal.valueOf(unit));
      }
      at++;
    }
    return product;
  }

  private @Nullable BigDecimal chinese() {
    int begin = at;
    while (at < text.length()
        && ChineseNumerals.isNumeral(text.charAt(at))
        && !text.startsWith("万元", at)) {
      at++;
    }
    BigDecimal number = ChineseNumerals.read(text.substring(begin, at)).orElse(null);
    return number == null ? null : multiplied(number);
  }

  /** Behind numerals as on cheques, where a unit follows: in names they are common. */
  private int formalEnd(int place) {
    int end = place;
    while (end < text.length()
        && (ChineseNumerals.isFormal(text.charAt(end))
            || ChineseNumerals.isNumeral(text.charAt(end)))) {
      end++;
    }
    return end < text.length() && BEHIND_FORMAL.indexOf(text.charAt(end)) >= 0 ? end : place;
  }

  private @Nullable BigDecimal formal() {
    int begin = at;
    at = formalEnd(begin);
    return ChineseNumerals.readFormal(text.substring(begin, at)).orElse(null);
  }

  /** 1，234: a thousand with a wide comma, or two numbers. */
  private boolean isSplitByWideComma(int begin) {
    return begin > 1
        && text.charAt(begin - 1) == '，'
        && ChineseNumerals.isArabic(text.charAt(begin - 2))
        && ChineseNumerals.isArabicAt(text, begin + 2)
        && !ChineseNumerals.isArabicAt(text, begin + 3);
  }

  private boolean isGroupAt(int place) {
    return ChineseNumerals.isArabicAt(text, place)
        && ChineseNumerals.isArabicAt(text, place + 1)
        && ChineseNumerals.isArabicAt(text, place + 2)
        && !ChineseNumerals.isArabicAt(text, place + 3);
  }
}
