package org.gongkai.recognition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.form.FormRole;
import org.gongkai.form.Row;
import org.gongkai.form.Section;
import org.gongkai.recognition.SectionLabels.Fit;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the form the rows of a table are: by their labels, and where a label is short, cut
 * or misprinted, by their place among the others.
 */
final class RowOrder {

  /** A row of the form for a row of the table. */
  record Placed(String row, Certainty certainty) {}

  /** Labels of so few signs are told by their place, too: 其他, 总计. */
  private static final int SHORT = 2;

  private final SectionLabels labels;
  private final List<RowLine> lines;
  private final @Nullable Placed[] placed;

  private RowOrder(SectionLabels labels, List<RowLine> lines) {
    this.labels = labels;
    this.lines = lines;
    this.placed = new Placed[lines.size()];
  }

  /** For each line its row; null where it is none, or may be several. */
  static @Nullable Placed[] of(SectionLabels labels, List<RowLine> lines) {
    RowOrder order = new RowOrder(labels, lines);
    order.placeSure();
    order.placeByOrder();
    order.placeByNeighbours();
    return order.placed;
  }

  private void placeSure() {
    for (int i = 0; i < lines.size(); i++) {
      var found = lines.get(i).found();
      if (found != null
          && found.fit() == Fit.EXACT
          && lines.get(i).label().words().length() > SHORT) {
        placed[i] = new Placed(found.id(), Certainty.SURE);
      }
    }
  }

  private void placeByOrder() {
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      var found = lines.get(i).found();
      if (placed[i] == null && found != null) {
        counts.merge(found.id(), 1, Integer::sum);
      }
    }
    for (int i = 0; i < lines.size(); i++) {
      var found = lines.get(i).found();
      if (placed[i] == null
          && found != null
          && counts.getOrDefault(found.id(), 0) == 1
          && fits(i, labels.order(found.id()))) {
        boolean exact = found.fit() == Fit.EXACT;
        placed[i] = new Placed(found.id(), exact ? Certainty.SURE : Certainty.LIKELY);
      }
    }
  }

  private boolean fits(int line, int order) {
    return before(line) < order && order < after(line);
  }

  /** Where the next line above that is placed stands in the form. */
  private int before(int line) {
    for (int i = line - 1; i >= 0; i--) {
      Placed its = placed[i];
      if (its != null) {
        return labels.order(its.row());
      }
    }
    return -1;
  }

  private int after(int line) {
    for (int i = line + 1; i < lines.size(); i++) {
      Placed its = placed[i];
      if (its != null) {
        return labels.order(its.row());
      }
    }
    return labels.rows().size();
  }

  /** Lines between two that are placed, where the form has just as many rows between these. */
  private void placeByNeighbours() {
    for (int i = 0; i < lines.size(); i++) {
      int end = i;
      while (end < lines.size() && placed[end] == null) {
        end++;
      }
      if (end > i) {
        List<String> rows = only(before(i), after(end - 1), end - i);
        for (int k = 0; k < rows.size(); k++) {
          placed[i + k] = new Placed(rows.get(k), Certainty.LIKELY);
        }
        if (!agree(i, end)) {
          for (int k = i; k < end; k++) {
            placed[k] = null;
          }
        }
        i = end - 1;
      }
    }
  }

  /** The rows with figures between two others, where every edition that fits says the same. */
  private List<String> only(int before, int after, int count) {
    List<String> only = List.of();
    for (Section section : labels.editions().values()) {
      List<String> rows = new ArrayList<>();
      for (Row row : section.rows()) {
        int order = labels.order(row.id());
        if (row.role() != FormRole.HEADING && before < order && order < after) {
          rows.add(row.id());
        }
      }
      if (rows.size() == count) {
        if (!only.isEmpty() && !only.equals(rows)) {
          return List.of();
        }
        only = rows;
      }
    }
    return only;
  }

  private boolean agree(int from, int to) {
    for (int i = from; i < to; i++) {
      Placed its = placed[i];
      RowLine line = lines.get(i);
      if (its == null
          || !line.hasFigures()
          || !line.label().isBlank() && !labels.resembles(its.row(), line.label())
          || line.label().isBlank() && (from == 0 || to == lines.size())) {
        return false;
      }
    }
    return true;
  }
}
