package org.gongkai.matrix;

import java.util.HashMap;
import java.util.Map;
import org.gongkai.matrix.ListNumbers.Level;
import org.jspecify.annotations.Nullable;

/** Numbers that Word shows before paragraphs and does not keep in their text. */
final class DocxNumbering {

  private static final int LEVELS = ListNumbers.LEVELS;

  private final Map<String, @Nullable Level[]> lists = new HashMap<>();
  private final Map<String, String> listOf = new HashMap<>();
  private final Map<String, Map<Integer, Level>> overrides = new HashMap<>();
  private final Map<String, Map<Integer, Integer>> restarts = new HashMap<>();

  private final ListNumbers numbers = new ListNumbers();

  /** By paragraph style: the level that it has in a list. */
  private final Map<String, Integer> levelOfStyle = new HashMap<>();

  static DocxNumbering of(@Nullable XmlNode root) {
    DocxNumbering numbering = new DocxNumbering();
    if (root == null) {
      return numbering;
    }
    Map<String, String> byStyle = new HashMap<>();
    Map<String, String> linked = new HashMap<>();
    for (XmlNode node : root.children()) {
      String id = node.attribute("w:abstractNumId");
      if (node.is("w:abstractNum") && id != null) {
        numbering.lists.put(id, numbering.levels(node));
        String link = node.value("w:styleLink");
        if (link != null) {
          byStyle.put(link, id);
        }
        String to = node.value("w:numStyleLink");
        if (to != null) {
          linked.put(id, to);
        }
      }
    }
    linked.forEach(
        (id, style) -> {
          String target = byStyle.get(style);
          if (target != null) {
            numbering.lists.put(id, numbering.lists.get(target));
          }
        });
    for (XmlNode node : root.children()) {
      String id = node.attribute("w:numId");
      String list = node.value("w:abstractNumId");
      if (node.is("w:num") && id != null && list != null) {
        numbering.listOf.put(id, list);
        numbering.overridden(id, node);
      }
    }
    return numbering;
  }

  private @Nullable Level[] levels(XmlNode list) {
    @Nullable Level[] levels = new Level[LEVELS];
    for (XmlNode node : list.children()) {
      int number = number(node.attribute("w:ilvl"), -1);
      if (node.is("w:lvl") && number >= 0 && number < LEVELS) {
        levels[number] = level(node);
        String style = node.value("w:pStyle");
        if (style != null) {
          levelOfStyle.put(style, number);
        }
      }
    }
    return levels;
  }

  private static Level level(XmlNode node) {
    String format = node.value("w:numFmt");
    String text = node.value("w:lvlText");
    return new Level(
        number(node.value("w:start"), 1),
        format == null ? "decimal" : format,
        text == null ? "" : text,
        "nothing".equals(node.value("w:suff")),
        node.on("w:isLgl"));
  }

  private void overridden(String id, XmlNode num) {
    for (XmlNode node : num.children()) {
      int number = number(node.attribute("w:ilvl"), -1);
      if (node.is("w:lvlOverride") && number >= 0 && number < LEVELS) {
        XmlNode level = node.child("w:lvl");
        if (level != null) {
          overrides.computeIfAbsent(id, k -> new HashMap<>()).put(number, level(level));
        }
        String start = node.value("w:startOverride");
        if (start != null) {
          restarts.computeIfAbsent(id, k -> new HashMap<>()).put(number, number(start, 1));
        }
      }
    }
  }

  static int number(@Nullable String text, int otherwise) {
    try {
      return text == null ? otherwise : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  int levelOfStyle(String style) {
    return levelOfStyle.getOrDefault(style, 0);
  }

  /** Counts a paragraph of a list on, and says what stands before it: empty for a bullet. */
  String next(String id, int wanted) {
    String list = listOf.get(id);
    if (list == null || id.equals("0") || lists.get(list) == null) {
      return "";
    }
    int number = Math.clamp(wanted, 0, LEVELS - 1);
    Map<Integer, Integer> restart = restarts.get(id);
    Integer from = restart == null ? null : restart.remove(number);
    return numbers.next(list, number, level -> level(id, level), from);
  }

  private @Nullable Level level(String id, int number) {
    Map<Integer, Level> own = overrides.get(id);
    Level level = own == null ? null : own.get(number);
    if (level != null) {
      return level;
    }
    String list = listOf.get(id);
    @Nullable Level[] levels = list == null ? null : lists.get(list);
    return levels == null ? null : levels[number];
  }
}
