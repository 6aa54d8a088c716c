package org.gongkai.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.Form;
import org.gongkai.narrative.Boundaries;
import org.gongkai.narrative.Lexicon;
import org.gongkai.narrative.NarrativeText;
import org.gongkai.narrative.Passage;
import org.gongkai.rule.Relation;

/**
 * Finds customary sentences that name another year than they must, as copied text does:
 * 2020年，本单位未收到… in a report of 2021. Where a part says the same of the right year too, it compares
 * both.
 */
final class YearsInText {

  private static final Pattern OPENING =
      Pattern.compile("(?:\\(?[一二三四五六七八九十0-9]{1,3}[)、.])?…{0,6}");
  private static final char YEAR = '年';
  private static final int DIGITS = 4;

  /** No report speaks of what was before; and of what is after next year, none either. */
  private static final int EARLIEST = 1990;

  private static final int LONGEST_NUMBERING = 12;
  private static final int LONGEST = 120;
  private static final int NEAR = 24;

  /** What was made in an earlier year and is said to be so still: 2023年制定的文件2件继续有效. */
  private static final Pattern GOES_ON =
      Pattern.compile(
          "[^，,。；;\\n]{0,30}(?:(?:继续|仍然?|依然|保持|现行)有效|的[^。；;\\n]{0,40}(?:继续|仍然?|依然|保持)有效)");

  /** What can stand before the first sentence of a part. */
  private static final Pattern HEADINGS = Pattern.compile("(?:[^。；;，,！？!?\\n]{0,30}\\n){0,3}+");

  /** So far from its beginning a part would name the right year, if it did at all. */
  private static final int BEGINNING = 600;

  private static final String CLAUSE_ENDS = "，,。；;！？!?\n";

  private final Form form;
  private final Lexicon lexicon;

  YearsInText(Form form, Lexicon lexicon) {
    this.form = form;
    this.lexicon = lexicon;
  }

  /** A sentence's year. */
  private record Named(int year, int start, int end) {}

  void find(NarrativeText text, TextFindings findings) {
    String signs = text.passage().signs();
    List<Integer> openings = openings(signs);
    Set<Integer> found = new HashSet<>();
    for (Lexicon.NamedYear customary : lexicon.years) {
      if (customary.parts().isEmpty() || customary.parts().contains(text.part())) {
        List<Integer> places = customary.first() ? first(customary, signs) : openings;
        for (Named named : wrong(customary, signs, places)) {
          if (found.add(named.start())) {
            findings.addAll(findings(text, customary, named));
          }
        }
      }
    }
  }

  private List<Named> wrong(Lexicon.NamedYear customary, String signs, List<Integer> openings) {
    List<Named> wrong = new ArrayList<>();
    if (!customary.opening()) {
      wrong.addAll(anywhere(customary, signs));
      wrong.removeIf(named -> !isWrong(customary, named.year()));
      return wrong;
    }
    // few, and mostly none: a report speaks of its own year
    for (int at : openings) {
      if (isWrong(customary, yearAt(signs, at))) {
        opening(customary, signs, at).ifPresent(wrong::add);
      }
    }
    wrong.removeIf(named -> reachesOn(customary, signs, named));
    boolean compares =
        !wrong.isEmpty()
            && openings.stream()
                .filter(at -> yearAt(signs, at) == customary.year())
                .anyMatch(at -> opening(customary, signs, at).isPresent());
    return compares ? List.of() : wrong;
  }

  private static int yearAt(String signs, int place) {
    return Integer.parseInt(signs, place, place + DIGITS, 10);
  }

  private boolean isWrong(Lexicon.NamedYear customary, int year) {
    return customary.others().isEmpty()
        ? year != customary.year()
        : customary.others().contains(year) || year < EARLIEST || year > lexicon.year + 1;
  }

