package org.gongkai.narrative;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.language.Phrase;
import org.gongkai.language.Span;

/** Finds marks of secrecy, and what a template left open. */
public final class MarkedWords {

  private static final Phrase SECRET =
      Phrase.of(
          "(?:绝密|机密|秘密)\\s{0,3}[★☆]\\s{0,3}(?:长期|[0-9]{1,2}\\s?(?:年|个月))?|密级\\s{0,2}[:：]\\s{0,2}(?:绝密|机密|秘密)");
  private static final String OF_PLACES = "(?:年|月|日|局|委|办|单位|市|区|县|镇|乡|街道|部门|机关|条|件|号|项|人|公司)";
  private static final Phrase OPEN =
      Phrase.of(
          "[×╳]{4,}|[×╳]{2,3}(?="
              + OF_PLACES
              + ")|(?<![A-Za-z0-9])[XxＸ]{4}(?![A-Za-z0-9])|(?<![A-Za-z0-9])[XxＸ]{2,3}(?="
              + OF_PLACES
              + ")|某某|_{3,}|＿{2,}|〔\\s{0,4}〕|【\\s{0,8}】|【(?:请|此处|待|插入|填写)[^】]{0,30}】"
              + "|[（(][\\s\u3000]{1,8}[）)](?=年|月|日|条|件|次|项)|待(?:补充|填写|填报|定稿)(?=[，。；、）)】\\s]|$)|此处(?:填写|插入)|请在此");

  private MarkedWords() {}

  public static List<Span> secret(String text) {
    boolean marked = text.indexOf('★') >= 0 || text.indexOf('☆') >= 0 || text.contains("密级");
    return marked ? all(SECRET, text) : List.of();
  }

  public static List<Span> open(String text) {
    return all(OPEN, text);
  }

  private static List<Span> all(Phrase phrase, String text) {
    List<Span> spans = new ArrayList<>();
    phrase.each(text, 0, text.length(), m -> spans.add(Span.showing(text, m.start(), m.end())));
    return spans;
  }
}
