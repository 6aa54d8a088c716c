package org.gongkai.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.matrix.Place;
import org.gongkai.recognition.Strand.Words;
import org.jspecify.annotations.Nullable;

/**
 * The title of a report, in one line or several.
 *
 * @param first line of it
 * @param last line of it
 * @param name of the organ as it stands there; empty where none does
 * @param year null where none stands there
 */
record ReportTitle(
    int first, int last, String text, Place place, String name, @Nullable Integer year) {

  private static final String DIGITS = "(?<![0-9])((?:19|20)[0-9]{2}|二[〇○零OoＯ][一二三四五六七八九〇○零]{2})";

  /** A year that is called one. */
  private static final Pattern YEAR = Pattern.compile(DIGITS + "年度?");

  private static final Pattern YEAR_IN_TITLE = Pattern.compile(DIGITS + "年?度?");
  private static final Pattern NOT_OF_A_TITLE = Pattern.compile("[。；;，,！？?]|[>＞»]");
  private static final Pattern AROUND = Pattern.compile("[《》“”\"]|[(（][^()（）]{0,20}[)）]$");
  private static final Pattern LINKING = Pattern.compile("(?:关于|的|[—–-])+$|^关于");
  private static final String HAN_DIGITS = "〇一二三四五六七八九";
  private static final int LONGEST = 70;
  private static final int LONGEST_NAME = 40;

  /** The last one among the lines before a place. */
  static @Nullable ReportTitle find(List<Strand> strands, int before, PrintedWords words) {
    for (int last = before - 1; last >= 0; last--) {
      if (strands.get(last) instanceof Words) {
        ReportTitle title = at(strands, last, words);
        if (title != null) {
          return title;
        }
      }
    }
    return null;
  }

  /** All lines that are titles, wherever they stand. */
  static List<ReportTitle> all(List<Strand> strands, PrintedWords words) {
    List<ReportTitle> all = new ArrayList<>();
    for (int i = 0; i < strands.size(); i++) {
      ReportTitle title = at(strands, i, words);
      if (title != null) {
        all.add(title);
      }
    }
    return all;
  }

  private static @Nullable ReportTitle at(List<Strand> strands, int last, PrintedWords words) {
    String text = "";
    ReportTitle found = null;
    for (int first = last; first >= 0 && first > last - 3; first--) {
      if (!(strands.get(first) instanceof Words line)
          || line.text().length() > LONGEST
          || NOT_OF_A_TITLE.matcher(line.text()).find()
          || words.frame().matcher(LabelText.joined(line.text())).find()) {
        break;
      }
      text = text.isEmpty() ? line.text() : line.text() + "\n" + text;
      String joined = LabelText.joined(text);
      Matcher matcher = words.title().matcher(AROUND.matcher(joined).replaceAll(""));
      if (found != null
          && (!found.name().isEmpty()
              || !isName(LabelText.joined(line.text()), words) && !isYear(line.text()))) {
        break;
      }
      boolean named = matcher.find() && matcher.end() == matcher.regionEnd();
      if (!named && YEAR_IN_TITLE.matcher(joined).find()) {
        matcher = words.titleOfYear().matcher(AROUND.matcher(joined).replaceAll(""));
        named = matcher.find() && matcher.end() == matcher.regionEnd();
      }
      if (named) {
        String before = AROUND.matcher(joined).replaceAll("").substring(0, matcher.start());
        String name = LINKING.matcher(YEAR_IN_TITLE.matcher(before).replaceAll("")).replaceAll("");
        if (name.length() <= LONGEST_NAME) {
          found =
              new ReportTitle(first, last, text, line.place(), name, first(YEAR_IN_TITLE, joined));
        }
      }
    }
    return found;
  }

  private static boolean isYear(String line) {
    return YEAR.matcher(LabelText.joined(line)).matches();
  }

  /** Whether a line can be the name of a body. */
  static boolean isName(String joined, PrintedWords words) {
    Matcher matcher = words.organs().matcher(joined);
    boolean ends = false;
    while (matcher.find()) {
      ends = matcher.end() == joined.length();
    }
    return ends
        && joined.length() >= 3
        && joined.length() <= LONGEST_NAME
        && !joined.matches(".*[。；，：、！？0-9:>].*")
        && Numbering.of(joined).length() == 0;
  }

  /** The first year in a text; null where there is none. */
  static @Nullable Integer year(String text) {
    return first(YEAR, text);
  }

  private static @Nullable Integer first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? number(matcher.group(1)) : null;
  }

  static int number(String year) {
    if (Character.isDigit(year.charAt(0)) && year.charAt(0) < 128) {
      return Integer.parseInt(year);
    }
    int number = 0;
    for (int i = 0; i < year.length(); i++) {
      int digit = HAN_DIGITS.indexOf(year.charAt(i));
      number = number * 10 + Math.max(0, digit);
    }
    return number;
  }
}
