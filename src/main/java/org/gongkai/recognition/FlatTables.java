package org.gongkai.recognition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.form.Column;
import org.gongkai.form.Section;
import org.gongkai.matrix.Matrix;
import org.gongkai.matrix.Paragraph;
import org.gongkai.matrix.Place;
import org.gongkai.recognition.FlatCells.Token;
import org.gongkai.recognition.FlatSheet.Line;
import org.gongkai.recognition.SectionLabels.Found;
import org.jspecify.annotations.Nullable;

/**
 * Builds the table of a section again where its cells stand one after the other in lines of text. A
 * row is taken only where just as many figures follow its label as the heads ask for: what is blank
 * mostly leaves no line behind, so any other number may be anybody's. Where tabs or bars show blank
 * cells, these count.
 */
final class FlatTables {

  /**
   * A table that was built again.
   *
   * @param paragraphs which of the given ones it was made of
   * @param cutApart where figures stood without blanks between them
   * @param supposed where the form says what a figure is, and no label or head does, or not wholly
   */
  record Built(
      Matrix matrix,
      Set<Integer> paragraphs,
      List<TableReading.Refusal> refusals,
      Set<Place> cutApart,
      Set<Place> supposed) {}

  static final Pattern DIGITS = Pattern.compile("[0-9]{2,90}");

  private static final int MOST_BETWEEN = 12;

  private final SectionLabels labels;
  private final SectionSums sums;
  private final FlatTokens tokens;
  private final FlatSheet sheet = new FlatSheet();

  /** The section, where each of its rows has all of its columns. */
  private final @Nullable Section whole;

  private final List<Token> heads = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private boolean cut;

  private FlatTables(
      SectionLabels labels, SectionSums sums, FlatTokens tokens, @Nullable Section whole) {
    this.labels = labels;
    this.sums = sums;
    this.tokens = tokens;
    this.whole = whole;
  }

  /**
   * Builds the table of a section.
   *
   * @param paragraphs of the document, by their number in it
   */
  static @Nullable Built build(
      Map<Integer, Paragraph> paragraphs,
      SectionLabels labels,
      PrintedWords words,
      SectionSums sums) {
    FlatTokens tokens = new FlatTokens(FlatCells.of(paragraphs, labels, words), labels, words);
    Section section = labels.editions().values().iterator().next();
    Section whole = section.rows().stream().allMatch(r -> r.columns().isEmpty()) ? section : null;
    FlatSheet sheet = whole == null ? null : FlatHeads.build(tokens, whole, labels, sums);
    if (sheet == null) {
      FlatTables flat = new FlatTables(labels, sums, tokens, whole);
      flat.build();
      sheet = flat.sheet;
    }
    if (!sheet.hasCells() && whole != null) {
      FlatSheet bare = BareFigures.build(tokens, labels, words, sums);
      sheet = bare == null ? sheet : bare;
    }
    return sheet.isEmpty() ? null : sheet.built();
  }

  private void build() {
    boolean open = false;
    int between = 0;
    for (int i = 0; i < tokens.size(); ) {
      List<Column> cutOff = whole == null ? tokens.cutHeads(i) : List.of();
      int column = cutOff.isEmpty() ? tokens.columnParts(i) : cutOff.size();
      int parts = column == 0 ? tokens.parts(i) : 0;
      if (column > 0) {
        if (!open) {
          finish();
          open = true;
        }
        between = 0;
        addHeads(i, column, cutOff);
        i += column;
      } else if (parts > 0 && !heads.isEmpty()) {
        int figures = tokens.figures(i + parts);
        Found found = tokens.row(i, parts);
        open &= figures == 0 && (found == null || !labels.hasFigures(found.id()));
        lines.add(new Line(tokens.sub(i, parts), tokens.sub(i + parts, figures)));
        between = 0;
        i += parts + figures;
      } else {
        String text = tokens.at(i).text();
        boolean figure = FlatCells.isFigure(text);
        between += figure || text.isEmpty() ? 0 : 1;
        if (between > MOST_BETWEEN || figure && open) {
          finish();
          open = false;
          between = 0;
        }
        i++;
      }
    }
    finish();
  }

  private void addHeads(int from, int count, List<Column> cutOff) {
    List<Token> printed = tokens.sub(from, count);
    if (cutOff.isEmpty()) {
      sheet.use(count == 1 ? List.of() : printed);
      Token first = printed.getFirst();
      heads.add(new Token(FlatTokens.text(printed), first.place(), first.paragraph()));
      return;
    }
    cut = true;
    for (int i = 0; i < count; i++) {
      Token its = printed.get(i);
      heads.add(new Token(cutOff.get(i).label().zh(), its.place(), its.paragraph()));
    }
  }

