package org.gongkai.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.Text;
import org.gongkai.problem.WireCode;

/**
 * A relation that figures, or the text, must satisfy, as the form's file states it.
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
 * @param examples a report that keeps it and one that breaks it
 */
@Schema(name = "Rule", description = "A relation that figures, or the text, must satisfy. / 勾稽关系。")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Rule(
    @Schema(description = "Its id; never translated", examples = "T3-BAL") String id,
    @Schema(description = "Counts its changes", examples = "1") int version,
    @Schema(description = "What follows when it is broken", examples = "error") Severity severity,
    @Schema(description = "Section that it is about; absent for all", examples = "applications")
        String section,
    @Schema(description = "What it says") Text label,
    @Schema(description = "What it rests on in law and form") Text basis,
    @Schema(description = "What to look at") Text hint,
    @Schema(description = "How the figures relate", examples = "sum") Relation relation,
    @Schema(description = "Whether it holds for each row or for each column", examples = "column")
        Each each,
    @Schema(
            description = "Rows that it holds for; all where it names none",
            examples = "[\"rules\"]")
        List<String> rows,
    @Schema(
            description =
                "Terms of the left side: rows where it holds for each column, columns where it holds"
                    + " for each row; `name.*` for every leaf below, `-` subtracted, `previous` of"
                    + " last year's report",
            examples = "[\"received\", \"carriedOver\"]")
        List<String> left,
    @Schema(
            description = "Terms of the right side",
            examples = "[\"outcomes.total\", \"carriedForward\"]")
        List<String> right,
    @Schema(description = "How many times last year is a jump", examples = "5") BigDecimal factor,
    @Schema(description = "What one of both years must exceed for a jump", examples = "20")
        BigDecimal threshold,
    @Schema(description = "First report year that it holds for; 0 for all", examples = "0")
        int firstYear,
    @Schema(description = "A report that keeps it, and one that breaks it") Examples examples) {

  /** What keeps a rule, and what breaks it; the tests run both. */
  @Schema(name = "RuleExamples", description = "One that keeps a rule, one that breaks it. / 正反例。")
  public record Examples(
      @Schema(description = "Keeps the rule") Example passing,
      @Schema(description = "Breaks the rule, and finds it") Example failing) {}

  /**
   * A report, as it is submitted.
   *
   * @param previous last year's, where the rule needs it
   */
  @Schema(name = "RuleExample", description = "A report, as it is submitted. / 报告示例。")
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Example(
      @Schema(implementation = Object.class, description = "Last year's, where the rule needs it")
          ObjectNode previous,
      @Schema(
              implementation = Object.class,
              description = "The report; what is left out is blank",
              examples = "{\"organ\": \"113710020043609788\", \"year\": 2021}")
          ObjectNode report) {}

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
    BLANK,
    /** Where the text states its report year, it is the report's. */
    TEXT,
    /** What the text states for certain is what the cells state. */
    STATED,
    /** What the text may state is what the cells state. */
    UNSURE,
    /** A list in the text that claims to be complete adds up. */
    LISTED,
    /** Publications that the text states are listed. */
    UNLISTED,
    /** Customary sentences name the year that they must. */
    DATED,
    /** The text holds nothing private. */
    PRIVATE,
    /** The text bears no mark of secrecy. */
    SECRET,
    /** The text holds nothing that the template left open. */
    LEFTOVER,
    /** An amount is in the unit that the form prints. */
    UNIT,
    /** The parts of the text that the rule names as its rows say something. */
    FILLED,
    /** Where the text states the period of its figures, it is a calendar year. */
    PERIOD;

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
