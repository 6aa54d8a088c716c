package org.gongkai.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds marks of secrecy, and what a template left open. */
final class MarkedWords {

  private static final Pattern SECRET =
      Pattern.compile(
          "(?:绝密|机密|秘密)\\s{0,3}[★☆]\\s{0,3}(?:长期|[0-9]{1,2}\\s?(?:年|个月))?|密级\\s{0,2}[:：]\\s{0,2}(?:绝密|机密|秘密)");
  private static final String OF_PLACES = "(?:年|月|日|局|委|办|单位|市|区|县|镇|乡|街道|部门|机关|条|件|号|项|人|公司)";
  private static final Pattern OPEN =
      Pattern.compile(
          "[×╳]{4,}|[×╳]{2,3}(?="
              + OF_PLACES
              + ")|(?<![A-Za-z0-9])[XxＸ]{4}(?![A-Za-z0-9])|(?<![A-Za-z0-9])[XxＸ]{2,3}(?="
              + OF_PLACES
              + ")|某某|_{3,}|＿{2,}|〔\\s{0,4}〕|【\\s{0,8}】|【(?:请|此处|待|插入|填写)[^】]{0,30}】"
              + "|[（(][\\s\u3000]{1,8}[）)](?=年|月|日|条|件|次|项)|待(?:补充|填写|填报|定稿)(?=[，。；、）)】\\s]|$)|此处(?:填写|插入)|请在此");
  private static final String SIGNS_OF_OPEN = "×╳XxＸ某_＿〔【（(待此请";

  private MarkedWords() {}

  static List<Span> secret(String text) {
    boolean marked = text.indexOf('★') >= 0 || text.indexOf('☆') >= 0 || text.contains("密级");
    return marked ? all(SECRET, text) : List.of();
  }

  static List<Span> open(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (SIGNS_OF_OPEN.indexOf(text.charAt(i)) >= 0) {
        return all(OPEN, text);
      }
    }
    return List.of();
  }

  private static List<Span> all(Pattern pattern, String text) {
    List<Span> spans = new ArrayList<>();
    for (Matcher found = pattern.matcher(text); found.find(); ) {
      spans.add(Span.showing(text, found.start(), found.end()));
    }
    return spans;
  }
}
