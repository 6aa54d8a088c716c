package org.gongkai.finding;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongkai.language.UnreadableSigns;
import org.gongkai.problem.Language;
import org.gongkai.problem.Text;

/** Names signs that cannot be shown: which they are, and where they stand. */
final class SignNames {

  private static final int MOST_NAMED = 10;
  private static final Text SIGN = new Text("第 %s 个字符 U+%s，%s", "character %s, U+%s, %s");
  private static final Text MORE = new Text("等 %s 处", "%s in all");

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(0x00AD, "软连字符"),
          Map.entry(0x061C, "阿拉伯字母标记"),
          Map.entry(0x180E, "蒙古文元音分隔符"),
          Map.entry(0x200B, "零宽空格"),
          Map.entry(0x200C, "零宽不连字"),
          Map.entry(0x200D, "零宽连字"),
          Map.entry(0x200E, "从左到右标记"),
          Map.entry(0x200F, "从右到左标记"),
          Map.entry(0x202A, "从左到右嵌入"),
          Map.entry(0x202B, "从右到左嵌入"),
          Map.entry(0x202C, "方向格式结束"),
          Map.entry(0x202D, "强制从左到右"),
          Map.entry(0x202E, "强制从右到左"),
          Map.entry(0x2060, "零宽不换行连接符"),
          Map.entry(0x2066, "从左到右隔离"),
          Map.entry(0x2067, "从右到左隔离"),
          Map.entry(0x2068, "首字定向隔离"),
          Map.entry(0x2069, "方向隔离结束"),
          Map.entry(0xFEFF, "零宽不换行空格"),
          Map.entry(0xFFFD, "替换字符"));

  private SignNames() {}

  /** The signs that the quotes of a finding hold; empty where every one can be shown. */
  static String in(List<CellState> quotes, Language language) {
    SortedMap<Integer, Integer> signs = new TreeMap<>();
    quotes.stream()
        .filter(quote -> quote.at() != null && quote.stated() != null)
        .forEach(quote -> signs.putAll(UnreadableSigns.named(quote.stated().asText(), quote.at())));
    String separator = language == Language.ZH ? "；" : "; ";
    String named =
        signs.entrySet().stream()
            .limit(MOST_NAMED)
            .map(
                e ->
                    SIGN.in(language)
                        .formatted(
                            e.getKey() + 1,
                            "%04X".formatted(e.getValue()),
                            name(e.getValue(), language)))
            .collect(Collectors.joining(separator));
    return signs.size() <= MOST_NAMED
        ? named
        : named + separator + MORE.in(language).formatted(signs.size());
  }

  private static String name(int sign, Language language) {
    String known = NAMES.get(sign);
    if (language == Language.ZH && known != null) {
      return known;
    }
    Text kind =
        switch (Character.getType(sign)) {
          case Character.PRIVATE_USE -> new Text("私用区字符", "of private use");
          case Character.UNASSIGNED -> new Text("未定义的字符", "unassigned");
          case Character.CONTROL -> new Text("控制字符", "a control character");
          case Character.SURROGATE -> new Text("损坏的字符", "broken");
          default ->
              new Text("不可见字符", String.valueOf(Character.getName(sign)).toLowerCase(Locale.ROOT));
        };
    return kind.in(language);
  }
}
