package org.gongkai.recognition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.form.Column;
import org.gongkai.form.Row;
import org.gongkai.form.Section;
import org.gongkai.matrix.Matrix;
import org.gongkai.matrix.Paragraph;
import org.gongkai.matrix.Place;
import org.gongkai.problem.Text;
import org.gongkai.recognition.SectionLabels.Fit;
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
   */
  record Built(
      Matrix matrix,
      Set<Integer> paragraphs,
      List<TableReading.Refusal> refusals,
      Set<Place> cutApart) {}

  private record Token(String text, Place place, int paragraph) {}

  private record Line(List<Token> label, List<Token> figures) {

    /** With its blank cells where they are as many as there are columns, else without them. */
    Line fitting(int columns) {
      return figures.size() == columns ? this : new Line(label, dense(figures));
    }
  }

  private static final Pattern TABS = Pattern.compile("\\t|\\s{2,}|[\\u3000\\u00a0]+|\\n|[|｜]");
  private static final Pattern BAR = Pattern.compile("[|｜│┃║]");

  /**
   * Cells with bars between them and at the end: without this one, the last cell may be cut off.
   */
  private static final Pattern BARRED = Pattern.compile("[|｜│┃║]?(.*[|｜│┃║].*)[|｜│┃║]");

  private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000\\u00a0]+");
  private static final Pattern REMARKED =
      Pattern.compile("[-+]?[0-9０-９]+(?:[.,][0-9]+)*\\p{IsHan}{0,2}(?:[（(].*[）)])?");
  private static final Pattern GLUED = Pattern.compile("(.*[^0-9０-９.．\\s])([0-9]{1,90})");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{2,90}");
  private static final int LONGEST_LABEL = 60;
  private static final int LONGEST_HEAD = 20;
  private static final int MOST_PARTS = 4;
  private static final int MOST_BETWEEN = 12;
  private static final Text COUNT =
      new Text("名称之后的数字个数与表样不符", "Another number of figures follows the label than the form has");

  private final SectionLabels labels;
  private final PrintedWords words;
  private final List<Token> tokens = new ArrayList<>();
  private final Set<Integer> used = new LinkedHashSet<>();
  private final List<TableReading.Refusal> refusals = new ArrayList<>();
  private final List<Matrix.Cell> cells = new ArrayList<>();
  private final Set<Place> cutApart = new LinkedHashSet<>();
  private int row;
  private int width;

  private FlatTables(SectionLabels labels, PrintedWords words) {
    this.labels = labels;
    this.words = words;
  }

  /**
   * Builds the table of a section.
   *
   * @param paragraphs of the document, by their number in it
   */
  static @Nullable Built build(
      Map<Integer, Paragraph> paragraphs, SectionLabels labels, PrintedWords words) {
    FlatTables flat = new FlatTables(labels, words);
    paragraphs.forEach(flat::split);
    Section section = labels.editions().values().iterator().next();
    boolean whole = section.rows().stream().allMatch(r -> r.columns().isEmpty());
    if (!(whole && flat.buildHeaded(section))) {
      flat.buildCrossed(whole ? section : null);
    }
    if (flat.cells.isEmpty() && flat.refusals.isEmpty()) {
      return null;
    }
    Place first =
        flat.cells.isEmpty() ? flat.refusals.getFirst().place() : flat.cells.getFirst().place();
    return new Built(
        new Matrix(flat.row, Math.max(1, flat.width), flat.cells, first),
        flat.used,
        flat.refusals,
        flat.cutApart);
  }

  private static List<Token> dense(List<Token> figures) {
    return figures.stream().filter(f -> !f.text().isEmpty()).toList();
  }

  private void split(Integer number, Paragraph paragraph) {
    List<String> row = rowWithBlanks(paragraph.text());
    if (!row.isEmpty()) {
      row.forEach(cell -> tokens.add(new Token(cell, paragraph.place(), number)));
      return;
    }
    for (String cell : TABS.split(paragraph.text())) {
      String text = CellText.stripped(cell);
      if (text.isEmpty()) {
        continue;
      }
      Matcher glued = GLUED.matcher(text);
      if (glued.matches() && isRow(glued.group(1))) {
        tokens.add(new Token(glued.group(1), paragraph.place(), number));
        tokens.add(new Token(glued.group(2), paragraph.place(), number));
        continue;
      }
      String[] parts = BLANKS.split(text);
      int figures = 0;
      for (int i = parts.length - 1; i >= 0 && CellText.isFigure(parts[i]); i--) {
        figures++;
      }
      if (parts.length > 1 && figures >= parts.length - 1) {
        for (String part : parts) {
          tokens.add(new Token(part, paragraph.place(), number));
        }
      } else if (figures > 0 && parts.length > figures && parts.length - figures <= MOST_PARTS) {
        int label = parts.length - figures;
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < label; i++) {
          joined.append(parts[i]);
        }
        tokens.add(new Token(joined.toString(), paragraph.place(), number));
        for (int i = label; i < parts.length; i++) {
          tokens.add(new Token(parts[i], paragraph.place(), number));
        }
      } else if (!headParts(parts, paragraph, number)) {
        List<String> heads = labels.headsIn(text);
        for (String head : heads.isEmpty() ? List.of(text) : heads) {
          tokens.add(new Token(head, paragraph.place(), number));
        }
      }
    }
  }

  /**
   * The cells of a line in which tabs or bars show some that are blank: a label, or none, and
   * figures. Empty where it is no such line.
   */
  private List<String> rowWithBlanks(String line) {
    List<String> cells = new ArrayList<>();
    int figures = 0;
    int blanks = 0;
    for (String cell : cells(line)) {
      String text = CellText.stripped(cell);
      if (isFigure(text)) {
        figures++;
      } else if (text.isEmpty()) {
        blanks++;
      } else if (figures > 0 || text.length() > LONGEST_LABEL) {
        return List.of();
      } else {
        // what is blank before a label is a place of merged labels
        cells.removeIf(String::isEmpty);
        blanks = 0;
      }
      cells.add(text);
    }
    boolean row =
        blanks > 0
            && blanks < cells.size()
            && (figures > 0 || isRowOnly(cells.get(cells.size() - blanks - 1)));
    return row ? cells : List.of();
  }

  /** Whether it is the label of a row, and no head: 总计 and 其他 are both. */
  private boolean isRowOnly(String text) {
    return isRow(text) && labels.column(label(text)) == null;
  }

  private static String[] cells(String line) {
    if (line.indexOf('\n') >= 0) {
      return new String[0];
    }
    if (line.indexOf('\t') >= 0) {
      return line.split("\t", -1);
    }
    Matcher bars = BARRED.matcher(line);
    return bars.matches() ? BAR.split(bars.group(1), -1) : new String[0];
  }

  private boolean isRow(String text) {
    Found found = text.length() > LONGEST_LABEL ? null : labels.row(label(text));
    return found != null && found.fit() == Fit.EXACT;
  }

  /** A line of heads with single blanks between them. */
  private boolean headParts(String[] parts, Paragraph paragraph, Integer number) {
    int heads = 0;
    for (String part : parts) {
      LabelText label = LabelText.of(part, words.spellings());
      heads += labels.column(label) != null || labels.isGroup(label) ? 1 : 0;
    }
    if (parts.length < 2 || heads * 2 < parts.length) {
      return false;
    }
    for (String part : parts) {
      tokens.add(new Token(part, paragraph.place(), number));
    }
    return true;
  }

  private LabelText label(String text) {
    return LabelText.of(text, words.spellings());
  }

  private @Nullable Found row(int from, int count) {
    StringBuilder joined = new StringBuilder();
    for (int i = from; i < from + count; i++) {
      joined.append(tokens.get(i).text());
    }
    return joined.length() > LONGEST_LABEL || CellText.isFigure(joined.toString())
        ? null
        : labels.row(label(joined.toString()));
  }

  /** How many lines from this one on are one label; 0 where none is. */
  private int parts(int from) {
    int close = 0;
    for (int count = Math.min(MOST_PARTS, tokens.size() - from); count > 0; count--) {
      boolean figures = false;
      for (int i = from; i < from + count; i++) {
        String text = tokens.get(i).text();
        figures |= text.isEmpty() || CellText.isFigure(text);
      }
      Found found = figures ? null : row(from, count);
      if (found != null && found.fit() == Fit.EXACT) {
        return count;
      }
      close = found == null ? close : count;
    }
    return close;
  }

  private int figures(int from) {
    int count = 0;
    while (from + count < tokens.size() && isValue(tokens.get(from + count).text())) {
      count++;
    }
    return count;
  }

  private boolean isFigureNext(int from) {
    return !dense(tokens.subList(from, from + figures(from))).isEmpty();
  }

  /** A figure, or a cell that is blank. */
  private static boolean isValue(String text) {
    return text.isEmpty() || isFigure(text);
  }

  /** A figure, or one with a remark. */
  private static boolean isFigure(String text) {
    return CellText.isFigure(text)
        || text.length() <= LONGEST_LABEL && REMARKED.matcher(text).matches();
  }

  private @Nullable Found column(int token) {
    String text = tokens.get(token).text();
    return text.isEmpty() || text.length() > LONGEST_LABEL || CellText.isFigure(text)
        ? null
        : labels.column(label(text));
  }

  /** How many lines from this one on are one head; 0 where none is. */
  private int columnParts(int from) {
    if (column(from) != null) {
      return 1;
    }
    StringBuilder joined = new StringBuilder(tokens.get(from).text());
    for (int count = 2; count < MOST_PARTS && from + count <= tokens.size(); count++) {
      String next = tokens.get(from + count - 1).text();
      joined.append(next);
      if (next.isEmpty() || CellText.isFigure(next) || joined.length() > LONGEST_HEAD) {
        return 0;
      }
      Found found = labels.column(label(joined.toString()));
      if (found != null && found.fit() == Fit.EXACT && row(from, count) == null) {
        return count;
      }
    }
    return 0;
  }

  /** Several lines as one. */
  private Token joined(int from, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < from + count; i++) {
      text.append(tokens.get(i).text());
      used.add(tokens.get(i).paragraph());
    }
    return new Token(text.toString(), tokens.get(from).place(), tokens.get(from).paragraph());
  }

  private void buildCrossed(@Nullable Section whole) {
    List<Token> heads = new ArrayList<>();
    boolean open = false;
    int between = 0;
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < tokens.size(); ) {
      int column = columnParts(i);
      int parts = column == 0 ? parts(i) : 0;
      if (column > 0) {
        if (!open) {
          finish(heads, lines, whole);
          heads.clear();
          open = true;
        }
        heads.add(column == 1 ? tokens.get(i) : joined(i, column));
        between = 0;
        i += column;
      } else if (parts > 0 && !heads.isEmpty()) {
        List<Token> label = List.copyOf(tokens.subList(i, i + parts));
        int figures = figures(i + parts);
        List<Token> its = List.copyOf(tokens.subList(i + parts, i + parts + figures));
        Found found = row(i, parts);
        open &= figures == 0 && (found == null || !labels.hasFigures(found.id()));
        lines.add(new Line(label, its));
        between = 0;
        i += parts + figures;
      } else {
        boolean figure = isValue(tokens.get(i).text());
        between += figure ? 0 : 1;
        if (between > MOST_BETWEEN || figure && open) {
          finish(heads, lines, whole);
          heads.clear();
          open = false;
          between = 0;
        }
        i++;
      }
    }
    finish(heads, lines, whole);
  }

  private void finish(List<Token> heads, List<Line> lines, @Nullable Section whole) {
    List<Token> ordered = whole == null ? List.copyOf(heads) : ordered(heads, whole);
    if (!ordered.isEmpty()) {
      lines.replaceAll(line -> apart(line.fitting(ordered.size()), ordered.size(), whole != null));
    }
    boolean any = lines.stream().anyMatch(l -> !dense(l.figures()).isEmpty());
    if (any && !ordered.isEmpty()) {
      add(0, 1, "", heads.getFirst());
      for (int c = 0; c < ordered.size(); c++) {
        add(c + 1, 1, ordered.get(c).text(), ordered.get(c));
      }
      row++;
      for (Line line : lines) {
        if (line.figures().isEmpty() || line.figures().size() == ordered.size()) {
          String text = String.join("", line.label().stream().map(Token::text).toList());
          int span = line.figures().isEmpty() ? ordered.size() + 1 : 1;
          add(0, span, text, line.label().getFirst());
          line.label().forEach(t -> used.add(t.paragraph()));
          for (int c = 0; c < line.figures().size(); c++) {
            add(c + 1, 1, line.figures().get(c).text(), line.figures().get(c));
          }
          row++;
        } else {
          refuse(line);
        }
      }
    } else if (any && heads.size() > 1) {
      lines.forEach(this::refuse);
    }
    lines.clear();
  }

  /**
   * A line whose figures stand without blanks between them, with these cut apart if they can be.
   */
  private Line apart(Line line, int count, boolean sums) {
    if (line.figures().size() != 1 || count == 1) {
      return line;
    }
    Token run = line.figures().getFirst();
    List<String> cut =
        DIGITS.matcher(run.text()).matches()
            ? RunTogether.cut(run.text(), count, sums ? count : 0)
            : null;
    if (cut == null) {
      return line;
    }
    cutApart.add(run.place());
    return new Line(
        line.label(), cut.stream().map(c -> new Token(c, run.place(), run.paragraph())).toList());
  }

  private void refuse(Line line) {
    if (dense(line.figures()).isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    line.label().forEach(t -> text.append(t.text()));
    line.figures().forEach(t -> text.append(" | ").append(t.text()));
    refusals.add(new TableReading.Refusal(text.toString(), line.label().getFirst().place(), COUNT));
    line.label().forEach(t -> used.add(t.paragraph()));
    line.figures().forEach(t -> used.add(t.paragraph()));
  }

  /** The heads in the order of the form, where each is there once; else none. */
  private List<Token> ordered(List<Token> heads, Section section) {
    Map<String, Token> byColumn = new HashMap<>();
    for (Token head : heads) {
      Found found = labels.column(label(head.text()));
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

  private void add(int column, int span, String text, Token token) {
    cells.add(new Matrix.Cell(row, column, 1, span, text, token.place()));
    used.add(token.paragraph());
    width = Math.max(width, column + span);
  }

  /** Rows as heads over columns, and one row of figures. */
  private boolean buildHeaded(Section section) {
    int size = section.rows().size() * section.columns().size();
    List<Integer> leaves = new ArrayList<>();
    Map<String, Integer> tops = new LinkedHashMap<>();
    for (int i = 0; i < tokens.size(); i++) {
      Found column = column(i);
      int parts = column == null ? parts(i) : 0;
      if (column != null) {
        leaves.add(i);
      } else if (parts > 0) {
        Found found = row(i, parts);
        if (found != null && !isFigureNext(i + parts)) {
          if (leaves.size() % section.columns().size() == 0 && tops.containsKey(found.id())) {
            leaves.clear();
            tops.clear();
          }
          tops.put(found.id(), i);
        } else {
          return false;
        }
      } else if (leaves.size() == size && figures(i) > 0) {
        return takeHeaded(section, leaves, tops, i);
      } else if (isFigure(tokens.get(i).text()) || tokens.get(i).text().length() > LONGEST_LABEL) {
        leaves.clear();
        tops.clear();
      }
    }
    return false;
  }

  private boolean takeHeaded(
      Section section, List<Integer> leaves, Map<String, Integer> tops, int first) {
    List<String> rows = section.rows().stream().map(Row::id).toList();
    int columns = section.columns().size();
    for (int i = 0; i < leaves.size(); i++) {
      Found found = column(leaves.get(i));
      if (found == null || !found.id().equals(section.columns().get(i % columns).id())) {
        return false;
      }
    }
    if (!List.copyOf(tops.keySet()).equals(rows)) {
      return false;
    }
    Token begin = tokens.get(first);
    Line line =
        new Line(List.of(), List.copyOf(tokens.subList(first, first + figures(first))))
            .fitting(leaves.size());
    if (line.figures().size() == 1 && DIGITS.matcher(begin.text()).matches()) {
      List<String> cut = RunTogether.cut(begin.text(), leaves.size(), columns);
      if (cut != null) {
        cutApart.add(begin.place());
        line =
            new Line(
                List.of(),
                cut.stream().map(c -> new Token(c, begin.place(), begin.paragraph())).toList());
      }
    }
    List<Token> figures = line.figures();
    if (figures.size() != leaves.size()) {
      refuse(new Line(List.of(tokens.get(tops.values().iterator().next())), List.copyOf(figures)));
      return true;
    }
    int at = 0;
    for (int top : tops.values()) {
      StringBuilder text = new StringBuilder();
      for (int i = top; i < top + Math.max(1, parts(top)); i++) {
        text.append(tokens.get(i).text());
        used.add(tokens.get(i).paragraph());
      }
      add(at, columns, text.toString(), tokens.get(top));
      at += columns;
    }
    row++;
    for (int i = 0; i < leaves.size(); i++) {
      add(i, 1, tokens.get(leaves.get(i)).text(), tokens.get(leaves.get(i)));
    }
    row++;
    for (int i = 0; i < figures.size(); i++) {
      add(i, 1, figures.get(i).text(), figures.get(i));
    }
    row++;
    return true;
  }
}
