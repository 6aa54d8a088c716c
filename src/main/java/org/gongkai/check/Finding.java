package org.gongkai.check;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
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
    BigDecimal right) {

  public Finding {
    cells = List.copyOf(cells);
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
    OTHER_YEAR
  }

  /**
   * A cell as a report states it.
   *
   * @param year of last year's report, where the cell is of that one; otherwise null
   * @param stated a number, null for blank, {@code "n/a"}, or whatever it holds
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record CellState(String path, Integer year, JsonNode stated) {}

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
      figures.append(cell.year()).append(' ').append(cell.path()).append('=').append(value);
      figures.append('\n');
    }
    return Digests.sha256(figures.toString());
  }

  @JsonIgnore
  public BigDecimal difference() {
    return left == null || right == null ? null : left.subtract(right);
  }
}
