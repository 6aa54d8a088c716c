package org.gongkai.contract;

import static org.gongkai.form.Samples.FORMS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.form.Cell;
import org.gongkai.form.Form;

/** Writes which words together state which cells, from {@code texts.yaml}, with an example each. */
final class FramesPage {

  private static final String HEAD =
      """

      ## 文字怎样对应表格 · How words state cells

      同一分句内各词都有时，其中的数字即为所列单元格（“或”：等于其中之一即可）；每词只举一种简短的说法，其余见 `forms/texts.yaml`。
      Where a clause has all of the words, its number is that of the cells (或: one of them). One short way of saying stands for each word; `forms/texts.yaml` has all.
      上下文：前文须先说到什么，同句另须有什么，承接的前一动作，之前、之后不得有什么。
      Context: what must have been named before, what else the sentence must have, what was done last, and what must not stand before or behind.
      例句和不应认作的近似句见 `src/test/resources/texts/frames.yaml`，由 `StatementReaderTest` 逐条检验。
      Examples, and near misses that bind nothing, are in `src/test/resources/texts/frames.yaml`; `StatementReaderTest` reads each.

      | 词 words | 另有他意时仅供参考 else for information | 说明没有、全部办结 none, none left | 上下文 context | 单元格 cells | 例 example |
      |---|---|---|---|---|---|
      """;

