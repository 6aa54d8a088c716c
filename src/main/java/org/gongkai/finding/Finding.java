package org.gongkai.finding;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.form.Form;
import org.gongkai.platform.Digests;
import org.gongkai.problem.WireCode;
import org.gongkai.rule.Rule;
import org.gongkai.rule.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of one revision.
 *
 * @param rule id of the rule: {@code T3-BAL}
 * @param version of the rule
 * @param edition of the form that has the rule
 * @param place what the rule was applied to: a row, a column, a cell, or what several cells that
 *     are added stand under
 * @param kind what the matter is
 * @param cells the figures that the rule is about, as stated
 * @param left sum of the left side, or null where the rule has none
 * @param right sum of the right side, or null where the rule has none
 * @param suggestion what would set everything right in the section, or null
 * @param possible where more than one number would do, those; otherwise null
 * @param more how many more figures or places there are, which are not kept, or null
 * @param unit what the numbers of both sides are printed with, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
    String rule,
    int version,
    @Nullable String edition,
    Severity severity,
    FindingKind kind,
    String section,
    String place,
    List<CellState> cells,
    @Nullable BigDecimal left,
    @Nullable BigDecimal right,
    @Nullable Suggestion suggestion,
    @Nullable List<BigDecimal> possible,
    @Nullable Integer more,
    @Nullable Unit unit) {

  /** Between the cells of a place that is several of them. */
  public static final String AND = "+";

  /** What numbers of a text are that are no counts. */
  @Schema(name = "FindingUnit")
  public enum Unit implements WireCode {
    /** 33.9%. */
    PERCENT,
    /** 2倍, times as many. */
    TIMES;

    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Nobody reads more places than these, and a hostile text has a hundred thousand. The blank cells
   * of a table are as many as the form has, and each of them is named.
   */
  private static final int MOST_CELLS = 200;

  public Finding {
    if (cells.size() > MOST_CELLS && kind != FindingKind.BLANK) {
      more = added(more, cells.size() - MOST_CELLS);
      cells = some(cells, MOST_CELLS);
    }
    cells = List.copyOf(cells);
    left = plain(left);
    right = plain(right);
    possible = possible == null ? null : List.copyOf(possible);
  }

  /** A finding that is stored and read again is equal to what it was: 100 and 1E+2 are not. */
  private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
    return number == null || number.scale() >= 0 ? number : number.setScale(0);
  }

  /** The last place is kept as well: what the others are compared with stands there. */
  private static List<CellState> some(List<CellState> cells, int most) {
    List<CellState> some = new ArrayList<>(cells.subList(0, most - 1));
    some.add(cells.getLast());
    return some;
  }

  private static @Nullable Integer added(@Nullable Integer more, int further) {
    return further == 0 ? more : Integer.valueOf(more == null ? further : more + further);
  }

  /** With so many of its places at the most; the others are counted. */
  public Finding showing(int most) {
    return cells.size() <= most ? this : with(some(cells, most), added(more, cells.size() - most));
  }

  /** For others of its kind, which are not kept. */
  public Finding andMore(int further) {
    return with(cells, added(more, further));
  }

  private Finding with(List<CellState> itsCells, @Nullable Integer howManyMore) {
    return with(itsCells, left, right, suggestion, possible, howManyMore, unit);
  }

  /** About the same, with other figures. */
  private Finding with(
      List<CellState> itsCells,
      @Nullable BigDecimal itsLeft,
      @Nullable BigDecimal itsRight,
      @Nullable Suggestion itsSuggestion,
      @Nullable List<BigDecimal> isPossible,
      @Nullable Integer howManyMore,
      @Nullable Unit itsUnit) {
    return new Finding(
        rule,
        version,
        edition,
        severity,
        kind,
        section,
        place,
        itsCells,
        itsLeft,
        itsRight,
        itsSuggestion,
        isPossible,
        howManyMore,
        itsUnit);
  }

  /** A finding that suggests nothing. */
  public Finding(
      String rule,
      int version,
      @Nullable String edition,
      Severity severity,
      FindingKind kind,
      String section,
      String place,
      List<CellState> cells,
      @Nullable BigDecimal left,
      @Nullable BigDecimal right) {
    this(
        rule, version, edition, severity, kind, section, place, cells, left, right, null, null,
        null, null);
  }

  /** As the rule says it, with its severity. */
  public static Finding of(
      Form form,
      Rule rule,
      FindingKind kind,
      String section,
      String place,
      List<CellState> cells,
      @Nullable BigDecimal left,
      @Nullable BigDecimal right) {
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

  public Finding suggesting(Suggestion suggested) {
    return with(cells, left, right, suggested, possible, more, unit);
  }

  /** With what the numbers of both sides are printed with. */
  public Finding in(@Nullable Unit itsUnit) {
    return with(cells, left, right, suggestion, possible, more, itsUnit);
  }

  /** With the numbers that last year's reports explain. */
  public Finding explicable(List<BigDecimal> numbers) {
    return with(cells, left, right, suggestion, numbers, more, unit);
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
    if (!compared) {
      return this;
    }
    List<CellState> own = cells.stream().filter(cell -> cell.organ() == null).toList();
    BigDecimal share = kind == FindingKind.COPIED ? null : left;
    return with(own, share, null, suggestion, possible, more, unit);
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

  /** The blank cells that it names; null where it is of something else. */
  @JsonIgnore
  public @Nullable List<String> blanks() {
    return kind == FindingKind.BLANK ? cells.stream().map(CellState::path).toList() : null;
  }

  @JsonIgnore
  public @Nullable BigDecimal difference() {
    return left == null || right == null ? null : left.subtract(right);
  }
}
