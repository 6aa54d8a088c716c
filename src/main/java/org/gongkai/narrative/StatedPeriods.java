package org.gongkai.narrative;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.language.Phrase;
import org.gongkai.language.Span;
import org.gongkai.language.WrittenYears;

/**
 * Finds a period that a text says the report's own figures are of, and that is not a whole calendar
 * year. Whole years are {@link OwnPeriods}'s. Reports tell of many periods: of surveys, of
 * inspections, of a hearing; only one that is said to be that of the report counts.
 */
public final class StatedPeriods {

  private static final String NUMBER = "([0-9]{1,2}|元|[一二三四五六七八九十]{1,3})";
  private static final String DAY = "(?:\\s{0,3}" + NUMBER + "\\s{0,3}[日号])?";
  private static final String FIRST =
      "(?<first>" + WrittenYears.OF_YEAR + NUMBER + "\\s{0,3}月?" + DAY + ")";
  private static final String LAST =
      "(?<last>(?:(?:"
          + WrittenYears.OF_YEAR
          + "|[同当本该]年|[0-9]{5,6}\\s{0,3}年)\\s{0,3})?"
          + NUMBER
          + "\\s{0,3}月"
          + DAY
          + ")";
  private static final Phrase PERIOD =
      Phrase.of(FIRST + "\\s{0,3}[起始]?\\s{0,3}[，,]?\\s{0,3}(?:至|到|-{1,2})\\s{0,3}" + LAST);

  private static final Pattern FIRST_OF_A_YEAR =
      Pattern.compile(".*年\\s*(?:0?1|一|元)\\s*月?(?:\\s*(?:0?1|一)\\s*[日号])?");
  private static final Pattern LAST_OF_A_YEAR =
      Pattern.compile("(?:.*年\\s*)?(?:12|十二)\\s*月(?:\\s*(?:31|三十一)\\s*[日号])?", Pattern.DOTALL);

  /** 202120年 is none. */
  private static final Pattern NO_YEAR = Pattern.compile("[0-9]{5,6}\\s*年");

  private static final String PERIOD_OF = "统计(?:期限|时限|时段|周期|时间|区间|期)";

  /** What stands before it: this report's figures, or nothing but the word for its period. */
  private static final Pattern OF_THE_REPORT =
      Pattern.compile(
          "(?:本(?:年度?)?(?:工作)?(?:年度)?报告|本年报|本次报告|所列|列出)[^。；]{0,24}"
              + "(?:"
              + PERIOD_OF
              + "|数据的?(?:期限|时限|起止|时间))[^。；，]{0,8}$"
              + "|^[\\s(一二三四五六七八九十0-9、.)]{0,6}(?:数据的?)?(?:"
              + PERIOD_OF
              + "|报告(?:期|期限|时限))\\s?(?:为|是|自|从|:|：){0,2}\\s?$",
          Pattern.DOTALL);

  /** Other matters that have a period of their own, and other years. */
  private static final Pattern OF_OTHER_MATTERS =
      Pattern.compile("调查|问卷|测评|评估|普查|征集|抽查|检查|考核|监测|培训|活动|专项|上一?个?年|去年|往年|历年|同期|以前");

  /** What stands behind it: nothing that the period could be of. */
  private static final Pattern ENDS = Pattern.compile("\\s?止?(?:期间)?\\s?(?:[。，,；;)\\s]|\\z)");

  /** 本报告由……六部分组成，涵盖……政府信息公开工作情况. */
  private static final Pattern COVERS =
      Pattern.compile(
          "(?:^|[，,])本(?:年度?)?(?:工作)?(?:年度)?报告[^。；]{0,110}[，,](?:内容)?(?:涵盖|反映|汇总)了?\\s?(?:自|从)?$",
          Pattern.DOTALL);

  private static final Pattern COVERED =
      Pattern.compile(
          "\\s?止?(?:期间)?[^。；，,、\\n]{0,24}(?:政府信息|政务|信息)公开(?:工作)?(?:的?(?:总体)?情况)[。，,；;\\s]");

  private static final int LONGEST_SENTENCE = 120;

  private StatedPeriods() {}

  public static List<Span> in(String text) {
    List<Span> found = new ArrayList<>();
    if (text.indexOf('月') >= 0) {
      String plain = WrittenYears.plain(text);
      PERIOD.each(
          plain,
          0,
          plain.length(),
          period -> {
            if (!isWholeYears(period)
                && (is(OF_THE_REPORT, plain, period.start()) && isFollowedBy(ENDS, plain, period)
                    || is(COVERS, plain, period.start()) && isFollowedBy(COVERED, plain, period))) {
              found.add(Span.showing(text, period.start(), period.end()));
            }
          });
    }
    return found;
  }

  private static boolean isWholeYears(Matcher period) {
    return !NO_YEAR.matcher(period.group("last")).find()
        && FIRST_OF_A_YEAR.matcher(period.group("first")).matches()
        && LAST_OF_A_YEAR.matcher(period.group("last")).matches();
  }

  private static boolean isFollowedBy(Pattern words, String plain, Matcher period) {
    return words.matcher(plain).region(period.end(), plain.length()).lookingAt();
  }

  private static boolean is(Pattern ofTheReport, String plain, int period) {
    int start = period;
    while (start > 0
        && period - start < LONGEST_SENTENCE
        && "。！？；\n".indexOf(plain.charAt(start - 1)) < 0) {
      start--;
    }
    String before = plain.substring(start, period);
    return ofTheReport.matcher(before).find() && !OF_OTHER_MATTERS.matcher(before).find();
  }
}
