package org.gongkai.narrative;

import java.util.Set;
import java.util.regex.Pattern;

/** How a number is to be read whose clause leaves out what stands at the number before it. */
final class LeftOut {

  private static final int FARTHEST = 12;
  private static final int LONGEST_OF_WHICH = 24;
  private static final int NEXT_TO_IT = 2;

  private final Set<String> often;
  private final Set<String> pieces;
  private final Set<String> ways;
  private final Pattern way;
  private final Pattern added;

  LeftOut(WrittenTexts.LeftOut written) {
    this.often = written.often();
    this.pieces = written.pieces();
    this.ways = written.ways();
    this.way = Pattern.compile(written.way());
    this.added = Pattern.compile(written.added());
  }

  /** 更新130期、发布信息398条: one number tells how often, the other how many. */
  boolean isIssues(Quantity times, Quantity many) {
    return often.contains(times.unit())
        && pieces.contains(many.unit())
        && many.place() - times.place() <= FARTHEST;
  }

  /** 网站4个栏目发布12条, 公开36项信息共12条: how many columns or kinds there are changes nothing. */
  boolean isOfWays(Quantity by, Quantity many, Sentence sentence) {
    int from = by.place() - sentence.start();
    int to = many.place() - sentence.start();
    return ways.contains(by.unit())
        && pieces.contains(many.unit())
        && to - from <= FARTHEST
        && way.matcher(sentence.words()).region(from + 1, to).matches();
  }

  /** 208期、1117篇: with nothing between them. */
  boolean isTwoMeasures(Quantity times, Quantity many) {
    return isIssues(times, many) && many.place() - times.place() <= NEXT_TO_IT;
  }

  /** 累计公开3055条，其中2021年新增412条: the year's own of what was counted from the beginning. */
  boolean isAdded(Quantity all, Quantity more, Sentence sentence) {
    int from = all.place() - sentence.start() + 1;
    int to = more.place() - sentence.start();
    return to - from < LONGEST_OF_WHICH
        && pieces.contains(more.unit())
        && added.matcher(sentence.words()).region(from, to).matches();
  }

  /** As if it stood in the place of the one before it. */
  static RespectiveList.Told inPlaceOf(
      Quantity before, RespectiveList.Told told, Sentence sentence, int head) {
    int at = before.place() - sentence.start();
    String words = told.words().substring(0, at) + told.words().substring(told.place());
    return new RespectiveList.Told(words, at, Math.max(0, at - head), told.turn());
  }

  /** As if the one before it did not stand there. */
  static RespectiveList.Told without(
      Quantity before, RespectiveList.Told told, Sentence sentence, int head) {
    int at = before.place() - sentence.start();
    String words = told.words().substring(0, at) + told.words().substring(at + 1);
    return new RespectiveList.Told(words, told.place() - 1, Math.max(0, at - head), told.turn());
  }
}
