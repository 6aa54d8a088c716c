package org.gongkai.check;

import java.util.List;

/**
 * What would satisfy every rule of the section.
 *
 * @param cells with the numbers that they should state
 */
record Suggestion(Mistake mistake, List<CellState> cells) {
  public Suggestion {
    cells = List.copyOf(cells);
  }

  /** How a suggestion came about. */
  public enum Mistake {
    /** One cell holds another number. */
    NUMBER,
    /** One cell holds the digits of its number in another order. */
    DIGITS,
    /** Two cells hold each other's number. */
    SWAPPED,
    /** A row's numbers stand one column beside their own. */
    SHIFTED
  }
}
