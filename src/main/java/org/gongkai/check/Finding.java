package org.gongkai.check;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.form.Form;
import org.gongkai.form.Rule;
import org.gongkai.form.Severity;
import org.gongkai.platform.Digests;

/**
 * What a rule says of one revision.
 *
 * @param rule id of the rule: {@code T3-BAL}
 * @param version of the rule
 * @param edition of the form whose rule it is
 * @param place what the rule was applied to: a row, a column or a cell
 * @param kind what the matter is
 * @param cells the figures that the rule is about, as stated
 * @param left sum of the left side, or null where the rule has none
 * @param right sum of the right side, or null where the rule has none
 * @param suggestion what would set everything right in the section, or null
 * @param possible where more than one number would do, those; otherwise null
 * @param more how many more figures or places there are, which are not kept, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
    String rule,
    int version,
    String edition,
    Severity severity,
    Kind kind,
    String section,
    String place,
    List<CellState> cells,
    BigDecimal left,
    BigDecimal right,
    Suggestion suggestion,
    List<BigDecimal> possible,
    Integer more) {

  /** Nobody reads more places than these, and a hostile text has a hundred thousand. */
  private static final int MOST_CELLS = 200;

  public Finding {
    if (cells.size() > MOST_CELLS) {
      more = added(more, cells.size() - MOST_CELLS);
      cells = some(cells, MOST_CELLS);
    }
    cells = List.copyOf(cells);
    possible = possible == null ? null : List.copyOf(possible);
  }

  /** The last place is kept as well: what the others are compared with stands there. */
  private static List<CellState> some(List<CellState> cells, int most) {
    List<CellState> some = new ArrayList<>(cells.subList(0, most - 1));
    some.add(cells.getLast());
    return some;
  }

  private static Integer added(Integer more, int further) {
    return further == 0 ? more : Integer.valueOf(more == null ? further : more + further);
  }

  /** With so many of its places at the most; the others are counted. */
  Finding showing(int most) {
    return cells.size() <= most ? this : with(some(cells, most), added(more, cells.size() - most));
  }

  /** For others of its kind, which are not kept. */
  Finding andMore(int further) {
    return with(cells, added(more, further));
  }

  private Finding with(List<CellState> itsCells, Integer howManyMore) {
    return new Finding(
        rule,
        version,
        edition,
        severity,
        kind,
        section,
        place,
        itsCells,
        left,
        right,
        suggestion,
        possible,
        howManyMore);
  }

  /** A finding with all of its places. */
  public Finding(
      String rule,
      int version,
      String edition,
      Severity severity,
      Kind kind,
      String section,
      String place,
      List<CellState> cells,
      BigDecimal left,
      BigDecimal right,
      Suggestion suggestion,
      List<BigDecimal> possible) {
    this(
        rule,
        version,
        edition,
        severity,
        kind,
        section,
        place,
        cells,
        left,
        right,
        suggestion,
        possible,
        null);
  }

  /** A finding that suggests nothing. */
  public Finding(
      String rule,
      int version,
      String edition,
      Severity severity,
      Kind kind,
      String section,
      String place,
      List<CellState> cells,
      BigDecimal left,
      BigDecimal right) {
    this(rule, version, edition, severity, kind, section, place, cells, left, right, null, null);
  }

  /** As the rule says it, with its severity. */
  public static Finding of(
      Form form,
      Rule rule,
      Kind kind,
      String section,
      String place,
      List<CellState> cells,
      BigDecimal left,
      BigDecimal right) {
    return new Finding(
        rule.id(),
        rule.version(),
        form.edition(),
        rule.severity(),
        kind,
        section,
        place,
        cells,
        left,
        right);
  }

  Finding suggesting(Suggestion suggested) {
    return new Finding(
        rule, version, edition, severity, kind, section, place, cells, left, right, suggested,
        possible, more);
  }

  /** With the numbers that last year's reports explain. */
  public Finding explicable(List<BigDecimal> numbers) {
    return new Finding(
        rule,
        version,
        edition,
        severity,
        kind,
        section,
        place,
        cells,
        left,
        right,
        suggestion,
        numbers,
        more);
  }

  /**
   * The same without what reports of other organs state, for whoever may not read those. What an
   * organ is told of others is that something stands out, never how much: a number that was
   * compared with could be asked for by trials. An organ carries on the matters of those that were
   * merged into it, and is shown their figures.
   */
  public Finding withoutOthers() {
    boolean compared =
        switch (kind) {
          case UNLIKE_PEERS, NOT_SOLE -> true;
          case COPIED -> cells.stream().anyMatch(cell -> cell.organ() != null);
          default -> false;
        };
    return compared
        ? new Finding(
            rule,
            version,
            edition,
            severity,
            kind,
            section,
            place,
            cells.stream().filter(cell -> cell.organ() == null).toList(),
            kind == Kind.COPIED ? null : left,
            null,
            suggestion,
            possible,
            more)
        : this;
  }

  /** What the matter is; decides how the message is worded. */
  public enum Kind {
    /** Both sides are stated and differ, or no filling of the blanks can make them equal. */
    BROKEN,
    /** The sides are equal only if blanks are not 0. */
    IN_DOUBT,
    /** A cell holds something that is no number of its kind. */
    MALFORMED,
    /** A cell states nothing. */
    BLANK,
    /** This year does not follow from last year. */
    YEARS,
    /** This year is many times last year, or a small part of it. */
    JUMP,
    /** The text is of another year than the report: left that of the text, right the report's. */
    OTHER_YEAR,
    /** The text states another number than the cells: left that of the text. */
    TEXT_DIFFERS,
    /** The text may state another number than the cells. */
    TEXT_MAY_DIFFER,
    /** A list in the text does not add up: left what it claims, right its sum. */
    LIST_DIFFERS,
    /** The text states publications that the report does not list. */
    UNLISTED,
    /** A customary sentence names another year than it must: left that, right what it must. */
    NAMED_YEAR,
    /** The text holds what must not be published of people. */
    PRIVATE,
    /** The text holds a mark of secrecy. */
    SECRET,
    /** The text holds what the template left open. */
    LEFT_OVER,
    /** An amount in yuan where the form wants 10,000 yuan. */
    OTHER_UNIT,
    /**
     * This year does not follow from last year, but organs were merged meanwhile of which it is not
     * known what they left.
     */
    YEARS_OF_MERGER,
    /** Neither last year nor what merged organs left explains this year. */
    BEYOND_MERGER,
    /** This year follows from last year, but what merged organs left is in no report. */
    MERGER_LEFT_OUT,
    /**
     * A number is far from what organs of the same kind and region state: right the most that one
     * of them does, null for whoever may not know.
     */
    UNLIKE_PEERS,
    /** A row states something that this organ cannot have. */
    RESERVED,
    /**
     * A part of the text stands in another report too: left how much of it, in percent, null for
     * whoever may not know.
     */
    COPIED,
    /** The text names another organ where it names itself. */
    NAMES_ANOTHER,
    /** A part of the text is missing, or says that there is nothing. */
    EMPTY,
    /** The text states a period of its figures that is not a calendar year. */
    OTHER_PERIOD,
    /** The text holds signs that nobody can read. */
    UNREADABLE,
    /**
     * A section is filled in as another edition has it than the one in force: the cell says which.
     */
    OLD_LAYOUT,
    /** Another organ has a report of the same region, year and scope too. */
    NOT_SOLE
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

  /**
   * What would satisfy every rule of the section.
   *
   * @param cells with the numbers that they should state
   */
  public record Suggestion(Mistake mistake, List<CellState> cells) {
    public Suggestion {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A cell as a report states it.
   *
   * @param year of another report, where the cell is of that one; otherwise null
   * @param organ whose report that is, where it is not this one's; otherwise null
   * @param organName what that organ is called, where it is known; for people only
   * @param stated a number, null for blank, {@code "n/a"}, or whatever it holds; the words of a
   *     text
   * @param at where the words begin in the text, in UTF-16 code units; null for a cell
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record CellState(
      String path, Integer year, String organ, String organName, JsonNode stated, Integer at) {

    public CellState(String path, Integer year, JsonNode stated) {
      this(path, year, null, null, stated, null);
    }

    /** Words of a text. */
    CellState(String path, JsonNode words, int at) {
      this(path, null, null, null, words, at);
    }

    /** As a cell of another report. */
    public CellState of(int itsYear, String itsOrgan) {
      return of(itsYear, itsOrgan, null);
    }

    /** As a cell of another report, of an organ whose name is at hand. */
    public CellState of(int itsYear, String itsOrgan, String itsName) {
      return new CellState(path, itsYear, itsOrgan, itsName, stated, at);
    }
  }

  /** Stays the same over revisions as long as the finding is about the same place. */
  @JsonIgnore
  public String id() {
    return rule + ":" + place;
  }

  /**
   * SHA-256 of the cells as they are stated, in hexadecimal: the same for as long as the figures
   * are the same.
   */
  @JsonIgnore
  public String about() {
    StringBuilder figures = new StringBuilder();
    for (CellState cell : cells) {
      JsonNode stated = cell.stated();
      String value =
          stated == null
              ? "null"
              : stated.isNumber()
                  ? stated.decimalValue().stripTrailingZeros().toPlainString()
                  : stated.toString();
      figures.append(cell.year()).append(' ');
      if (cell.organ() != null) {
        figures.append(cell.organ()).append(' ');
      }
      figures.append(cell.path()).append('=').append(value);
      figures.append('\n');
    }
    if (more != null) {
      figures.append("and ").append(more);
    }
    return Digests.sha256(figures.toString());
  }

  @JsonIgnore
  public BigDecimal difference() {
    return left == null || right == null ? null : left.subtract(right);
  }
}
