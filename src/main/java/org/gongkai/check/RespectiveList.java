package org.gongkai.check;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers that are told in turn: 网站、微信公开信息分别为12条、9条. Each is read as if it stood behind its own
 * name; where there are not as many names as numbers, nothing is.
 */
final class RespectiveList {

  private static final char Q = Passage.QUANTITY;
  private static final Pattern TURNS =
      Pattern.compile("分别(?:为|是|有|共|达)?(%1$c(?:(?:[、，]|和|及|以及|与)%1$c)+)".formatted(Q));
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
  static Map<Integer, Told> of(String words) {
    Map<Integer, Told> told = new HashMap<>();
    if (words.contains("分别")) {
      for (Matcher turns = TURNS.matcher(words); turns.find(); ) {
        add(words, turns, told);
      }
    }
    return told;
  }

  private static void add(String words, Matcher turns, Map<Integer, Told> told) {
    int from = turns.start();
    while (from > 0 && CLAUSE_ENDS.indexOf(words.charAt(from - 1)) < 0) {
      from--;
    }
    String[] names = JOINT.split(words.substring(from, turns.start()));
    String rest = words.substring(turns.end());
    int next = 0;
    for (int at = turns.start(1); at < turns.end(1); at++) {
      if (words.charAt(at) == Q) {
        String name = next < names.length ? names[next] : "";
        String own = words.substring(0, from) + name;
        told.put(at, new Told(own + Q + rest, own.length(), from, turns.start()));
        next++;
      }
    }
    if (next != names.length) {
      told.values().removeIf(t -> t.turn() == turns.start());
    }
  }
}
