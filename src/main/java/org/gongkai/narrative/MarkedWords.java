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

  /** What a template leaves open before it, and nobody hides. */
  private static final String OF_THINGS =
      "(?:(?:等)?(?:问题|不足|方面|工作|领域|事项)|情况|网站|公众号|栏目|专栏|类|次|个|篇|场|期|份|宗|起|万元|元)";

  private static final String CROSSES = "×╳";
  private static final String LETTERS = "XxＸ";

  /** Behind a name of a family, or who is spoken of, they hide a person: 张XX, 申请人×××. */
  private static final String NO_PERSON =
      "(?<![张王李刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范石姚谭廖邹熊金陆郝孔白崔康毛邱秦史顾侯邵孟龙段雷钱汤尹黎易常武乔贺赖龚])"
          + "(?<!申请人)(?<!当事人)(?<!原告)(?<!被告)(?<!姓名)(?<!姓名[:：])(?<!公民)(?<!市民)(?<!群众)";

  private static final Phrase OPEN =
      Phrase.of(
          String.join(
              "|",
              alone(CROSSES, "{4,}"),
              alone(CROSSES, "{3}"),
              NO_PERSON + "(?<![A-Za-z0-9×╳])[×╳]{2,3}(?=" + OF_PLACES + "|" + OF_THINGS + ")",
              alone(LETTERS, "{3,4}"),
              NO_PERSON + "(?<![A-Za-z0-9Ｘ])[XxＸ]{2,3}(?=" + OF_PLACES + "|" + OF_THINGS + ")",
              NO_PERSON
                  + "(?<![A-Za-z0-9*＊])[*＊]{3,}(?=年|月|日|条|件|项|局|委员会|办公室|单位|部门|"
                  + OF_THINGS
                  + ")",
              "20(?:[XxＸ]{2}|[×╳]{2}|[*＊]{2}|2[XxＸ×╳*＊])(?=年)",
              "(?<![A-Za-z0-9])[XxＸ×╳]月(?:[XxＸ×╳]日)?",
              NO_PERSON + "(?<!某)某某",
              "_{3,}",
              "＿{2,}",
              "〔\\s{0,4}〕",
              "【\\s{0,8}】",
              "【(?:请|此处|待|插入|填写)[^】]{0,30}】",
              "[（(][\\s\u3000]{1,8}[）)](?=年|月|日|条|件|次|项)",
              "待(?:补充|填写|填报|定稿)(?=[，。；、）)】\\s]|$)",
              "此处(?:填写|插入)",
              "请在此"));

  private MarkedWords() {}

  /**
   * So many of some signs, with no sign of a number or word around them that they hide a part of.
   */
  private static String alone(String signs, String many) {
    return NO_PERSON + "(?<![A-Za-z0-9%1$s])[%1$s]%2$s(?![A-Za-z0-9%1$s])".formatted(signs, many);
  }

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