  /** What stands for concepts of which the shortest way of saying tells a reader too little. */
  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("another", "另有"),
          Map.entry("app", "客户端"),
          Map.entry("application", "政府信息公开申请"),
          Map.entry("apply", "提交申请"),
          Map.entry("answer", "答复"),
          Map.entry("broadcast", "广播电视"),
          Map.entry("carry", "结转"),
          Map.entry("close", "办结"),
          Map.entry("fees", "行政事业性收费"),
          Map.entry("fromLast", "上年"),
          Map.entry("granted", "予以公开"),
          Map.entry("inForce", "现行有效"),
          Map.entry("issue", "制发"),
          Map.entry("item", "政府信息"),
          Map.entry("litigation", "行政诉讼"),
          Map.entry("ofWhich", "其中"),
          Map.entry("otherThing", "专栏"),
          Map.entry("pending", "正在办理"),
          Map.entry("print", "报刊"),
          Map.entry("reconsideration", "行政复议"),
          Map.entry("receive", "收到"),
          Map.entry("receiveNew", "新收到"),
          Map.entry("refused", "不予公开"),
          Map.entry("repeal", "废止"),
          Map.entry("toNext", "下年"),
          Map.entry("topic", "申请内容"),
          Map.entry("upheld", "维持"),
          Map.entry("via", "信函"),
          Map.entry("website", "网站"),
          Map.entry("wechat", "微信"),
          Map.entry("weibo", "微博"));

  private static final Pattern CHOICE = Pattern.compile("\\[([^]]*)]|\\(([^)]*)\\)");

  private final JsonNode concepts;

  private FramesPage(JsonNode concepts) {
    this.concepts = concepts;
  }

  static void append(StringBuilder page) {
    JsonNode texts = file("/forms/texts.yaml");
    JsonNode examples = file("/texts/frames.yaml");
    FramesPage its = new FramesPage(texts.get("concepts"));
    page.append(HEAD);
    for (JsonNode frame : texts.get("frames")) {
      page.append("| ").append(its.sets(frame.path("sure"), "")).append(" | ");
      page.append(its.sets(frame.path("maybe"), "")).append(" | ");
      List<String> none = new ArrayList<>();
      none.add(its.sets(frame.path("none"), "未 + "));
      none.add(its.sets(frame.path("done"), "均 + "));
      none.removeIf(String::isEmpty);
      page.append(String.join("；", none)).append(" | ");
      page.append(its.context(frame)).append(" | ");
      page.append(cells(frame.path("cells"))).append(" | ");
      page.append(examples.path(frame.get("id").asText()).path("binds").path("text").asText());
      page.append(" |\n");
    }
  }

  private static JsonNode file(String name) {
    try (InputStream file = FramesPage.class.getResourceAsStream(name)) {
      return new YAMLMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String context(JsonNode frame) {
    List<String> said = new ArrayList<>();
    if (frame.has("context")) {
      said.add("前文：" + word(frame.get("context").asText()));
    }
    said.add(anyOf("同句：", frame.path("with")));
    said.add(anyOf("承接：", frame.path("after")));
    said.add(anyOf("承接或无：", frame.path("act")));
    said.add(anyOf("前无：", frame.path("unless")));
    said.add(anyOf("后无：", frame.path("except")));
    said.removeIf(String::isEmpty);
    return String.join("；", said);
  }

  private String anyOf(String before, JsonNode concepts) {
    List<String> words = new ArrayList<>();
    concepts.forEach(concept -> words.add(word(concept.asText())));
    return words.isEmpty() ? "" : before + String.join("、", words);
  }

  private String sets(JsonNode sets, String before) {
    List<String> said = new ArrayList<>();
    for (JsonNode set : sets) {
      List<String> left = new ArrayList<>();
      set.forEach(concept -> left.add(concept.asText()));
      List<String> words = new ArrayList<>();
      while (!left.isEmpty()) {
        String key = key(left);
        words.add(word(key));
        left.removeAll(List.of(key.split("\\+")));
      }
      said.add(before + String.join(" + ", words));
    }
    return String.join("；", said);
  }

  /** The first of them; or where one has no words of its own, that of words for several of them. */
  private String key(List<String> set) {
    return set.stream().allMatch(concepts::has)
        ? set.getFirst()
        : concepts.properties().stream()
            .map(Map.Entry::getKey)
            .filter(key -> key.contains("+") && set.containsAll(List.of(key.split("\\+"))))
            .filter(key -> !List.of(key.split("\\+")).stream().allMatch(concepts::has))
            .findFirst()
            .orElse(set.getFirst());
  }

  /** Its label, else the shortest way of saying, of which no choice is left open. */
  private String word(String concept) {
    String label = LABELS.get(concept);
    if (label != null) {
      if (!isSaid(concept, label)) {
        throw new IllegalStateException(label + " is no way of saying " + concept);
      }
      return label;
    }
    return ways(concept)
        .map(FramesPage::plain)
        .filter(word -> !word.isEmpty())
        .min(Comparator.comparingInt(String::length))
        .orElseThrow();
  }

  private Stream<String> ways(String concept) {
    return concepts.get(concept).valueStream().map(JsonNode::asText);
  }

  /** Without what may be absent, and with the first of several. */
  private static String plain(String way) {
    return CHOICE
        .matcher(way)
        .replaceAll(choice -> choice.group(1) != null ? "" : choice.group(2).split("\\|", 2)[0]);
  }

  private boolean isSaid(String concept, String word) {
    return ways(concept).anyMatch(way -> Pattern.matches(pattern(way), word));
  }

  private static String pattern(String way) {
    StringBuilder pattern = new StringBuilder();
    Matcher choice = CHOICE.matcher(way);
    int end = 0;
    while (choice.find()) {
      pattern.append(Pattern.quote(way.substring(end, choice.start())));
      boolean mayBeAbsent = choice.group(1) != null;
      String words = mayBeAbsent ? choice.group(1) : choice.group(2);
      pattern.append(
          Stream.of(words.split("\\|"))
              .map(Pattern::quote)
              .collect(Collectors.joining("|", "(?:", mayBeAbsent ? ")?" : ")")));
      end = choice.end();
    }
    return pattern.append(Pattern.quote(way.substring(end))).toString();
  }

  private static String cells(JsonNode alternatives) {
    List<String> sums = new ArrayList<>();
    for (JsonNode alternative : alternatives) {
      StringBuilder sum = new StringBuilder();
      for (JsonNode term : alternative) {
        boolean minus = term.asText().startsWith("-");
        String path = minus ? term.asText().substring(1) : term.asText();
        sum.append(minus ? " − " : sum.isEmpty() ? "" : " + ").append(label(path));
      }
      sums.add(sum.toString());
    }
    String all = sums.stream().distinct().collect(Collectors.joining(" 或 "));
    return all.isEmpty() ? "（发布数量、信息处理费等，不在表中 no cell）" : all;
  }

  private static String label(String path) {
    String section = path.substring(0, path.indexOf('.'));
    for (String edition : List.of("2021", "2019")) {
      Form form = FORMS.known(edition);
      Cell cell = form.section(section).cells().get(path);
      if (cell != null) {
        return "`" + path + "` " + cell.label().zh();
      }
    }
    return "`" + path + "`";
  }
}
