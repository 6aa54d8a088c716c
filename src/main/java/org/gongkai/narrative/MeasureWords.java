package org.gongkai.narrative;

import java.util.List;
import java.util.Set;
import org.gongkai.language.SignSet;

/** The measure words (量词) behind which a number is a quantity: 条, 件, 人次, 万元. */
final class MeasureWords {

  /** Longer ones first. */
  private static final List<String> UNITS =
      List.of(
          "人次", "场次", "批次", "万元", "亿元", "条", "件", "篇", "则", "个", "份", "宗", "起", "项", "次", "场", "期",
          "处", "元", "部", "例", "批", "封", "本", "册", "类", "家", "名", "人");

  private static final SignSet UNIT_SIGNS = SignSet.ofFirst(UNITS);

  /** Words that only begin as one does. */
  private static final List<String> OTHER_WORDS =
      List.of(
          "件事", "次性", "个月", "个工作", "个小时", "个百分", "个自然", "部门", "本报告", "类内部", "类过程", "项第", "期间",
          "人大");

  private static final Set<String> ITEMS = Set.of("条", "件", "篇", "份");
  private static final List<String> TIMES = List.of("次", "(次)", "(条)", "(件)", "(篇)", "(份)", "/次");

  private MeasureWords() {}

  static boolean isAt(String text, int place) {
    return !at(text, place).isEmpty();
  }

  /** The one that stands at a place; empty where none does. */
  static String at(String text, int place) {
    if (UNIT_SIGNS.isIn(text, place, Math.min(text.length(), place + 1))) {
      for (String unit : UNITS) {
        if (text.startsWith(unit, place)) {
          return unit;
        }
      }
    }
    return "";
  }

  /** 件事, 项第: what begins as one does and is none. */
  static boolean isOtherWordAt(String text, int place) {
    for (String word : OTHER_WORDS) {
      if (text.startsWith(word, place)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Where the text goes on behind one. 条次, 条(次), 篇(条): times that something was published, which
   * are counted as items are.
   */
  static int behind(String text, int place, String unit) {
    int end = place + unit.length();
    if (!ITEMS.contains(unit)) {
      return end;
    }
    for (String times : TIMES) {
      if (text.startsWith(times, end)) {
        return end + times.length();
      }
    }
    return end;
  }
}
