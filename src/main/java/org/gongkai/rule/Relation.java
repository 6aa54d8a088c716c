package org.gongkai.rule;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.WireCode;

/** How the figures of a rule relate. */
@Schema(name = "RuleRelation", description = "What a rule compares. / 规则关系。")
public enum Relation implements WireCode {
  /** Both sides are equal, within one report. */
  SUM,
  /** The left side is not less than the right one, within one report. */
  AT_LEAST,
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
  /** The report is signed on a day after its year. */
  SIGNED,
  /** The headings as they are printed stand over their sections, in the order of the form. */
  HEADED,
  /** A section is filled in as the edition has it that is in force for the year. */
  LAYOUT,
  /** Percentages and differences in the text are those of the numbers beside them. */
  PROPORTION,
  /** What the text says of last year is what last year's report states. */
  GROWTH,
  /** The notices that the text rests on were in force. */
  CITED,
  /** The text says something of all that it must. */
  TOLD,
  /** No other organ has a report of the same region, year and scope beyond its own. */
  SOLE;

  /** Whether reports of other organs decide too, of which an organ must not be told. */
  public boolean asksOthers() {
    return switch (this) {
      case JUMP, PEERS, COPIED, ALIKE, SOLE -> true;
      case SUM,
          AT_LEAST,
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
          SIGNED,
          HEADED,
          PROPORTION,
          GROWTH,
          CITED,
          TOLD,
          LAYOUT ->
          false;
    };
  }

  /** Whether the text must be read for it, which costs more than all else. */
  public boolean readsText() {
    return switch (this) {
      case SUM,
          AT_LEAST,
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
          GROWTH,
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
          READABLE,
          SIGNED,
          PROPORTION,
          CITED,
          TOLD,
          HEADED ->
          true;
    };
  }

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
