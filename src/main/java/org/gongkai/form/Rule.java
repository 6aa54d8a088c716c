package org.gongkai.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.Text;
import org.gongkai.problem.WireCode;

/**
 * A relation that figures must satisfy, as the form's file states it.
 *
 * @param version counts changes of the rule; findings name it
 * @param section whose figures it is about; null for every section
 * @param basis what the rule rests on in law and form
 * @param hint what the clerk should look at
 * @param each whether it holds for each row or for each column
 * @param rows the rows that it holds for; all of them when empty
 * @param left terms of the left side: rows where it holds for each column, columns where it holds
 *     for each row; with {@code -} subtracted, with {@code previous} taken from last year's report
 * @param right terms of the right side
 * @param factor of {@link Relation#JUMP}
 * @param threshold of {@link Relation#JUMP}: one of both years must exceed it
 * @param firstYear the first report year that it holds for; 0 for all
 */
@Schema(name = "Rule", description = "A relation that figures must satisfy. / 勾稽关系。")
public record Rule(
    String id,
    int version,
    Severity severity,
    String section,
    Text label,
    Text basis,
    Text hint,
    Relation relation,
    Each each,
    List<String> rows,
    List<String> left,
    List<String> right,
    BigDecimal factor,
    BigDecimal threshold,
    int firstYear) {

  public Rule {
    rows = rows == null ? List.of() : List.copyOf(rows);
    left = left == null ? List.of() : List.copyOf(left);
    right = right == null ? List.of() : List.copyOf(right);
  }

  /** How the figures of a rule relate. */
  public enum Relation implements WireCode {
    /** Both sides are equal, within one report. */
    SUM,
    /** Both sides are equal, with terms of last year's report. */
    YEARS,
    /** This year is not {@code factor} times last year, nor last year {@code factor} times this. */
    JUMP,
    /** Every number is of its cell's kind. */
    KIND,
    /** Every cell is filled in. */
    BLANK;

    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a rule is repeated over. */
  public enum Each implements WireCode {
    ROW,
    COLUMN;

    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
