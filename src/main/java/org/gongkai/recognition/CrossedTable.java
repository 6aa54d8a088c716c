package org.gongkai.recognition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.form.CanonicalCells;
import org.gongkai.problem.Text;
import org.gongkai.recognition.ColumnHeads.Head;
import org.gongkai.recognition.Grid.Spot;
import org.gongkai.recognition.RowOrder.Placed;
import org.gongkai.recognition.SectionLabels.Found;
import org.jspecify.annotations.Nullable;

/** Reads a section whose rows have labels before them and whose columns have heads above them. */
final class CrossedTable {

  private static final Text TWICE =
      new Text(
          "同一行或同一列出现两次，无法确定取哪一个",
          "A row or column is there twice, and which one is meant is not certain");
  private static final Text NO_ROW = new Text("行的名称与表样不符", "The label is of no row of the form");
  private static final Text SUBTOTAL = new Text("表样中此行没有数字", "The form has no figures in this row");

  private final Grid grid;
  private final SectionLabels labels;
  private final PrintedWords words;
  private final LineFigures figures;
  private final TableReading reading;
  private final List<RowLine> lines = new ArrayList<>();
  private final List<Spot> headings = new ArrayList<>();

  private CrossedTable(Grid grid, SectionLabels labels, PrintedWords words, LineFigures figures) {
    this.grid = grid;
    this.labels = labels;
    this.words = words;
    this.figures = figures;
    this.reading = new TableReading();
  }

  /**
   * Reads what a table has of a section.
   *
   * @param heads of the table that it may go on, replaced by its own where it has any
   */
  static TableReading read(
      Grid grid,
      SectionLabels labels,
      PrintedWords words,
      LineFigures figures,
      @Nullable ColumnHeads heads) {
    CrossedTable table = new CrossedTable(grid, labels, words, figures);
    table.collect(heads == null ? new ColumnHeads(labels, words) : heads);
    table.take();
    return table.reading;
  }

  private void collect(ColumnHeads heads) {
    for (int r = 0; r < grid.rows(); r++) {
      List<Spot> row = grid.row(r);
      if (isHead(row, heads)) {
        heads.take(r, row);
        row.stream()
            .filter(spot -> labels.column(label(spot)) == null)
            .forEach(spot -> reading.around().add(spot.text()));
      } else if (!heads.isEmpty()) {
        RowLine line = line(row, heads);
        if (line == null) {
          continue;
        }
        if (isOfFigures(line)) {
          heads.close(grid);
          line = line(row, heads);
        }
        if (line != null) {
          add(line);
        }
      } else if (lines.isEmpty()) {
        row.forEach(spot -> reading.around().add(spot.text()));
      }
    }
  }

  /** Whether heads end above a row: it has figures, or cells of a row of the form for them. */
  private boolean isOfFigures(RowLine line) {
    Found found = line.found();
    return line.hasFigures() && !line.label().isBlank()
        || found != null && labels.hasFigures(found.id()) && !line.values().isEmpty();
  }

  private void add(RowLine line) {
    Found found = line.found();
    boolean cells = found != null && labels.hasFigures(found.id()) && !line.values().isEmpty();
    if (line.hasFigures() || cells) {
      // a row of the grid that shows nothing but what the one above it shows
      boolean same =
          !lines.isEmpty()
              && lines.getLast().values().equals(line.values())
              && Objects.equals(lines.getLast().labelSpot(), line.labelSpot());
      if (!same) {
        lines.add(line);
      }
    } else if (found != null && line.labelSpot() != null) {
      headings.add(line.labelSpot());
    }
  }

  private boolean isHead(List<Spot> row, ColumnHeads heads) {
    int found = 0;
    boolean behind = false;
    for (Spot spot : row) {
      if (CellText.isFigure(spot.text())) {
        return false;
      }
      if (labels.column(label(spot)) != null) {
        found++;
        behind |= heads.isEmpty() || spot.end() > heads.first();
      }
    }
    return found > 0 && behind;
  }

  private LabelText label(Spot spot) {
    return LabelText.of(spot.text(), words.spellings());
  }

  /** A row as labels and values; null where it has neither. */
  private @Nullable RowLine line(List<Spot> row, ColumnHeads heads) {
    int end = 0;
    for (int i = 0; i < row.size(); i++) {
      Spot spot = row.get(i);
      if (spot.column() < heads.first() || isRowLabel(spot)) {
        end = i + 1;
      }
    }
    Spot leaf = null;
    for (Spot spot : row.subList(0, end)) {
      LabelText label = label(spot);
      boolean says = !CellText.isBlank(spot.text()) && !isBetween(spot);
      if (says && !label.isBlank()) {
        leaf = spot;
      }
    }
    // a figure behind the label and before the heads, with no head of its own: the row has slipped
    for (int i = leaf == null ? end : row.indexOf(leaf) + 1; i < end; i++) {
      if (CellText.isFigure(row.get(i).text()) && !heads.isBeside(row.get(i))) {
        end = i;
      }
    }
    List<Spot> before = row.subList(0, end);
    List<Spot> values = row.subList(end, row.size());
    if (leaf == null && values.isEmpty()) {
      return null;
    }
    LabelText label = leaf == null ? LabelText.of("", Map.of()) : label(leaf);
    List<Spot> besides = values.stream().filter(heads::isBeside).toList();
    return new RowLine(
        label,
        leaf,
        leaf == null ? null : labels.row(label),
        List.copyOf(before),
        List.copyOf(values),
        List.copyOf(heads.heads()),
        besides,
        heads.isAmbiguous());
  }

