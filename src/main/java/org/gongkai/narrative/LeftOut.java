package org.gongkai.narrative;

import java.util.Set;
import java.util.regex.Pattern;

/** How a number is to be read whose clause leaves out what stands at the number before it. */
final class LeftOut {

  private static final Set<String> OFTEN = Set.of("期", "次", "批", "批次");
  private static final Set<String> PIECES = Set.of("条", "篇", "则", "件");
  private static final Pattern OF_WHICH_ADDED =
      Pattern.compile(
          "[，,(]?(?:其中)?[，,:]?(?:[0-9]{4}年度?|本年度?|今年|全年|当年)?[，,]?新(?:增|公开|发布)(?:公开|发布)?(?:信息)?");
  private static final char ADDED = '新';
  private static final Set<String> WAYS = Set.of("个", "类", "项", "家");
  private static final Pattern WAY =
      Pattern.compile("(?:一级|二级|子|重点|公开)?(?:栏目|专栏|板块|平台|渠道|方面|领域|类别|信息|内容|大类)[^，,。；;：:、()]*");
  private static final int FARTHEST = 12;
  private static final int LONGEST_OF_WHICH = 24;
  private static final int NEXT_TO_IT = 2;

  private LeftOut() {}

  /** 更新130期、发布信息398条: one number tells how often, the other how many. */
  static boolean isIssues(QuantityReader.Quantity often, QuantityReader.Quantity many) {
    return OFTEN.contains(often.unit())
        && PIECES.contains(many.unit())
        && many.place() - often.place() <= FARTHEST;
  }

  /** 网站4个栏目发布12条, 公开36项信息共12条: how many columns or kinds there are changes nothing. */
  static boolean isOfWays(
      QuantityReader.Quantity ways, QuantityReader.Quantity many, Sentence sentence) {
    int from = ways.place() - sentence.start();
    int to = many.place() - sentence.start();
    return WAYS.contains(ways.unit())
        && PIECES.contains(many.unit())
        && to - from <= FARTHEST
        && WAY.matcher(sentence.words()).region(from + 1, to).matches();
  }

  /** 208期、1117篇: with nothing between them. */
  static boolean isTwoMeasures(QuantityReader.Quantity often, QuantityReader.Quantity many) {
    return isIssues(often, many) && many.place() - often.place() <= NEXT_TO_IT;
  }

  /** 累计公开3055条，其中2021年新增412条: the year's own of what was counted from the beginning. */
  static boolean isAdded(
      QuantityReader.Quantity all, QuantityReader.Quantity added, Sentence sentence) {
    int from = all.place() - sentence.start() + 1;
    int to = added.place() - sentence.start();
    return to - from < LONGEST_OF_WHICH
        && PIECES.contains(added.unit())
        && sentence.words().indexOf(ADDED, from) >= 0
        && OF_WHICH_ADDED.matcher(sentence.words()).region(from, to).matches();
  }

  /** As if it stood in the place of the one before it. */
  static RespectiveList.Told inPlaceOf(
      QuantityReader.Quantity before, RespectiveList.Told told, Sentence sentence, int head) {
    int at = before.place() - sentence.start();
    String words = told.words().substring(0, at) + told.words().substring(told.place());
    return new RespectiveList.Told(words, at, Math.max(0, at - head), told.turn());
  }

  /** As if the one before it did not stand there. */
  static RespectiveList.Told without(
      QuantityReader.Quantity before, RespectiveList.Told told, Sentence sentence, int head) {
    int at = before.place() - sentence.start();
    String words = told.words().substring(0, at) + told.words().substring(at + 1);
    return new RespectiveList.Told(words, told.place() - 1, Math.max(0, at - head), told.turn());
  }
}
