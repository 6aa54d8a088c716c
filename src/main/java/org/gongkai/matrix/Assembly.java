package org.gongkai.matrix;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.matrix.Piece.Grid;
import org.gongkai.matrix.Piece.GridCell;
import org.gongkai.matrix.Piece.Row;
import org.gongkai.matrix.Piece.Words;
import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * Makes a document of what a reader found, in the order of reading: tells tables from layout, gives
 * each piece its place and holds the limits.
 */
final class Assembly {

  /** A cell with more signs is a text and not a cell: the longest label of a form has some 80. */
  private static final int LONG_TEXT = 200;

  /** From here a table with tables in it is a table of its own and no frame around them. */
  private static final int OWN_CELLS = 8;

  /** How headings of chapters begin. */
  static final Pattern CHAPTER = Pattern.compile("[一二三四五六七八九十]{1,3}\\s*[、.．]");

  private final FileKind kind;
  private final List<Block> blocks = new ArrayList<>();
  private final Set<Text> notices = new LinkedHashSet<>();
  private @Nullable Integer page;
  private int paragraphs;
  private int tables;
  private int cells;
  private long signs;

  Assembly(FileKind kind) {
    this.kind = kind;
  }

  /** What follows stands on this page or sheet. */
  void page(int number) {
    page = number;
  }

  void notice(String zh, String en) {
    notices.add(new Text(zh, en));
  }

  void notice(@Nullable Text text) {
    if (text != null) {
      notices.add(text);
    }
  }

  PrintedDocument document() {
    return new PrintedDocument(kind, blocks, List.copyOf(notices));
  }

  void addAll(List<Piece> pieces) throws UnreadableFile {
    for (Piece piece : pieces) {
      add(piece);
    }
  }

  void add(Piece piece) throws UnreadableFile {
    ReadingLimits.check();
    switch (piece) {
      case Words words -> words(words);
      case Row row -> paragraph(PrintedText.row(row.text()), false);
      case Grid grid -> grid(grid);
    }
  }

  private void words(Words words) throws UnreadableFile {
    for (String line : PrintedText.lines(words.text())) {
      paragraph(line, words.heading());
    }
  }

  private void paragraph(String line, boolean heading) throws UnreadableFile {
    if (line.isBlank()) {
      return;
    }
    count(line);
    paragraphs++;
    if (paragraphs > ReadingLimits.PARAGRAPHS) {
      throw ReadingLimits.tooLarge(
          "段落超过%d个".formatted(ReadingLimits.PARAGRAPHS),
          "More than %d paragraphs".formatted(ReadingLimits.PARAGRAPHS));
    }
    blocks.add(new Paragraph(line, heading, new Place(page, paragraphs, null, null, null)));
  }

  private void count(String text) throws UnreadableFile {
    signs += text.length();
    if (signs > ReadingLimits.SIGNS) {
      throw ReadingLimits.tooLarge(
          "文字超过%d个".formatted(ReadingLimits.SIGNS),
          "More than %d signs of text".formatted(ReadingLimits.SIGNS));
    }
  }

  /**
   * A table, or what stands in it one after another where it only holds text in place: rows with
   * long texts, with tables, or with nothing but a heading, are read as text; the rows between them
   * are tables.
   */
  private void grid(Grid grid) throws UnreadableFile {
    List<Plain> plain = new ArrayList<>(grid.cells().size());
    int own = 0;
    int longest = 0;
    for (GridCell cell : grid.cells()) {
      Plain flat = Plain.of(cell);
      plain.add(flat);
      if (!flat.text.isEmpty()) {
        longest = Math.max(longest, flat.text.length());
        own += flat.text.length() <= LONG_TEXT ? 1 : 0;
      }
    }
    if (grid.columns() <= 1) {
      for (Plain cell : plain) {
        addAll(cell.cell.content());
      }
      return;
    }
    boolean tableAround = own >= OWN_CELLS && grid.columns() > 2;
    boolean[] text = new boolean[grid.rows()];
    for (Plain cell : plain) {
      boolean nested = !cell.nested.isEmpty() && !tableAround;
      if (nested || cell.text.length() > LONG_TEXT || cell.heads(grid.columns())) {
        text[cell.cell.row()] = true;
      }
    }
    int from = 0;
    int next = 0;
    for (int row = 0; row <= grid.rows(); row++) {
      if (row < grid.rows() && !text[row]) {
        continue;
      }
      int first = next;
      while (next < plain.size() && plain.get(next).cell.row() < row) {
        next++;
      }
      matrix(plain.subList(first, next), from, row, grid.columns());
      while (next < plain.size() && plain.get(next).cell.row() == row) {
        addAll(plain.get(next).cell.content());
        next++;
      }
      from = row + 1;
    }
  }

  private void matrix(List<Plain> rows, int from, int to, int columns) throws UnreadableFile {
    if (rows.stream().allMatch(cell -> cell.text.isEmpty())) {
      for (Plain cell : rows) {
        addAll(cell.nested);
      }
      return;
    }
    tables++;
    int table = tables;
    List<Matrix.Cell> laid = new ArrayList<>(rows.size());
    for (Plain cell : rows) {
      GridCell at = cell.cell;
      count(cell.text);
      laid.add(
          new Matrix.Cell(
              at.row() - from,
              at.column(),
              Math.min(at.rowSpan(), to - at.row()),
              at.columnSpan(),
              cell.text,
              new Place(page, null, table, at.row() - from + 1, at.column() + 1)));
    }
    cells += laid.size();
    if (cells > ReadingLimits.CELLS) {
      throw GridBuilder.tooManyCells();
    }
    blocks.add(new Matrix(to - from, columns, laid, new Place(page, null, table, null, null)));
    for (Plain cell : rows) {
      addAll(cell.nested);
    }
  }

  /** A cell's own text, and the tables in it. A table of one column is part of the text. */
  private record Plain(GridCell cell, String text, List<Piece> nested) {

    static Plain of(GridCell cell) throws UnreadableFile {
      List<String> lines = new ArrayList<>(1);
      List<Piece> nested = new ArrayList<>(0);
      gather(cell.content(), lines, nested);
      return new Plain(cell, String.join("\n", lines), nested);
    }

    /** Whether it is a heading over the whole table, which begins something new. */
    boolean heads(int columns) {
      return cell.columnSpan() == columns
          && cell.rowSpan() == 1
          && CHAPTER.matcher(text).lookingAt();
    }

    private static void gather(List<Piece> content, List<String> lines, List<Piece> nested)
        throws UnreadableFile {
      ReadingLimits.check();
      for (Piece piece : content) {
        switch (piece) {
          case Words words -> lines.addAll(PrintedText.lines(words.text()));
          case Row row -> lines.addAll(PrintedText.lines(row.text()));
          case Grid grid -> {
            if (grid.columns() > 1) {
              nested.add(grid);
            } else {
              for (GridCell inner : grid.cells()) {
                gather(inner.content(), lines, nested);
              }
            }
          }
        }
      }
    }
  }
}
