package org.gongkai.recognition;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.form.Column;
import org.gongkai.form.Row;
import org.gongkai.form.Section;
import org.gongkai.recognition.FlatCells.Token;
import org.gongkai.recognition.SectionLabels.Fit;
import org.gongkai.recognition.SectionLabels.Found;
import org.jspecify.annotations.Nullable;

/** What the cells of lines are of a section: labels of rows, heads of columns, figures. */
final class FlatTokens {

  private static final int LONGEST_HEAD = 20;
  private static final int SHORTEST_HEAD = 2;
  private static final int MOST_PARTS = 4;

  private final List<Token> tokens;
  private final SectionLabels labels;
  private final PrintedWords words;
  private final Set<List<Column>> heads = new LinkedHashSet<>();

  FlatTokens(List<Token> tokens, SectionLabels labels, PrintedWords words) {
    this.tokens = tokens;
    this.labels = labels;
    this.words = words;
    for (Section section : labels.editions().values()) {
      for (Row row : section.rows()) {
        if (labels.hasFigures(row.id()) && section.columnsOf(row).size() > 1) {
          heads.add(List.copyOf(section.columnsOf(row)));
        }
      }
    }
  }

  int size() {
    return tokens.size();
  }

  Token at(int token) {
    return tokens.get(token);
  }

  List<Token> sub(int from, int count) {
    return List.copyOf(tokens.subList(from, from + count));
  }

  LabelText label(String text) {
    return LabelText.of(text, words.spellings());
  }

  static String text(List<Token> tokens) {
    StringBuilder text = new StringBuilder();
    tokens.forEach(token -> text.append(token.text()));
    return text.toString();
  }

  /** The row that some cells are the label of; null where they are of none. */
  @Nullable Found row(int from, int count) {
    String joined = text(tokens.subList(from, from + count));
    return joined.length() > FlatCells.LONGEST_LABEL || CellText.isFigure(joined)
        ? null
        : labels.row(label(joined));
  }

  @Nullable Found rowOf(List<Token> label) {
    return labels.row(label(text(label)));
  }

  /** How many cells from this one on are one label; 0 where none is. */
  int parts(int from) {
    int close = 0;
    for (int count = Math.min(MOST_PARTS, tokens.size() - from); count > 0; count--) {
      boolean figures = false;
      for (int i = from; i < from + count; i++) {
        figures |= isValue(i);
      }
      Found found = figures ? null : row(from, count);
      if (found != null && found.fit() == Fit.EXACT) {
        return count;
      }
      close = found == null ? close : count;
    }
    return close;
  }

  /** How many figures and blank cells stand from this one on. */
  int figures(int from) {
    int count = 0;
    while (from + count < tokens.size()
        && (at(from + count).isBlank() || FlatCells.isFigure(at(from + count).text()))) {
      count++;
    }
    return count;
  }

  boolean isFigureNext(int from) {
    return tokens.subList(from, from + figures(from)).stream().anyMatch(t -> !t.isBlank());
  }

  private boolean isValue(int token) {
    return at(token).isBlank() || CellText.isFigure(at(token).text());
  }

  @Nullable Found column(int token) {
    String text = at(token).text();
    return text.isEmpty() || text.length() > FlatCells.LONGEST_LABEL || CellText.isFigure(text)
        ? null
        : labels.column(label(text));
  }

  /** How many cells from this one on are one head; 0 where none is. */
  int columnParts(int from) {
    if (column(from) != null) {
      return 1;
    }
    StringBuilder joined = new StringBuilder(at(from).text());
    for (int count = 2; count < MOST_PARTS && from + count <= tokens.size(); count++) {
      joined.append(at(from + count - 1).text());
      if (isValue(from + count - 1) || joined.length() > LONGEST_HEAD) {
        return 0;
      }
      Found found = labels.column(label(joined.toString()));
      if (found != null && found.fit() == Fit.EXACT && row(from, count) == null) {
        return count;
      }
    }
    return 0;
  }

  /**
   * The heads of a row of which some are cut off, as at the breaks in their cells: all of a row of
   * the form, each as far as it is printed, and one of them whole. Empty where the cells from this
   * one on are not such heads, or may be those of two rows.
   */
  List<Column> cutHeads(int from) {
    List<Column> only = List.of();
    for (List<Column> row : heads) {
      if (row.size() >= only.size() && areCutHeads(from, row)) {
        if (row.size() == only.size()) {
          return List.of();
        }
        only = row;
      }
    }
    return only;
  }

  private boolean areCutHeads(int from, List<Column> row) {
    boolean whole = false;
    boolean cut = false;
    for (int i = 0; i < row.size(); i++) {
      if (from + i >= tokens.size() || isValue(from + i)) {
        return false;
      }
      String printed = label(at(from + i).text()).words();
      String own = label(row.get(i).label().zh()).words();
      if (printed.length() < SHORTEST_HEAD || !own.startsWith(printed)) {
        return false;
      }
      whole |= printed.length() == own.length();
      cut |= printed.length() < own.length();
    }
    int behind = from + row.size();
    return whole && cut && (behind >= tokens.size() || column(behind) == null);
  }
}
