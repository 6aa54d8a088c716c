package org.gongkai.recognition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongkai.form.Cell;
import org.gongkai.form.Column;
import org.gongkai.form.Form;
import org.gongkai.form.Row;
import org.gongkai.form.Section;
import org.gongkai.recognition.FlatCells.Token;
import org.gongkai.recognition.SectionLabels.Fit;
import org.gongkai.recognition.SectionLabels.Found;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a section whose labels or heads were lost: all of the form in its order below the
 * section's heading, or rows with their labels and no heads. They are taken where every sum of the
 * form is kept, and never for sure.
 */
final class BareFigures {

  /** As far above the figures the heading may stand. */
  private static final int NEAR = 12;

  private static final int LONGEST_HEADING = 40;

  private final FlatTokens tokens;
  private final SectionLabels labels;
  private final PrintedWords words;
  private final SectionSums sums;
  private final FlatSheet sheet = new FlatSheet();

  private BareFigures(
      FlatTokens tokens, SectionLabels labels, PrintedWords words, SectionSums sums) {
    this.tokens = tokens;
    this.labels = labels;
    this.words = words;
    this.sums = sums;
  }

  static @Nullable FlatSheet build(
      FlatTokens tokens, SectionLabels labels, PrintedWords words, SectionSums sums) {
    BareFigures bare = new BareFigures(tokens, labels, words, sums);
    boolean built = bare.buildWhole() || bare.buildRows();
    return built ? bare.sheet : null;
  }

  private boolean buildWhole() {
    int begin = -1;
    Map<String, List<String>> rows = Map.of();
    for (int i = 0; i < tokens.size(); i++) {
      int count = run(i);
      if (count > 0) {
        Map<String, List<String>> its = isBelowHeading(i) ? whole(i, count) : Map.of();
        if (!its.isEmpty() && begin >= 0) {
          return false;
        }
        begin = its.isEmpty() ? begin : i;
        rows = its.isEmpty() ? rows : its;
        i += count;
      }
    }
    if (begin < 0) {
      return false;
    }
    addHeads(begin);
    int at = begin;
    for (var row : rows.entrySet()) {
      add(row.getKey(), tokens.at(at), tokens.sub(at, row.getValue().size()));
      at += row.getValue().size();
    }
    return true;
  }

  /** How many figures follow one another, a blank cell being none. */
  private int run(int from) {
    int count = 0;
    while (from + count < tokens.size() && CellText.isFigure(tokens.at(from + count).text())) {
      count++;
    }
    return count;
  }

  private boolean isBelowHeading(int from) {
    for (int i = from - 1; i >= 0 && i >= from - NEAR; i--) {
      String text = tokens.at(i).text();
      if (text.length() > LONGEST_HEADING || Numbering.of(text).style() == Numbering.Style.NONE) {
        continue;
      }
      Pattern own = words.sections().get(labels.id());
      return own != null && own.matcher(LabelText.joined(text)).find();
    }
    return false;
  }

  /** The figures by row of the edition that has as many and whose sums are kept. */
  private Map<String, List<String>> whole(int from, int count) {
    for (Form form : sums.forms().all()) {
      Section section = form.section(labels.id());
      if (section != null && section.cells().size() == count) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        Map<String, BigDecimal> numbers = new HashMap<>();
        int at = from;
        for (Cell cell : section.cells().values()) {
          String text = tokens.at(at).text();
          BigDecimal number = SectionSums.number(text);
          if (number == null) {
            return Map.of();
          }
          numbers.put(cell.row().id() + "." + cell.column().id(), number);
          rows.computeIfAbsent(cell.row().id(), r -> new ArrayList<>()).add(text);
          at++;
        }
        boolean hold =
            rows.values().stream().allMatch(r -> sums.addsUp(columns(), r))
                && sums.columnsHold(
                    form, section, (row, column) -> numbers.get(row + "." + column));
        if (hold) {
          return rows;
        }
      }
    }
    return Map.of();
  }

  /** Rows with labels of the form in its order, one of which says something. */
  private boolean buildRows() {
    Map<String, Integer> rows = new LinkedHashMap<>();
    int order = -1;
    boolean says = false;
    int count = columns().size();
    for (int i = 0; i < tokens.size(); ) {
      int parts = tokens.parts(i);
      Found found = parts == 0 ? null : tokens.row(i, parts);
      int figures = parts == 0 ? 0 : tokens.figures(i + parts);
      if (found != null
          && found.fit() == Fit.EXACT
          && figures > 0
          && labels.hasFigures(found.id())) {
        List<String> its = tokens.sub(i + parts, figures).stream().map(Token::text).toList();
        boolean next = labels.order(found.id()) > order;
        if (figures != count || !next || !sums.addsUp(columns(), its)) {
          return false;
        }
        says |= its.stream().anyMatch(f -> !f.equals("0"));
        order = labels.order(found.id());
        rows.put(found.id(), i);
      }
      i += Math.max(1, parts + figures);
    }
    if (!says || rows.isEmpty() || !labels.isTelling(rows.keySet().iterator().next())) {
      return false;
    }
    addHeads(rows.values().iterator().next());
    rows.forEach(
        (row, at) -> {
          int parts = tokens.parts(at);
          sheet.use(tokens.sub(at, parts));
          add(row, tokens.at(at), tokens.sub(at + parts, count));
        });
    return true;
  }

  private List<String> columns() {
    return labels.editions().values().iterator().next().columns().stream().map(Column::id).toList();
  }

  private void addHeads(int at) {
    List<Column> columns = labels.editions().values().iterator().next().columns();
    sheet.add(0, 1, "", tokens.at(at));
    for (int c = 0; c < columns.size(); c++) {
      sheet.add(c + 1, 1, columns.get(c).label().zh(), tokens.at(at));
    }
    sheet.nextRow();
  }

  private void add(String row, Token first, List<Token> figures) {
    Row its = labels.rows().stream().filter(r -> r.id().equals(row)).findFirst().orElseThrow();
    String group = its.group() == null ? "" : its.group().zh();
    sheet.add(0, 1, group + its.label().zh(), first);
    for (int c = 0; c < figures.size(); c++) {
      sheet.add(c + 1, figures.get(c));
    }
    sheet.suppose(figures);
    sheet.nextRow();
  }
}
