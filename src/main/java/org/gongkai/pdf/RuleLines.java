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
  static List<RuledLine> joined(List<RuledLine> pieces, boolean level) {
    List<RuledLine> sorted =
        pieces.stream()
            .filter(rule -> rule.level() == level)
            .sorted(Comparator.comparingDouble(RuledLine::at))
            .toList();
    List<RuledLine> lines = new ArrayList<>();
    List<RuledLine> group = new ArrayList<>();
    for (RuledLine rule : sorted) {
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

  private static void join(List<RuledLine> group, List<RuledLine> lines) {
    List<RuledLine> byStart = new ArrayList<>(group);
    byStart.sort(Comparator.comparingDouble(RuledLine::from));
    double from = 0;
    double to = Double.NEGATIVE_INFINITY;
    double weight = 0;
    double at = 0;
    double last = 0;
    for (RuledLine piece : byStart) {
      boolean dashes = last < SHORTEST && piece.length() < SHORTEST;
      if (weight > 0 && piece.from() - to > (dashes ? 6 : ONE)) {
        lines.add(new RuledLine(piece.level(), at / weight, from, to));
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
      lines.add(new RuledLine(byStart.get(0).level(), at / weight, from, to));
    }
  }
}
