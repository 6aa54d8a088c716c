package org.gongkai.matrix;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Counts the lists of a Word file, old or new, and writes what stands before their paragraphs. */
final class ListNumbers {

  static final int LEVELS = 9;

  /**
   * A level of a list.
   *
   * @param text what stands before a paragraph, {@code %1} to {@code %9} where numbers stand
   * @param tight whether nothing follows it
   * @param legal whether numbers of other levels are written in digits
   */
  record Level(int start, String format, String text, boolean tight, boolean legal) {}

  /** By list: how far each level has counted; 0 where it has not begun. */
  private final Map<String, int[]> counts = new HashMap<>();

  /**
   * Counts a paragraph on.
   *
   * @param restart the number that it has whatever stands before it, or null
   * @return what stands before it, empty for a bullet
   */
  String next(
      String list, int number, IntFunction<@Nullable Level> levels, @Nullable Integer restart) {
    Level level = levels.apply(number);
    if (level == null) {
      return "";
    }
    int[] count = counts.computeIfAbsent(list, k -> new int[LEVELS]);
    if (restart != null) {
      count[number] = restart;
    } else {
      count[number] = count[number] == 0 ? level.start : count[number] + 1;
    }
    for (int below = number + 1; below < LEVELS; below++) {
      count[below] = 0;
    }
    return level.format.equals("bullet") ? "" : label(level, levels, count);
  }

  private static String label(Level level, IntFunction<@Nullable Level> levels, int[] count) {
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
      Level named = number < 0 || number >= LEVELS ? null : levels.apply(number);
      if (named != null) {
        int value = count[number] == 0 ? named.start : count[number];
        label.append(ListNumber.written(value, level.legal ? "decimal" : named.format));
      }
    }
    if (label.isEmpty() || level.tight) {
      return label.toString();
    }
    // A tab or blank after a Chinese mark is layout; after "1." it keeps the words apart.
    return label.charAt(label.length() - 1) < 0x80 ? label + " " : label.toString();
  }
}
