package org.gongkai.matrix;

import java.util.List;

/** What a reader finds, before it is decided which tables are tables and which are layout. */
sealed interface Piece {

  /**
   * A paragraph.
   *
   * @param text its lines, a line feed between them; may be blank
   */
  record Words(String text, boolean heading) implements Piece {}

  /**
   * A line of plain text that may be a row of a table whose cells tabs divide.
   *
   * @param text tabs at its edges are cells with nothing in them
   */
  record Row(String text) implements Piece {}

  /**
   * A table as the file has it, whatever for.
   *
   * @param cells do not overlap; by row, then column
   */
  record Grid(int rows, int columns, List<GridCell> cells) implements Piece {}

  /** A cell of such a table, with all that stands in it. */
  record GridCell(int row, int column, int rowSpan, int columnSpan, List<Piece> content) {}
}
