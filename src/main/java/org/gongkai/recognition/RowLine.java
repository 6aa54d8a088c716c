package org.gongkai.recognition;

import java.util.List;
import org.gongkai.recognition.Grid.Spot;
import org.gongkai.recognition.SectionLabels.Found;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table with its label.
 *
 * @param label the innermost label
 * @param found what the label is of; null where it is of no row, or may be of several
 * @param labels all labels before the figures
 * @param values what stands behind them
 * @param heads the heads that hold for it
 */
record RowLine(
    LabelText label,
    @Nullable Spot labelSpot,
    @Nullable Found found,
    List<Spot> labels,
    List<Spot> values,
    List<ColumnHeads.Head> heads,
    List<Spot> besides,
    boolean ambiguous) {

  boolean hasFigures() {
    return values.stream().anyMatch(v -> !CellText.isBlank(v.text()));
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (Spot spot : labels) {
      text.append(CellText.stripped(spot.text())).append(' ');
    }
    for (Spot spot : values) {
      text.append("| ").append(CellText.stripped(spot.text())).append(' ');
    }
    return text.toString().strip();
  }

  Spot first() {
    return labels.isEmpty() ? values.getFirst() : labels.getFirst();
  }
}
