package org.gongkai.narrative;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.gongkai.language.Phrase;
import org.gongkai.language.WrittenYears;

/** Finds the whole years that a text says its figures are of. */
final class OwnPeriods {

  private static final String FIRST_DAY =
      "(?:"
          + WrittenYears.OF_YEAR
          + "(?:0?1|一|元)\\s{0,3}月\\s{0,3}(?:0?1|一)\\s{0,3}[日号]|"
          + WrittenYears.YEAR
          + "[./-]0?1[./-]0?1(?![0-9]))";
  private static final String LAST_DAY =
      "(?:(?:(?:"
          + WrittenYears.OF_YEAR
          + "|[同当本该]年)\\s{0,3})?(?:12|十二)\\s{0,3}月\\s{0,3}(?:31|三十一)\\s{0,3}[日号]|(?:"
          + WrittenYears.YEAR
          + "[./-])?12[./-]31(?![0-9]))";
  private static final Phrase PERIOD =
      Phrase.of(FIRST_DAY + "\\s{0,3}[起始]?\\s{0,3}[，,]?\\s{0,3}(?:至|到|-{1,2})\\s{0,3}" + LAST_DAY);

  /** What a sentence says before the period of its figures. */
  private static final Pattern OF_FIGURES =
      Pattern.compile(
          "(?:统计(?:期限|时限|时段|周期|时间|区间)|报告(?:期|时间|时限)"
              + "|数据的?(?:统计|期限|时限|起止|时间)|(?:所列|列出|涉及|使用|中)的?(?:各项|统计)?数据"
              + "|本(?:年度?)?(?:工作)?(?:年度)?报告|本年报).{0,12}$",
          Pattern.DOTALL);

  /** What stands before a period in brackets that is the report's: its title, or nothing. */
  private static final Pattern BEFORE_BRACKET =
      Pattern.compile("(?:^|报告[》\"”]?|年度|本年|全年|一年来|数据|期限|情况)\\s*$");

  private static final Pattern AFTER_IN_BRACKET = Pattern.compile("\\s?止?(?:期间)?\\s?\\)");

  private static final Pattern OF_OTHER_TIMES =
      Pattern.compile("上一?个?年|去年|前一?年|往年|历年|同期|此前|以前|曾|比");
  private static final int LONGEST_SENTENCE = 120;

  private OwnPeriods() {}

  static void find(String plain, Consumer<MatchResult> found) {
    PERIOD.each(
        plain,
        0,
        plain.length(),
        period -> {
          if (isOwn(plain, period)) {
            found.accept(period);
          }
        });
  }

  private static boolean isOwn(String plain, MatchResult period) {
    String before = sentenceBefore(plain, period.start());
    if (OF_OTHER_TIMES.matcher(before).find()) {
      return false;
    }
    if (OF_FIGURES.matcher(before).find()) {
      return true;
    }
    List<Integer> years = WrittenYears.of(period);
    String inFront = before.replaceFirst("\\(\\s*[自从即]?\\s*$", "");
    return inFront.length() < before.length()
        && AFTER_IN_BRACKET.matcher(plain).region(period.end(), plain.length()).lookingAt()
        && years.getFirst().equals(years.getLast())
        && BEFORE_BRACKET.matcher(inFront).find()
        && !inFront.contains(years.getFirst().toString());
  }

  private static String sentenceBefore(String plain, int end) {
    int start = end;
    while (start > 0
        && end - start < LONGEST_SENTENCE
        && "。！？；\n".indexOf(plain.charAt(start - 1)) < 0) {
      start--;
    }
    return plain.substring(start, end);
  }
}
