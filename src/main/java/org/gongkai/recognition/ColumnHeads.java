package org.gongkai.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.form.Column;
import org.gongkai.form.Section;
import org.gongkai.recognition.Grid.Spot;
import org.gongkai.recognition.SectionLabels.Fit;
import org.gongkai.recognition.SectionLabels.Found;
import org.jspecify.annotations.Nullable;

/** The heads of columns that hold for the rows below them. */
final class ColumnHeads {

  /**
   * A head.
   *
   * @param from the first column that it stands over
   * @param to the first column behind it
   * @param certain whether its label says which column it is, and not its place
   * @param unit which it prints; null where it prints none
   */
  record Head(String column, int from, int to, boolean certain, Spot spot, @Nullable String unit) {}

  private static final Pattern UNIT = Pattern.compile("(百?万|千|亿)?元");

  private final SectionLabels labels;
  private final PrintedWords words;
  private final List<Head> heads = new ArrayList<>();
  private final List<Spot> besides = new ArrayList<>();
  private boolean ambiguous;
  private boolean closed;
  private int lastRow = -1;

  ColumnHeads(SectionLabels labels, PrintedWords words) {
    this.labels = labels;
    this.words = words;
  }

  /** Takes the heads of a row; the first ones after rows of figures replace those before. */
  void take(int row, List<Spot> spots) {
    if (closed) {
      heads.clear();
      besides.clear();
      ambiguous = false;
      closed = false;
    }
    lastRow = row;
    for (Spot spot : spots) {
      LabelText label = LabelText.of(spot.text(), words.spellings());
      Found found = labels.column(label);
      if (found != null) {
        add(found, spot);
      } else if (words.besides().matcher(label.words()).matches() || labels.isGroup(label)) {
        // a heading over heads says nothing where these are missing
        besides.add(spot);
      }
    }
  }

  private void add(Found found, Spot spot) {
    for (Head head : List.copyOf(heads)) {
      if (head.spot().equals(spot)) {
        return;
      }
      if (head.column().equals(found.id())) {
        if (head.from() != spot.column() || head.to() != spot.end()) {
          ambiguous = true;
        } else {
          heads.remove(head);
        }
      }
    }
    heads.add(
        new Head(
            found.id(),
            spot.column(),
            spot.end(),
            found.fit() == Fit.EXACT,
            spot,
            unit(spot.text())));
    heads.sort(Comparator.comparingInt(Head::from));
  }

  /** The unit that a label prints; null where it prints none. */
  static @Nullable String unit(String label) {
    Matcher matcher = UNIT.matcher(LabelText.joined(label));
    return matcher.find() ? matcher.group() : null;
  }

  /** Rows of figures begin: heads that are missing among others are told by their place. */
  void close(Grid grid) {
    if (!closed) {
      closed = true;
      complete(grid);
    }
  }

  private void complete(Grid grid) {
    List<String> all = columnsOfAllRows();
    if (all.isEmpty() || heads.size() < 3 || lastRow < 0) {
      return;
    }
    Set<String> there = new HashSet<>();
    heads.forEach(h -> there.add(h.column()));
    List<Head> placed = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      int end = i;
      while (end < all.size() && !there.contains(all.get(end))) {
        end++;
      }
      if (end == i) {
        continue;
      }
      int from = i == 0 ? -1 : head(all.get(i - 1)).to();
      int to = end == all.size() ? Integer.MAX_VALUE : head(all.get(end)).from();
      placed.addAll(between(grid, from, to, all.subList(i, end)));
      i = end - 1;
    }
    heads.addAll(placed);
    heads.sort(Comparator.comparingInt(Head::from));
  }

  /** The heads between two others, where there are just as many as are missing, and alike. */
  private List<Head> between(Grid grid, int from, int to, List<String> missing) {
    List<Spot> spots =
        from < 0
            ? List.of()
            : grid.row(lastRow).stream()
                .filter(s -> s.column() >= from && s.end() <= to)
                .filter(s -> !besides.contains(s))
                .toList();
    List<Head> found = new ArrayList<>();
    if (spots.size() == missing.size()) {
      for (int i = 0; i < spots.size(); i++) {
        Spot spot = spots.get(i);
        LabelText label = LabelText.of(spot.text(), words.spellings());
        if (!labels.resemblesColumn(missing.get(i), label)) {
          return List.of();
        }
        found.add(
            new Head(missing.get(i), spot.column(), spot.end(), false, spot, unit(spot.text())));
      }
    }
    return found;
  }

  /** The columns of a section whose rows have all of them, in the order of the form. */
  private List<String> columnsOfAllRows() {
    Section section = labels.editions().values().iterator().next();
    boolean all = section.rows().stream().allMatch(r -> r.columns().isEmpty());
    return all ? section.columns().stream().map(Column::id).toList() : List.of();
  }

  private Head head(String column) {
    return heads.stream().filter(h -> h.column().equals(column)).findFirst().orElseThrow();
  }

  boolean isEmpty() {
    return heads.isEmpty();
  }

  /** Whether a column is headed twice. */
  boolean isAmbiguous() {
    return ambiguous;
  }

  /** From left to right. */
  List<Head> heads() {
    return heads;
  }

  /** The first column that has a head. */
  int first() {
    return heads.getFirst().from();
  }

  /** Whether a place stands below a head that says nothing of the figures. */
  boolean isBeside(Spot spot) {
    return heads.stream().noneMatch(h -> spot.covers(h.from(), h.to()))
        && besides.stream().anyMatch(b -> b.column() <= spot.column() && spot.end() <= b.end());
  }
}
