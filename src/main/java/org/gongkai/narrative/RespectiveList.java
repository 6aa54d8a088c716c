package org.gongkai.narrative;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.language.ReportLanguage;

/**
 * Numbers that are told in turn: 网站、微信公开信息分别为12条、9条. Each is read as if it stood behind its own
 * name; where there are not as many names as numbers, nothing is.
 */
final class RespectiveList {

  private static final char Q = Passage.QUANTITY;
  private static final Pattern TURNS =
      Pattern.compile(
          "分别(?:为|是|有|共|达)?(?<done>(?:公开|发布|推送|收到|受理|办结|答复|更新|信息|政府|政务){0,4})(%1$c(?:(?:[、，]|和|及|以及|与)%1$c)+)"
              .formatted(Q));

  /** What the last name has and all are meant to have: 许可、处罚决定数量分别为. */
  private static final Pattern TAIL =
      Pattern.compile("(?<![予分不])(?:的|公开|发布|推送|处理|决定|各类|政府|政务|信息|数量|申请|案件|件数){1,5}$");

  private static final Pattern SUCH_AS = Pattern.compile("等[^、，]{0,12}$");
  private static final Pattern JOINT = Pattern.compile("、|和|及|以及|与");
  private static final String CLAUSE_ENDS = "，；：:;," + Q;

  private RespectiveList() {}

  /**
   * How a number is to be read.
   *
   * @param words the sentence with its own name only
   * @param place of the number in these words
   * @param from where its name begins
   * @param turn what is the same for all numbers that are told together
   */
  record Told(String words, int place, int from, int turn) {}

  /** By the place of the number in the sentence. */
  static Map<Integer, Told> of(String words, ReportLanguage language) {
    Map<Integer, Told> told = new HashMap<>();
    if (words.contains("分别")) {
      for (Matcher turns = TURNS.matcher(words); turns.find(); ) {
        add(words, turns, language, told);
      }
    }
    return told;
  }

  private static String withoutEnd(String name, String end) {
    return name.endsWith(end) ? name.substring(0, name.length() - end.length()) : name;
  }

  private static String[] names(String told, ReportLanguage language) {
    StringBuilder apart = new StringBuilder(told);
    for (int seam : language.seams(told).reversed()) {
      apart.insert(seam, '、');
    }
    return JOINT.split(apart);
  }

  private static void add(
      String words, Matcher turns, ReportLanguage language, Map<Integer, Told> told) {
    int from = turns.start();
    while (from > 0 && CLAUSE_ENDS.indexOf(words.charAt(from - 1)) < 0) {
      from--;
    }
    int end = turns.start();
    if (from == end && from > 0 && words.charAt(from - 1) == '，') {
      // 依托微信公众号、抖音号等政务新媒体，分别发布
      end--;
      from = end;
      while (from > 0 && CLAUSE_ENDS.indexOf(words.charAt(from - 1)) < 0) {
        from--;
      }
      end = from + SUCH_AS.matcher(words.substring(from, end)).replaceFirst("").length();
    }
    String[] names = names(words.substring(from, end), language);
    if (names.length == 0) {
      return; // nothing but signs between names
    }
    Matcher tail = TAIL.matcher(names[names.length - 1]);
    String ends = tail.find() ? tail.group() : "";
    // 财政科、办公室收到的申请: what the last name ends with makes none of 财政科
    boolean shared = Stream.of(names).allMatch(name -> language.means(withoutEnd(name, ends)));
    String all = (shared ? ends : "") + turns.group("done");
    String rest = words.substring(turns.end());
    int next = 0;
    for (int at = turns.start(2); at < turns.end(2); at++) {
      if (words.charAt(at) == Q) {
        String name = next < names.length ? names[next] : "";
        String own =
            words.substring(0, from)
                + name
                + (next == names.length - 1 ? turns.group("done") : all);
        told.put(at, new Told(own + Q + rest, own.length(), from, turns.start()));
        next++;
      }
    }
    if (next != names.length) {
      told.values().removeIf(t -> t.turn() == turns.start());
    }
  }
}
