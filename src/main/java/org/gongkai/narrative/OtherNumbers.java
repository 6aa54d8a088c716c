package org.gongkai.narrative;

import java.util.List;
import java.util.Set;
import org.gongkai.language.ChineseNumerals;
import org.gongkai.language.SignSet;

/**
 * Tells a number that counts something from others in a text without blanks: years, ordinals,
 * numbers of documents, 没有一例.
 */
final class OtherNumbers {

  private static final String BEFORE_A_BARE_NUMBER = "为计共是量:：+=(";
  private static final String AFTER_A_BARE_NUMBER = "，,。；;、)\n+=";
  private static final String OF_WHICH = "其中";

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

  OtherNumbers(String text) {
    this.text = text;
  }

  /** Whether what stands between two places counts nothing, whatever follows. */
  boolean countNothing(int begin, int end) {
    return begin > 0
        && (isOrdinal(text.charAt(begin - 1), text.charAt(begin))
            || isBehindANumber(begin)
            || isNotEvenOne(begin, end)
            || isYearOfANotice(begin, end)
            || text.startsWith(TWO_MICRO, begin - TWO_MICRO.length()));
  }

  /** Whether a number of a section goes on at a place, and no sentence ends: 3.2.1. */
  boolean isNumberedAt(int place) {
    return place + 1 < text.length() && text.charAt(place) == '.' && text.charAt(place + 1) != '\n';
  }

  /** A number without a unit is a quantity only where nothing else can follow; 为0 is words. */
  boolean countAlone(int begin, int end) {
    boolean closed =
        end == text.length()
            || text.charAt(end) == '.' && !isNumberedAt(end)
            || text.startsWith(OF_WHICH, end)
            || AFTER_A_BARE_NUMBER.indexOf(text.charAt(end)) >= 0
            || text.charAt(end) == '(' && text.charAt(begin) != '0';
    if (!closed || begin == 0 || !ChineseNumerals.isArabic(text.charAt(begin))) {
      return false;
    }
    boolean counts =
        text.charAt(begin) != '0' && BEFORE_A_BARE_NUMBER.indexOf(text.charAt(begin - 1)) >= 0;
    return counts
        || LAST_COUNTED.has(text.charAt(begin - 1))
            && isOneBefore(COUNTED, begin)
            && !isYear(begin, end);
  }

  /** 60号12, 编号12, 〔2021〕12号3, but 公众号12. */
  private boolean isBehindANumber(int begin) {
    return text.charAt(begin - 1) == '号'
        && (begin < 2 || !NAMED_BY_NUMBER.contains(text.substring(begin - 2, begin)));
  }

  /** 没有一例, 无一件: there are none. */
  private boolean isNotEvenOne(int begin, int end) {
    return text.charAt(begin) == '一'
        && end == begin + 1
        && (isOneBefore(DENIED, begin) || MeasureWords.isAt(text, end) && isDeniedFrom(end + 1));
  }

  /** 一件也没有收到. */
  private boolean isDeniedFrom(int place) {
    return place + 1 < text.length()
        && "也都".indexOf(text.charAt(place)) >= 0
        && "未没".indexOf(text.charAt(place + 1)) >= 0;
  }

  /** (2019)60号: when a notice was issued. */
  private boolean isYearOfANotice(int begin, int end) {
    if (text.charAt(begin - 1) != '(' || !isYear(begin, end) || !text.startsWith(")", end)) {
      return false;
    }
    int number = text.startsWith("第", end + 1) ? end + 2 : end + 1;
    int behind = number;
    while (ChineseNumerals.isArabicAt(text, behind)) {
      behind++;
    }
    return behind > number && text.startsWith("号", behind);
  }

  private boolean isYear(int begin, int end) {
    return end - begin == 4 && (text.startsWith("19", begin) || text.startsWith("20", begin));
  }

  private static boolean isOrdinal(char before, char first) {
    return "第〔[-/款@_".indexOf(before) >= 0
        || (before < 0x80 && Character.isLetter(before))
        || "每逐任某几".indexOf(before) >= 0
        || (before == '数' && !ChineseNumerals.isArabic(first)); // 数十, but 总数2318
  }

  private boolean isOneBefore(List<String> words, int place) {
    for (String word : words) {
      if (text.startsWith(word, place - word.length())) {
        return true;
      }
    }
    return false;
  }
}
