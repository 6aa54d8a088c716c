package org.gongkai.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lines as they are seen, of the pieces in which programs draw them. */
final class RuleLines {

  /** Lines closer than this are one: double lines, and borders of neighbours side by side. */
  static final double ONE = 3.6;

  /** Shorter lines are strokes of signs, ticks, or ends that stick out. */
  private static final double SHORTEST = 8;

  private RuleLines() {}

  /** Level or upright lines, joined where pieces follow one another. */
  static List<Rule> joined(List<Rule> pieces, boolean level) {
    List<Rule> sorted =
        pieces.stream()
            .filter(rule -> rule.level() == level)
            .sorted(Comparator.comparingDouble(Rule::at))
            .toList();
    List<Rule> lines = new ArrayList<>();
    List<Rule> group = new ArrayList<>();
    for (Rule rule : sorted) {
      if (!group.isEmpty()
          && (rule.at() - group.get(0).at() > ONE
              || rule.at() - group.get(group.size() - 1).at() > 2.6)) {
        join(group, lines);
        group.clear();
      }
      group.add(rule);
    }
    join(group, lines);
    lines.removeIf(line -> line.length() < SHORTEST);
    return lines;
  }

  private static void join(List<Rule> group, List<Rule> lines) {
    List<Rule> byStart = new ArrayList<>(group);
    byStart.sort(Comparator.comparingDouble(Rule::from));
    double from = 0;
    double to = Double.NEGATIVE_INFINITY;
    double weight = 0;
    double at = 0;
    double last = 0;
    for (Rule piece : byStart) {
      boolean dashes = last < SHORTEST && piece.length() < SHORTEST;
      if (weight > 0 && piece.from() - to > (dashes ? 6 : ONE)) {
        lines.add(new Rule(piece.level(), at / weight, from, to));
        weight = 0;
        at = 0;
      }
      if (weight == 0) {
        from = piece.from();
        to = piece.to();
      }
      double share = piece.length() + 0.1;
      weight += share;
      at += share * piece.at();
      to = Math.max(to, piece.to());
      last = piece.length();
    }
    if (weight > 0) {
      lines.add(new Rule(byStart.get(0).level(), at / weight, from, to));
    }
  }
}