  /** Takes the lines below the heads, and begins anew. */
  private void finish() {
    List<Token> ordered = whole == null ? List.copyOf(heads) : ordered(heads, whole);
    int count = ordered.size();
    if (count > 0) {
      lines.replaceAll(line -> fitting(line, ordered));
      apart(count);
    }
    boolean any = lines.stream().anyMatch(l -> !l.figures().isEmpty());
    if (any && count > 0) {
      sheet.add(0, 1, "", heads.getFirst());
      for (int c = 0; c < count; c++) {
        sheet.add(c + 1, ordered.get(c));
      }
      sheet.nextRow();
      lines.forEach(line -> add(line, count));
    } else if (any && heads.size() > 1) {
      lines.forEach(sheet::refuse);
    }
    lines.clear();
    heads.clear();
    cut = false;
  }

  private void add(Line line, int count) {
    int figures = line.figures().size();
    if (figures > 0 && figures != count) {
      sheet.refuse(line);
      return;
    }
    int span = figures == 0 ? count + 1 : 1;
    sheet.add(0, span, FlatTokens.text(line.label()), line.label().getFirst());
    sheet.use(line.label());
    for (int c = 0; c < figures; c++) {
      sheet.add(c + 1, line.figures().get(c));
    }
    if (cut) {
      sheet.suppose(line.figures());
    }
    sheet.nextRow();
  }

  /**
   * A line with as many figures as there are heads. Blank cells behind these fill a row up, if the
   * row states what its figures add up to, or states nothing.
   */
  private Line fitting(Line line, List<Token> ordered) {
    int count = ordered.size();
    Line fitting = line.fitting(count);
    int size = line.figures().size();
    if (fitting.figures().size() == count || size <= count) {
      return fitting;
    }
    List<Token> first = line.figures().subList(0, count);
    boolean filled = line.figures().subList(count, size).stream().allMatch(Token::isBlank);
    List<String> columns = new ArrayList<>();
    for (Token head : ordered) {
      Found found = labels.column(tokens.label(head.text()));
      columns.add(found == null ? "" : found.id());
    }
    boolean proved =
        line.dense().isEmpty() || sums.addsUp(columns, first.stream().map(Token::text).toList());
    return filled && proved ? new Line(line.label(), List.copyOf(first)) : fitting;
  }

  /** Cuts figures apart that stand without blanks between them. */
  private void apart(int count) {
    Map<Integer, List<List<String>>> several = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      List<List<String>> cuts = cuts(lines.get(i), count);
      if (cuts.size() == 1) {
        take(i, cuts.getFirst());
      } else if (cuts.size() > 1) {
        several.put(i, cuts);
      }
    }
    if (!several.isEmpty() && whole != null) {
      Map<Integer, String> rows = new HashMap<>();
      Map<String, List<List<String>>> all = new LinkedHashMap<>();
      for (int i = 0; i < lines.size(); i++) {
        Line line = lines.get(i);
        Found found = tokens.rowOf(line.label());
        boolean plain = line.figures().stream().allMatch(f -> SectionSums.number(f.text()) != null);
        if (found != null && several.containsKey(i)) {
          rows.put(i, found.id());
          all.put(found.id(), several.get(i));
        } else if (found != null && plain && line.figures().size() == count) {
          all.put(found.id(), List.of(line.figures().stream().map(Token::text).toList()));
        }
      }
      Map<String, List<String>> chosen = new GluedRows(sums, labels.id()).choose(all);
      if (chosen != null) {
        rows.forEach((line, row) -> take(line, chosen.getOrDefault(row, List.of())));
      }
    }
  }

  private List<List<String>> cuts(Line line, int count) {
    return line.figures().size() != 1
            || count == 1
            || !DIGITS.matcher(line.figures().getFirst().text()).matches()
        ? List.of()
        : RunTogether.cuts(
            line.figures().getFirst().text(), count, /* group= */ whole == null ? 0 : count);
  }

  private void take(int line, List<String> texts) {
    Token run = lines.get(line).figures().getFirst();
    sheet.cutApart(run);
    lines.set(
        line,
        new Line(
            lines.get(line).label(),
            texts.stream().map(c -> new Token(c, run.place(), run.paragraph())).toList()));
  }

  /** The heads in the order of the form, where each is there once; else none. */
  private List<Token> ordered(List<Token> heads, Section section) {
    Map<String, Token> byColumn = new HashMap<>();
    for (Token head : heads) {
      Found found = labels.column(tokens.label(head.text()));
      if (found == null || byColumn.put(found.id(), head) != null) {
        return List.of();
      }
    }
    List<Token> ordered = new ArrayList<>();
    for (Column column : section.columns()) {
      Token head = byColumn.get(column.id());
      if (head == null) {
        return List.of();
      }
      ordered.add(head);
    }
    return ordered;
  }
}