  private boolean isRowLabel(Spot spot) {
    Found found = CellText.isFigure(spot.text()) ? null : labels.row(label(spot));
    return found != null && found.fit() == SectionLabels.Fit.EXACT;
  }

  private boolean isBetween(Spot spot) {
    return words.between().matcher(LabelText.joined(spot.text())).matches();
  }

  private void take() {
    @Nullable Placed[] placed = RowOrder.of(labels, lines);
    Map<String, List<Integer>> byRow = new LinkedHashMap<>();
    for (int i = 0; i < placed.length; i++) {
      Placed its = placed[i];
      if (its != null) {
        byRow.computeIfAbsent(its.row(), r -> new ArrayList<>()).add(i);
      }
    }
    if (byRow.isEmpty()) {
      return;
    }
    headings.forEach(spot -> reading.labels().add(spot.cell()));
    Map<Integer, Boolean> twice = new HashMap<>();
    byRow.values().forEach(its -> its.forEach(i -> twice.put(i, its.size() > 1 && !alike(its))));
    for (int i = 0; i < placed.length; i++) {
      Placed its = placed[i];
      RowLine line = lines.get(i);
      if (its == null) {
        if (isAmong(placed, i) && line.hasFigures()) {
          refuse(line, NO_ROW);
        }
      } else if (twice.getOrDefault(i, false) || line.ambiguous()) {
        refuse(line, TWICE);
      } else if (byRow.getOrDefault(its.row(), List.of()).indexOf(i) == 0) {
        take(line, its);
      } else {
        line.labels().forEach(s -> reading.labels().add(s.cell()));
        line.values().forEach(s -> reading.labels().add(s.cell()));
      }
    }
  }

  /** Whether there are rows of the section before and behind a line. */
  private static boolean isAmong(@Nullable Placed[] placed, int line) {
    boolean before = false;
    boolean behind = false;
    for (int i = 0; i < placed.length; i++) {
      before |= i < line && placed[i] != null;
      behind |= i > line && placed[i] != null;
    }
    return before && behind;
  }

  /** Whether rows that are there twice say the same, as where a page repeats one. */
  private boolean alike(List<Integer> indices) {
    List<String> first = texts(lines.get(indices.getFirst()));
    return indices.stream().allMatch(i -> texts(lines.get(i)).equals(first));
  }

  private static List<String> texts(RowLine line) {
    return line.values().stream().map(s -> LabelText.joined(s.text())).toList();
  }

  private void take(RowLine line, Placed its) {
    if (!labels.hasFigures(its.row())) {
      refuse(line, SUBTOTAL);
      return;
    }
    Set<String> wanted = labels.columnsOf(its.row());
    List<Head> heads = line.heads();
    if (heads.stream().noneMatch(h -> wanted.contains(h.column()))) {
      refuse(line, NO_ROW);
      return;
    }
    LineFigures.Taken taken = figures.take(line, labels);
    if (taken.refused() != null) {
      refuse(line, taken.refused());
      return;
    }
    String unit = line.labelSpot() == null ? null : ColumnHeads.unit(line.labelSpot().text());
    for (Head head : heads) {
      Spot spot = taken.byColumn().get(head.column());
      if (spot == null) {
        continue;
      }
      if (wanted.contains(head.column())) {
        boolean sure = its.certainty() == Certainty.SURE && head.certain() && taken.sure();
        reading
            .values()
            .add(
                new TableReading.Value(
                    its.row(),
                    head.column(),
                    spot.cell(),
                    sure ? Certainty.SURE : Certainty.LIKELY,
                    head.unit() == null ? unit : head.unit()));
      } else if (CellText.isBlank(spot.text()) || CellText.isFigure(spot.text()) && isMark(spot)) {
        reading.labels().add(spot.cell());
      }
    }
    heads.forEach(h -> reading.labels().add(h.spot().cell()));
    line.labels().forEach(s -> reading.labels().add(s.cell()));
    line.values().stream()
        .filter(s -> CellText.isBlank(s.text()))
        .forEach(s -> reading.labels().add(s.cell()));
  }

  private static boolean isMark(Spot spot) {
    return CanonicalCells.mark(CellText.stripped(spot.text())) != null;
  }

  private void refuse(RowLine line, Text reason) {
    reading.refuse(line.text(), line.first().cell().place(), reason);
    line.labels().forEach(s -> reading.labels().add(s.cell()));
    line.values().forEach(s -> reading.labels().add(s.cell()));
  }
}
