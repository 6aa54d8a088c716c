package org.gongkai.recognition;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.matrix.Place;
import org.gongkai.recognition.Strand.Words;
import org.jspecify.annotations.Nullable;

/**
 * Who signs a report, and when.
 *
 * @param first line of it
 * @param last line of it
 * @param name as printed; empty where none is
 * @param date as printed; empty where none is
 */
record ReportSignature(int first, int last, String name, String date, Place place) {

  private static final String DATE =
      "(?:[0-9]{4}|[二〇○零OoＯ一三四五六七八九]{4})[\\s\\p{Z}]*年[\\s\\p{Z}]*(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[\\s\\p{Z}]*月[\\s\\p{Z}]*(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[\\s\\p{Z}]*日";
  private static final Pattern DATED =
      Pattern.compile("(?<name>[^0-9。，；：]{0,40}?)[\\s\\p{Z}]*[（(]?(?<date>" + DATE + ")[）)]?");

  /**
   * The last one behind a place.
   *
   * @param own name of the organ by its title; empty where there is none
   */
  static @Nullable ReportSignature find(
      List<Strand> strands, int behind, String own, PrintedWords words) {
    int end = strands.size();
    for (int i = strands.size() - 1; i > behind; i--) {
      if (strands.get(i) instanceof Words line) {
        Matcher matcher = DATED.matcher(line.text());
        if (matcher.matches()) {
          return dated(strands, i, matcher, behind, words);
        }
        if (line.text().indexOf('。') >= 0) {
          end = i + 1;
          break;
        }
      }
    }
    for (int i = end; i < strands.size(); i++) {
      if (strands.get(i) instanceof Words line
          && !own.isEmpty()
          && LabelText.joined(line.text()).equals(own)) {
        return new ReportSignature(i, i, line.text(), "", line.place());
      }
    }
    return null;
  }

  private static @Nullable ReportSignature dated(
      List<Strand> strands, int at, Matcher matcher, int behind, PrintedWords words) {
    Words line = (Words) strands.get(at);
    String date = matcher.group("date");
    String name = CellText.stripped(matcher.group("name"));
    if (!name.isEmpty()) {
      return ReportTitle.isName(LabelText.joined(name), words)
          ? new ReportSignature(at, at, name, date, line.place())
          : null;
    }
    if (at - 1 > behind
        && strands.get(at - 1) instanceof Words above
        && ReportTitle.isName(LabelText.joined(above.text()), words)) {
      return new ReportSignature(at - 1, at, above.text(), date, above.place());
    }
    if (at + 1 < strands.size()
        && strands.get(at + 1) instanceof Words below
        && ReportTitle.isName(LabelText.joined(below.text()), words)) {
      return new ReportSignature(at, at + 1, below.text(), date, line.place());
    }
    return new ReportSignature(at, at, "", date, line.place());
  }
}
