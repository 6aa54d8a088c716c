package org.gongkai.narrative;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.gongkai.language.ChineseNumerals;
import org.gongkai.language.SignSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the quantity at a place of a text without blanks: 411条, 1,234件, 1.2万余条, 十二次, 3940元. Years,
 * days, rates, ordinals and numbers of documents are none. One pass and no regular expression, so
 * that no text can make it slow.
 */
public final class QuantityReader {

  private static final List<String> UNITS =
      List.of(
          "人次", "场次", "批次", "万元", "亿元", "条", "件", "篇", "则", "个", "份", "宗", "起", "项", "次", "场", "期",
          "处", "元", "部", "例", "批", "封", "本", "册", "类", "家", "名", "人");

  private static final SignSet UNIT_SIGNS = SignSet.ofFirst(UNITS);

  private static final Set<String> ITEMS = Set.of("条", "件", "篇", "份");
  private static final List<String> TIMES = List.of("次", "(次)", "(条)", "(件)", "(篇)", "(份)", "/次");

  private static final List<String> NO_UNITS =
      List.of(
          "件事", "次性", "个月", "个工作", "个小时", "个百分", "个自然", "部门", "本报告", "类内部", "类过程", "项第", "期间",
          "人大");

  /** Signs with which a number can begin. */
  private static final SignSet BEGINS =
      SignSet.where(
          sign ->
              isArabic((char) sign)
                  || ChineseNumerals.isFormal((char) sign)
                  || ChineseNumerals.isNumeral((char) sign));

  private static final String ABOUT_BEFORE = "约近逾超过概足于多";
  private static final String BEFORE_A_BARE_NUMBER = "为计共是量:：+=(";
  private static final String AFTER_A_BARE_NUMBER = "，,。；;、)\n+=";
  private static final String OF_WHICH = "其中";
  private static final String BEHIND_FORMAL = "件份条篇期次起宗场";
  private static final int LONGEST_NUMBER = 18;

  /** Accounts, whose name ends as a number does. */
  private static final Set<String> NAMED_BY_NUMBER =
      Set.of("众号", "阅号", "务号", "频号", "条号", "音号", "手号");

  /** Words behind which a number needs no unit. */
  private static final List<String> COUNTED =
      List.of(
          "申请", "申请件", "办件", "办结", "答复", "公开", "处理", "提供", "年度", "下年", "次年", "结转", "复议", "诉讼", "起诉",
          "当面", "信函", "来信", "网络", "网上", "邮寄", "现场", "维持", "纠正", "审结", "结果", "许可", "处罚", "强制", "办理",
          "条数", "件数", "信息");

  /** 两微一端, 两微一条: channels, of which none is counted. */
  private static final String TWO_MICRO = "两微";

  private static final SignSet LAST_COUNTED = SignSet.ofLast(COUNTED);

  private static final List<String> DENIED = List.of("没有", "无", "未发生", "未收到", "未出现");

  private final String text;
  private int at;
  private int tried = -1;
  private int numberEnd;
  private boolean approximate;
  private boolean split;

  QuantityReader(String text) {
    this.text = text;
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
    if (isArabic(sign) || (ChineseNumerals.isNumeral(sign) && sign != '千' && sign != '万')) {
      char before = place == 0 ? ' ' : text.charAt(place - 1);
      return !isArabic(before) && before != '.' && !ChineseNumerals.isNumeral(before);
    }
    return false;
  }

  /** The quantity that begins here, or null. */
  @Nullable Read read(int begin) {
    at = begin;
    approximate = begin > 0 && ABOUT_BEFORE.indexOf(text.charAt(begin - 1)) >= 0;
    BigDecimal number =
        isArabic(text.charAt(begin))
            ? arabic()
            : ChineseNumerals.isFormal(text.charAt(begin)) ? formal() : chinese();
    tried = begin;
    numberEnd = at;
    boolean ordinal =
        begin > 0
            && (isOrdinal(text.charAt(begin - 1), text.charAt(begin))
                || isBehindANumber(begin)
                || isNotEvenOne(begin)
                || isYearOfANotice(begin)
                || text.startsWith(TWO_MICRO, begin - TWO_MICRO.length()));
    if (number == null || ordinal) {
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
            && isOneAt(UNITS, at + 1);
    at += bracketed ? 1 : 0;
    String unit = unit();
    boolean written = unit.isEmpty() ? standsAlone(begin) : !isNoUnit(at - unit.length());
    if (!written) {
      return null;
    }
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
      if (isArabic(sign)) {
        digits.append(sign);
      } else if (sign == '.' && !point && isArabicAt(at + 1)) {
        digits.append(sign);
        point = true;
      } else if (sign != ',' || point || !isGroupAt(at + 1)) {
        break;
      }
      at++;
    }
    if (digits.length() > LONGEST_NUMBER || at < text.length() && isPointAt(at)) {
      return null;
    }
    return multiplied(new BigDecimal(digits.toString()));
  }

