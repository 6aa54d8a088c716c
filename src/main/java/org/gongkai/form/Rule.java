package org.gongkai.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.Text;
import org.gongkai.problem.WireCode;
import org.gongkai.registry.OrganKind;
import org.gongkai.registry.RegionLevel;

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
 * @param peers how many organs of the same kind and region it takes to compare with them
 * @param openTo organs for which {@link Relation#RESERVED} does not hold
 * @param share of a text that must be the same, from 0 to 1
 * @param shortest how many Chinese characters a text must have to be compared
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
    @Schema(
            description =
                "How many organs of the same kind and region it takes to compare with them",
            examples = "5")
        Integer peers,
    @Schema(description = "Organs for which it does not hold") List<Reporters> openTo,
    @Schema(description = "Share of a text that must be the same, 0 to 1", examples = "0.9")
        BigDecimal share,
    @Schema(
            description = "How many Chinese characters a text must have to be compared",
            examples = "200")
        Integer shortest,
    @Schema(description = "A report that keeps it, and one that breaks it") RuleExamples examples) {

  /**
   * Some organs.
   *
   * @param levels of the regions that they belong to
   * @param kinds all of them where it names none
   */
  @Schema(name = "RuleReporters", description = "Some organs. / 若干机关。")
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Reporters(
      @Schema(description = "Levels of the regions that they belong to", examples = "[\"city\"]")
          List<RegionLevel> levels,
      @Schema(description = "Their kinds; all where it names none") List<OrganKind> kinds) {

    public Reporters {
      levels = levels == null ? List.of() : List.copyOf(levels);
      kinds = kinds == null ? List.of() : List.copyOf(kinds);
    }
  }

  public Rule {
    rows = rows == null ? List.of() : List.copyOf(rows);
    left = left == null ? List.of() : List.copyOf(left);
    right = right == null ? List.of() : List.copyOf(right);
    openTo = openTo == null ? List.of() : List.copyOf(openTo);
  }

  /**
   * Whether both decide the same of every report. Words and examples decide nothing; whatever else
   * a rule comes to say does.
   */
  boolean meansTheSameAs(Rule other) {
    return decisive().equals(other.decisive());
  }

  private Rule decisive() {
    return new Rule(
        id,
        0,
        severity,
        section,
        null,
        null,
        null,
        relation,
        each,
        rows,
        left,
        right,
        factor == null ? null : factor.stripTrailingZeros(),
        threshold == null ? null : threshold.stripTrailingZeros(),
        firstYear,
        peers,
        openTo,
        share == null ? null : share.stripTrailingZeros(),
        shortest,
        null);
  }

  /** How the figures of a rule relate. */
  public enum Relation implements WireCode {
    /** Both sides are equal, within one report. */
    SUM,
    /** Both sides are equal, with terms of last year's report. */
    YEARS,
    /**
     * This year is not {@code factor} times last year, nor last year {@code factor} times this,
     * unless that is what the years before were, or what happened to its peers too.
     */
    JUMP,
    /**
     * A number is not {@code factor} times what is usual among organs of the same kind and region.
     */
    PEERS,
    /** Only some organs state more than 0. */
    RESERVED,
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
    /** Sentences that count the work of the year do not begin with an earlier one. */
    EARLIER,
    /** The text holds nothing private. */
    PRIVATE,
    /** The text bears no mark of secrecy. */
    SECRET,
    /** The text holds nothing that the template left open. */
    LEFTOVER,
    /** An amount is in the unit that the form prints. */
    UNIT,
    /** A part of the text is not that of another report. */
    COPIED,
    /** A part of the text is not much like that of another report. */
    ALIKE,
    /** Where the text names the organ itself, it names no other. */
    NAMED,
    /** The parts of the text that the rule names as its rows say something. */
    FILLED,
    /** Where the text states the period of its figures, it is a calendar year. */
    PERIOD,
    /** The text holds no sign that nobody can read. */
    READABLE,
    /** A section is filled in as the edition has it that is in force for the year. */
    LAYOUT,
    /** No other organ has a report of the same region, year and scope beyond its own. */
    SOLE;

    /** Whether reports of other organs decide too, of which an organ must not be told. */
    public boolean asksOthers() {
      return switch (this) {
        case JUMP, PEERS, COPIED, ALIKE, SOLE -> true;
        case SUM,
            YEARS,
            RESERVED,
            KIND,
            BLANK,
            TEXT,
            STATED,
            UNSURE,
            LISTED,
            UNLISTED,
            DATED,
            EARLIER,
            PRIVATE,
            SECRET,
            LEFTOVER,
            UNIT,
            NAMED,
            FILLED,
            PERIOD,
            READABLE,
            LAYOUT ->
            false;
      };
    }

    /** Whether the text must be read for it, which costs more than all else. */
    public boolean readsText() {
      return switch (this) {
        case SUM,
            YEARS,
            JUMP,
            PEERS,
            RESERVED,
            KIND,
            BLANK,
            TEXT,
            COPIED,
            ALIKE,
            NAMED,
            LAYOUT,
            SOLE ->
            false;
        case STATED,
            UNSURE,
            LISTED,
            UNLISTED,
            DATED,
            EARLIER,
            PRIVATE,
            SECRET,
            LEFTOVER,
            UNIT,
            FILLED,
            PERIOD,
            READABLE ->
            true;
      };
    }

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
