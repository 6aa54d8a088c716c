package org.gongkai.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.matrix.Paragraph;
import org.gongkai.matrix.Place;
import org.gongkai.recognition.SectionLabels.Fit;
import org.gongkai.recognition.SectionLabels.Found;

/**
 * Lines of text as the cells that they show: divided by tabs, bars or wide blanks, several in a
 * line or one. A cell that is blank is known only where tabs or bars show it.
 */
final class FlatCells {

  /**
   * A cell.
   *
   * @param text empty where it is blank
   * @param paragraph number of the line in the document
   */
  record Token(String text, Place place, int paragraph) {

    boolean isBlank() {
      return text.isEmpty();
    }
  }

  static final int LONGEST_LABEL = 60;

  private static final String BARS = "[|｜│┃║]";
  private static final Pattern TABS = Pattern.compile("\\t|\\s{2,}|[\\u3000\\u00a0]+|\\n|[|｜]");
  private static final Pattern BAR = Pattern.compile(BARS);

  /**
   * Cells with bars between them and at the end: without this one, the last cell may be cut off.
   */
  private static final Pattern BARRED = Pattern.compile(BARS + "?(.*" + BARS + ".*)" + BARS);

  /** Bars alone, or a single cell with the bar that ends it and bars that fill its row up. */
  private static final Pattern BARS_ALONE = Pattern.compile(BARS + "(?:\\s*" + BARS + ")*");

  private static final Pattern ENDED =
      Pattern.compile("(?<cell>[^|｜│┃║]+)" + BARS + "(?:\\s*" + BARS + "+)?");

  /** Cells, and bars that fill a row up whose cells are wider than others. */
  private static final Pattern FILLED =
      Pattern.compile("(?<cells>.*" + BARS + ")\\s+" + BARS + "{2,}");

  private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000\\u00a0]+");
  private static final Pattern REMARKED =
      Pattern.compile("[-+]?[0-9０-９]+(?:[.,][0-9]+)*\\p{IsHan}{0,2}(?:[（(].*[）)])?");
  private static final Pattern GLUED = Pattern.compile("(.*[^0-9０-９.．\\s])([0-9]{1,90})");
  private static final int MOST_PARTS = 4;

  /** How a line stands to the cells of a table whose bars end cells, a cell a line. */
  private enum Bars {
    /** Nothing of such a table. */
    NONE,
    /** A cell whose bar is on a line of its own. */
    OPEN,
    /** Behind a cell with its bar. */
    ENDED,
    /** Behind bars that filled a row up. */
    FILLED
  }

  private final SectionLabels labels;
  private final PrintedWords words;
  private final List<Token> tokens = new ArrayList<>();
  private Bars bars = Bars.NONE;
  private boolean leading;

  private FlatCells(SectionLabels labels, PrintedWords words) {
    this.labels = labels;
    this.words = words;
  }

  /**
   * The cells of lines.
   *
   * @param paragraphs by their number in the document
   */
  static List<Token> of(
      Map<Integer, Paragraph> paragraphs, SectionLabels labels, PrintedWords words) {
    FlatCells cells = new FlatCells(labels, words);
    paragraphs.forEach(cells::take);
    return cells.tokens;
  }

  /** A figure, or one with a remark. */
  static boolean isFigure(String text) {
    return CellText.isFigure(text)
        || text.length() <= LONGEST_LABEL && REMARKED.matcher(text).matches();
  }

  private void take(Integer number, Paragraph paragraph) {
    String line = paragraph.text();
    if (PrintedWords.isPageNumber(line)) {
      return;
    }
    if (BARS_ALONE.matcher(line).matches()) {
      takeBars(line, number, paragraph);
      return;
    }
    Matcher ended = ENDED.matcher(line);
    if (ended.matches()) {
      leading &= bars != Bars.NONE;
      split(ended.group("cell"), number, paragraph);
      bars = Bars.ENDED;
      return;
    }
    bars = bars == Bars.ENDED || bars == Bars.FILLED ? Bars.OPEN : Bars.NONE;
    List<String> row = rowWithBlanks(line);
    if (row.isEmpty()) {
      split(line, number, paragraph);
    } else {
      row.forEach(cell -> tokens.add(new Token(cell, paragraph.place(), number)));
    }
  }

  /**
   * A line of bars. One bar ends the cell above it, begins a row or is a blank cell; several fill a
   * row up whose cells are wider than others.
   */
  private void takeBars(String line, int number, Paragraph paragraph) {
    boolean one = line.length() == 1;
    if (one && bars == Bars.NONE) {
      leading = true;
    } else if (one && (bars == Bars.ENDED || bars == Bars.FILLED && !leading)) {
      tokens.add(new Token("", paragraph.place(), number));
    }
    bars = one ? Bars.ENDED : Bars.FILLED;
  }

  private void add(String text, int number, Paragraph paragraph) {
    if (leading && bars == Bars.ENDED && !tokens.isEmpty() && tokens.getLast().isBlank()) {
      // the bar that begins a row is no cell of the one above
      boolean label = !isFigure(text);
      if (label) {
        tokens.removeLast();
      }
    }
    tokens.add(new Token(text, paragraph.place(), number));
  }

  private void split(String line, int number, Paragraph paragraph) {
    for (String cell : TABS.split(line)) {
      String text = CellText.stripped(cell);
      if (text.isEmpty()) {
        continue;
      }
      Matcher glued = GLUED.matcher(text);
      if (glued.matches() && isRow(glued.group(1))) {
        add(glued.group(1), number, paragraph);
        add(glued.group(2), number, paragraph);
        continue;
      }
      String[] parts = BLANKS.split(text);
      int figures = 0;
      for (int i = parts.length - 1; i >= 0 && CellText.isFigure(parts[i]); i--) {
        figures++;
      }
      if (parts.length > 1 && figures >= parts.length - 1) {
        for (String part : parts) {
          add(part, number, paragraph);
        }
      } else if (figures > 0 && parts.length > figures && parts.length - figures <= MOST_PARTS) {
        int label = parts.length - figures;
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < label; i++) {
          joined.append(parts[i]);
        }
        add(joined.toString(), number, paragraph);
        for (int i = label; i < parts.length; i++) {
          add(parts[i], number, paragraph);
        }
      } else if (!areHeads(parts)) {
        List<String> heads = labels.headsIn(text);
        for (String head : heads.isEmpty() ? List.of(text) : heads) {
          add(head, number, paragraph);
        }
      } else {
        for (String part : parts) {
          add(part, number, paragraph);
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
    Matcher filled = FILLED.matcher(line);
    Matcher bars = BARRED.matcher(filled.matches() ? filled.group("cells") : line);
    return bars.matches() ? BAR.split(bars.group(1), -1) : new String[0];
  }

  private boolean isRow(String text) {
    Found found = text.length() > LONGEST_LABEL ? null : labels.row(label(text));
    return found != null && found.fit() == Fit.EXACT;
  }

  /** A line of heads with single blanks between them. */
  private boolean areHeads(String[] parts) {
    int heads = 0;
    for (String part : parts) {
      LabelText label = label(part);
      heads += labels.column(label) != null || labels.isGroup(label) ? 1 : 0;
    }
    return parts.length > 1 && heads * 2 >= parts.length;
  }

  private LabelText label(String text) {
    return LabelText.of(text, words.spellings());
  }
}