  /** A point that ends no sentence: 3.2.1. */
  private boolean isPointAt(int place) {
    return text.charAt(place) == '.' && place + 1 < text.length() && text.charAt(place + 1) != '\n';
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

  private String unit() {
    if (!UNIT_SIGNS.isIn(text, at, Math.min(text.length(), at + 1))) {
      return "";
    }
    for (String unit : UNITS) {
      if (text.startsWith(unit, at)) {
        at += unit.length();
        skipTimes(unit);
        return unit;
      }
    }
    return "";
  }

  /** 条次, 条(次), 篇(条): times that something was published, which are counted as items are. */
  private void skipTimes(String unit) {
    if (!ITEMS.contains(unit)) {
      return;
    }
    for (String times : TIMES) {
      if (text.startsWith(times, at)) {
        at += times.length();
        return;
      }
    }
  }

  private boolean isNoUnit(int place) {
    return isOneAt(NO_UNITS, place);
  }

  private boolean isOneAt(List<String> words, int place) {
    for (String word : words) {
      if (text.startsWith(word, place)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOneBefore(List<String> words, int place) {
    for (String word : words) {
      if (text.startsWith(word, place - word.length())) {
        return true;
      }
    }
    return false;
  }

  /** A number without a unit is a quantity only where nothing else can follow; 为0 is words. */
  private boolean standsAlone(int begin) {
    boolean closed =
        at == text.length()
            || text.charAt(at) == '.' && !isPointAt(at)
            || text.startsWith(OF_WHICH, at)
            || AFTER_A_BARE_NUMBER.indexOf(text.charAt(at)) >= 0
            || text.charAt(at) == '(' && text.charAt(begin) != '0';
    if (!closed || begin == 0 || !isArabic(text.charAt(begin))) {
      return false;
    }
    boolean counts =
        text.charAt(begin) != '0' && BEFORE_A_BARE_NUMBER.indexOf(text.charAt(begin - 1)) >= 0;
    return counts
        || LAST_COUNTED.has(text.charAt(begin - 1))
            && isOneBefore(COUNTED, begin)
            && !isYear(begin);
  }

  /** 60号12, 编号12, 〔2021〕12号3, but 公众号12. */
  private boolean isBehindANumber(int begin) {
    return text.charAt(begin - 1) == '号'
        && (begin < 2 || !NAMED_BY_NUMBER.contains(text.substring(begin - 2, begin)));
  }

  /** 没有一例, 无一件: there are none. */
  private boolean isNotEvenOne(int begin) {
    return text.charAt(begin) == '一'
        && at == begin + 1
        && (isOneBefore(DENIED, begin) || isOneAt(UNITS, at) && isDeniedFrom(at + 1));
  }

  /** 一件也没有收到. */
  private boolean isDeniedFrom(int place) {
    return place + 1 < text.length()
        && "也都".indexOf(text.charAt(place)) >= 0
        && "未没".indexOf(text.charAt(place + 1)) >= 0;
  }

  /** (2019)60号: when a notice was issued. */
  private boolean isYearOfANotice(int begin) {
    if (text.charAt(begin - 1) != '(' || !isYear(begin) || !text.startsWith(")", at)) {
      return false;
    }
    int number = text.startsWith("第", at + 1) ? at + 2 : at + 1;
    int end = number;
    while (isArabicAt(end)) {
      end++;
    }
    return end > number && text.startsWith("号", end);
  }

  private boolean isYear(int begin) {
    return at - begin == 4 && (text.startsWith("19", begin) || text.startsWith("20", begin));
  }

  private static boolean isOrdinal(char before, char first) {
    return "第〔[-/款@_".indexOf(before) >= 0
        || (before < 0x80 && Character.isLetter(before))
        || "每逐任某几".indexOf(before) >= 0
        || (before == '数' && !isArabic(first)); // 数十, but 总数2318
  }

  /** 1，234: a thousand with a wide comma, or two numbers. */
  private boolean isSplitByWideComma(int begin) {
    return begin > 1
        && text.charAt(begin - 1) == '，'
        && isArabic(text.charAt(begin - 2))
        && isArabicAt(begin + 2)
        && !isArabicAt(begin + 3);
  }

  private boolean isGroupAt(int place) {
    return isArabicAt(place)
        && isArabicAt(place + 1)
        && isArabicAt(place + 2)
        && !isArabicAt(place + 3);
  }

  private boolean isArabicAt(int place) {
    return place < text.length() && isArabic(text.charAt(place));
  }

  private static boolean isArabic(char sign) {
    return sign >= '0' && sign <= '9';
  }

  /**
   * A number of something, as a text states it.
   *
   * @param approximate whether the text says about how many (余, 约, 近), or could be read otherwise
   * @param split whether it can be the end of a longer number: 1，234条
   * @param unit as it is written: 条, 件, 万元; empty where none is
   * @param place of its sign in the {@link Passage}
   * @param start of its first sign in the text
   * @param end behind its last sign in the text
   */
  public record Quantity(
      BigDecimal number,
      boolean approximate,
      boolean split,
      String unit,
      int place,
      int start,
      int end) {

    private static final String PIECE = "件";

    /** What it counts, where some units are taken for one; a number without a unit counts that. */
    public String counts(String alike) {
      return alike.contains(unit) ? PIECE : unit;
    }
  }
}
