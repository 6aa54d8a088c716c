package org.gongkai.matrix;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers that Word shows before paragraphs and does not keep in their text. */
final class DocxNumbering {

  private static final int LEVELS = 9;

  private record Level(
      int start, String format, String text, @Nullable String suffix, boolean legal) {}

  private final Map<String, @Nullable Level[]> lists = new HashMap<>();
  private final Map<String, String> listOf = new HashMap<>();
  private final Map<String, Map<Integer, Level>> overrides = new HashMap<>();
  private final Map<String, Map<Integer, Integer>> restarts = new HashMap<>();

  /** By list: how far each level has counted; 0 where it has not begun. */
  private final Map<String, int[]> counts = new HashMap<>();

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
        node.value("w:suff"),
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
    Level level = level(id, number);
    if (level == null) {
      return "";
    }
    int[] count = counts.computeIfAbsent(list, k -> new int[LEVELS]);
    Map<Integer, Integer> restart = restarts.get(id);
    Integer from = restart == null ? null : restart.remove(number);
    if (from != null) {
      count[number] = from;
    } else {
      count[number] = count[number] == 0 ? level.start : count[number] + 1;
    }
    for (int below = number + 1; below < LEVELS; below++) {
      count[below] = 0;
    }
    return label(id, level, count);
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

  private String label(String id, Level level, int[] count) {
    if (level.format.equals("bullet")) {
      return "";
    }
    StringBuilder label = new StringBuilder();
    String text = level.text;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      boolean place = sign == '%' && i + 1 < text.length() && Character.isDigit(text.charAt(i + 1));
      if (!place) {
        label.append(sign);
        continue;
      }
      i++;
      int number = text.charAt(i) - '1';
      Level named = number < 0 || number >= LEVELS ? null : level(id, number);
      if (named != null) {
        int value = count[number] == 0 ? named.start : count[number];
        label.append(ListNumber.written(value, level.legal ? "decimal" : named.format));
      }
    }
    if (label.isEmpty() || "nothing".equals(level.suffix)) {
      return label.toString();
    }
    // A tab or blank after a Chinese mark is layout; after "1." it keeps the words apart.
    char last = label.charAt(label.length() - 1);
    return last < 0x80 ? label + " " : label.toString();
  }
}
