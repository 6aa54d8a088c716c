package org.gongkai.recognition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.form.Column;
import org.gongkai.form.Row;
import org.gongkai.form.Section;
import org.gongkai.recognition.FlatCells.Token;
import org.gongkai.recognition.FlatSheet.Line;
import org.gongkai.recognition.SectionLabels.Found;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a section that is printed with its rows as heads over its columns: one row of figures.
 */
final class FlatHeads {

  private final FlatTokens tokens;
  private final Section section;
  private final SectionSums sums;
  private final List<Integer> leaves = new ArrayList<>();
  private final Map<String, Integer> tops = new LinkedHashMap<>();

  private FlatHeads(FlatTokens tokens, Section section, SectionSums sums) {
    this.tokens = tokens;
    this.section = section;
    this.sums = sums;
  }

  /** Builds the table; null where the lines are not such a table. */
  static @Nullable FlatSheet build(
      FlatTokens tokens, Section section, SectionLabels labels, SectionSums sums) {
    return labels.rows().size() == section.rows().size()
        ? new FlatHeads(tokens, section, sums).build()
        : null;
  }

  private @Nullable FlatSheet build() {
    int size = section.rows().size() * section.columns().size();
    for (int i = 0; i < tokens.size(); i++) {
      Found column = tokens.column(i);
      int parts = column == null ? tokens.parts(i) : 0;
      if (column != null) {
        leaves.add(i);
      } else if (parts > 0) {
        Found found = tokens.row(i, parts);
        if (found == null || tokens.isFigureNext(i + parts)) {
          return null;
        }
        if (leaves.size() % section.columns().size() == 0 && tops.containsKey(found.id())) {
          leaves.clear();
          tops.clear();
        }
        tops.put(found.id(), i);
      } else if (leaves.size() == size && tokens.figures(i) > 0) {
        return take(i);
      } else if (CellText.isFigure(tokens.at(i).text())
          || tokens.at(i).text().length() > FlatCells.LONGEST_LABEL) {
        leaves.clear();
        tops.clear();
      }
    }
    return null;
  }

  private @Nullable FlatSheet take(int first) {
    List<String> rows = section.rows().stream().map(Row::id).toList();
    int columns = section.columns().size();
    for (int i = 0; i < leaves.size(); i++) {
      Found found = tokens.column(leaves.get(i));
      if (found == null || !found.id().equals(section.columns().get(i % columns).id())) {
        return null;
      }
    }
    if (!List.copyOf(tops.keySet()).equals(rows)) {
      return null;
    }
    FlatSheet sheet = new FlatSheet();
    List<Token> figures = figures(tokens.sub(first, tokens.figures(first)), sheet);
    if (figures.size() != leaves.size()) {
      int top = tops.values().iterator().next();
      sheet.refuse(new Line(List.of(tokens.at(top)), figures));
      return sheet;
    }
    int at = 0;
    for (int top : tops.values()) {
      List<Token> label = tokens.sub(top, Math.max(1, tokens.parts(top)));
      sheet.add(at, columns, FlatTokens.text(label), label.getFirst());
      sheet.use(label);
      at += columns;
    }
    sheet.nextRow();
    for (int i = 0; i < leaves.size(); i++) {
      sheet.add(i, tokens.at(leaves.get(i)));
    }
    sheet.nextRow();
    for (int i = 0; i < figures.size(); i++) {
      sheet.add(i, figures.get(i));
    }
    sheet.nextRow();
    return sheet;
  }

  private List<Token> figures(List<Token> all, FlatSheet sheet) {
    int count = leaves.size();
    List<Token> figures = new Line(List.of(), all).fitting(count).figures();
    if (figures.size() == 1 && FlatTables.DIGITS.matcher(figures.getFirst().text()).matches()) {
      Token run = figures.getFirst();
      List<List<String>> cuts = RunTogether.cuts(run.text(), count, section.columns().size());
      if (cuts.size() == 1) {
        sheet.cutApart(run);
        return cuts.getFirst().stream()
            .map(c -> new Token(c, run.place(), run.paragraph()))
            .toList();
      }
    }
    boolean filled =
        all.size() > count && all.subList(count, all.size()).stream().allMatch(Token::isBlank);
    return figures.size() != count && filled && addUp(all.subList(0, count))
        ? List.copyOf(all.subList(0, count))
        : figures;
  }

  private boolean addUp(List<Token> figures) {
    List<String> columns = section.columns().stream().map(Column::id).toList();
    for (int i = 0; i < figures.size(); i += columns.size()) {
      List<String> its = figures.subList(i, i + columns.size()).stream().map(Token::text).toList();
      if (its.stream().anyMatch(f -> !f.isEmpty()) && !sums.addsUp(columns, its)) {
        return false;
      }
    }
    return true;
  }
}