  /**
   * Whether it goes on to the right year, as 2022年至2024年 and 2023年9件；2024年12件 do, or tells of what
   * lasts.
   */
  private static boolean reachesOn(Lexicon.NamedYear customary, String signs, Named named) {
    int behind = Math.min(named.start() + DIGITS + 1, signs.length());
    int end = behind;
    while (end < signs.length() && CLAUSE_ENDS.indexOf(signs.charAt(end)) < 0) {
      end++;
    }
    int right =
        named.year() < customary.year()
            ? signs.indexOf(Integer.toString(customary.year()), behind, end)
            : -1;
    boolean compares = compares(customary.year(), signs, behind);
    return right >= 0
        || compares
        || GOES_ON.matcher(signs).region(behind, signs.length()).lookingAt();
  }

  /** 2023年公开9条，2024年公开12条: whether a number of the right year stands beside it. */
  private static boolean compares(int year, String signs, int behind) {
    int next = signs.indexOf(Integer.toString(year) + YEAR, behind);
    if (next < 0 || next - behind > LONGEST || CLAUSE_ENDS.indexOf(signs.charAt(next - 1)) < 0) {
      return false;
    }
    int number = signs.indexOf(Passage.QUANTITY, next);
    boolean counts =
        number >= 0
            && number - next < NEAR
            && signs.substring(next, number).chars().noneMatch(c -> CLAUSE_ENDS.indexOf(c) >= 0);
    return counts && signs.substring(behind, next).chars().noneMatch(c -> c == '。' || c == '\n');
  }

  private static List<Integer> openings(String signs) {
    List<Integer> openings = new ArrayList<>();
    for (int end = signs.indexOf(YEAR); end >= 0; end = signs.indexOf(YEAR, end + 1)) {
      int at = end - DIGITS;
      if (at >= 0 && isNumber(signs, at, end) && opensSentence(signs, at)) {
        openings.add(at);
      }
    }
    return openings;
  }

  /** Where the part begins with another year, and names the right one nowhere near. */
  private static List<Integer> first(Lexicon.NamedYear customary, String signs) {
    Matcher headings = HEADINGS.matcher(signs);
    int at = headings.lookingAt() ? headings.end() : 0;
    Matcher numbering = OPENING.matcher(signs).region(at, signs.length());
    at = numbering.lookingAt() ? numbering.end() : at;
    String beginning = signs.substring(0, Math.min(signs.length(), BEGINNING));
    boolean opens =
        at + DIGITS < signs.length()
            && isNumber(signs, at, at + DIGITS)
            && signs.charAt(at + DIGITS) == YEAR;
    return opens && !beginning.contains(Integer.toString(customary.year()))
        ? List.of(at)
        : List.of();
  }

  private static boolean isNumber(String signs, int from, int to) {
    for (int at = from; at < to; at++) {
      if (signs.charAt(at) < '0' || signs.charAt(at) > '9') {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing stands before it in its sentence but dots and the number of a paragraph. */
  private static boolean opensSentence(String signs, int at) {
    int from = Boundaries.STRONG.behindLast(signs, Math.max(0, at - LONGEST_NUMBERING), at);
    return OPENING.matcher(signs).region(from, at).matches();
  }

  private Optional<Named> opening(Lexicon.NamedYear customary, String signs, int at) {
    Matcher words = customary.words().at(signs, at, Math.min(signs.length(), at + LONGEST));
    return words == null || lexicon.others.isIn(words.group(), 0, words.group().length())
        ? Optional.empty()
        : Optional.of(named(words));
  }

  private static List<Named> anywhere(Lexicon.NamedYear customary, String signs) {
    List<Named> named = new ArrayList<>();
    customary.words().each(signs, 0, signs.length(), words -> named.add(named(words)));
    return named;
  }

  private static Named named(Matcher words) {
    return new Named(Integer.parseInt(words.group(1)), words.start(), words.end());
  }

  private List<Finding> findings(NarrativeText text, Lexicon.NamedYear customary, Named named) {
    Relation relation = customary.unsure() ? Relation.EARLIER : Relation.DATED;
    return form.rules(relation).stream()
        .map(
            rule ->
                text.finding(
                    form,
                    rule,
                    FindingKind.NAMED_YEAR,
                    List.of(text.quoteRead(named.start(), named.end())),
                    BigDecimal.valueOf(named.year()),
                    BigDecimal.valueOf(customary.year())))
        .toList();
  }
}
