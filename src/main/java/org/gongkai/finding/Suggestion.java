package org.gongkai.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.gongkai.problem.WireCode;
import org.jspecify.annotations.Nullable;

/**
 * What would satisfy every rule of the section; of totals that were left at 0, those of the
 * finding, since a whole column of them is found once for each row.
 *
 * @param cells with the numbers that they should state; of {@link Mistake#ZERO_TOTAL_OF_BLANKS}
 *     none
 * @param atLeast cells with the least that they can state, where nobody knows the number; otherwise
 *     null
 * @param line where several totals were left at 0, the row or column that all of them stand in, if
 *     there is one: {@code applications.total}
 * @param totals how many totals of the section were left at 0; null of other mistakes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Suggestion(
    Mistake mistake,
    List<CellState> cells,
    @Nullable List<CellState> atLeast,
    @Nullable String line,
    @Nullable Integer totals) {

  public Suggestion {
    cells = List.copyOf(cells);
    atLeast = atLeast == null ? null : List.copyOf(atLeast);
  }

  /** Of cells and nothing else. */
  public Suggestion(Mistake mistake, List<CellState> cells) {
    this(mistake, cells, null, null, null);
  }

  /** Of a total that is the sum of parts of which some are blank. */
  public static Suggestion atLeast(CellState total) {
    return new Suggestion(Mistake.ZERO_TOTAL_OF_BLANKS, List.of(), List.of(total), null, null);
  }

  /** How a suggestion came about. */
  public enum Mistake implements WireCode {
    /** One cell holds another number. */
    NUMBER,
    /** One cell holds the digits of its number in another order. */
    DIGITS,
    /** Two cells hold each other's number. */
    SWAPPED,
    /** A row's numbers stand one column beside their own. */
    SHIFTED,
    /** Totals were left at 0 while their parts are not. */
    ZERO_TOTAL,
    /** A total was left at 0 while its parts are not, some of which state no number. */
    ZERO_TOTAL_OF_BLANKS;

    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
